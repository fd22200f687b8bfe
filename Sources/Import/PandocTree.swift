import Disclosure
import Loader

/// Makes the blocks of a letter from pandoc's tree (pandoc-types 1.22).
struct PandocTree {
  private(set) var blocks: [LetterBlock] = []
  /// The footnotes in their order.
  private(set) var notes: [LetterBlock] = []
  /// The numbers that Word gives to paragraphs, by their text, in the order of the document.
  private var numbers: [String: [String]] = [:]

  init(_ root: Node, paragraphs: [WordFile.Paragraph]) {
    for paragraph in paragraphs.reversed() {
      if let number = paragraph.number { numbers[paragraph.text.bare, default: []].append(number) }
    }
    // pandoc takes paragraphs with these styles out of the text.
    for key in ["title", "subtitle", "author", "date", "abstract"] {
      if let value = root["meta"]?[key] { blocks += metaBlocks(value) }
    }
    blocks += self.blocks(of: root["blocks"])
  }

  private mutating func metaBlocks(_ value: Node) -> [LetterBlock] {
    switch value["t"]?.scalarText {
    case "MetaInlines": paragraphs(of: value["c"])
    case "MetaBlocks": blocks(of: value["c"])
    case "MetaList": items(value["c"]).flatMap { metaBlocks($0) }
    default: []
    }
  }

  // MARK: Blocks

  private mutating func blocks(of list: Node?, depth: Int = 0) -> [LetterBlock] {
    items(list).flatMap { block($0, depth: depth) }
  }

  private mutating func block(_ node: Node, depth: Int) -> [LetterBlock] {
    let content = node["c"]
    switch node["t"]?.scalarText {
    case "Para", "Plain": return paragraphs(of: content)
    case "Header":
      let parts = items(content)
      guard parts.count == 3, let level = parts[0].scalarText.flatMap({ Int($0) }) else { return [] }
      var heading = paragraphs(of: parts[2], kind: .heading(level))
      guard !heading.isEmpty else { return [] }
      if let number = takeNumber(of: heading.map(\.plain).joined()) { heading[0].prepend(number) }
      return heading
    // Indented paragraphs.
    case "BlockQuote": return blocks(of: content, depth: depth)
    case "Div": return blocks(of: items(content).last, depth: depth)
    case "LineBlock": return items(content).flatMap { paragraphs(of: $0) }
    case "CodeBlock":
      return items(content).last?.scalarText.map { $0.split(separator: "\n").map { .line(String($0)) } } ?? []
    case "BulletList": return list(items(content), depth: depth) { _ in "- " }
    case "OrderedList":
      let parts = items(content)
      guard parts.count == 2 else { return [] }
      let number = ListNumber(parts[0], depth: depth)
      return list(items(parts[1]), depth: depth) { number.text($0) }
    case "Table": return table(items(content))
    default: return []
    }
  }

  private func items(_ node: Node?) -> [Node] {
    guard case .sequence(let items) = node?.content else { return [] }
    return items
  }

  /// Each item with its number in front, as official texts have it: numbers that a program counts would be lost where
  /// a heading stands between the items.
  private mutating func list(_ list: [Node], depth: Int, number: (Int) -> String) -> [LetterBlock] {
    var result: [LetterBlock] = []
    for (index, item) in list.enumerated() {
      var blocks = blocks(of: item, depth: depth + 1)
      guard !blocks.isEmpty else { continue }
      blocks[0].prepend(takeNumber(of: blocks[0].plain) ?? number(index))
      result += blocks
    }
    return result
  }

  private mutating func takeNumber(of text: String) -> String? { numbers[text.bare]?.popLast() }

  // MARK: Paragraphs

  /// Lines that were broken by hand become paragraphs of their own.
  private mutating func paragraphs(of inlines: Node?, kind: LetterBlock.Kind = .paragraph) -> [LetterBlock] {
    var runs: [Run] = []
    collect(items(inlines), style: Run(""), into: &runs)
    return runs.split(whereSeparator: \.isBreak).compactMap { line in
      let runs = Self.joined(line)
      let plain = runs.map(\.text).joined().trimmed
      guard !plain.isEmpty || runs.contains(where: { $0.note != nil }) else { return nil }
      return LetterBlock(kind: kind, plain: plain, markdown: Self.markdown(runs))
    }
  }

  private static func markdown(_ runs: [Run]) -> String {
    // A line that is bold from end to end is a heading or a signature, which need no marks.
    let isStrong = runs.allSatisfy { $0.isStrong || $0.text.trimmed.isEmpty }
    guard isStrong else { return MarkdownText.line(runs) }
    return MarkdownText.line(
      runs.map { run in
        var run = run
        run.isStrong = false
        return run
      })
  }

  /// Neighbours of one style are one run: `**甲****乙**` would not be bold.
  private static func joined(_ runs: ArraySlice<Run>) -> [Run] {
    var joined: [Run] = []
    for run in runs {
      if let last = joined.last, last.note == nil, run.note == nil, last.link == run.link,
        last.isStrong == run.isStrong, last.isEmphasised == run.isEmphasised
      {
        joined[joined.count - 1].text += run.text
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private mutating func collect(_ inlines: [Node], style: Run, into runs: inout [Run]) {
    for node in inlines {
      var run = style
      let content = node["c"]
      switch node["t"]?.scalarText {
      case "Str": run.text = content?.scalarText ?? ""
      case "Space", "SoftBreak": run.text = " "
      case "LineBreak": run.isBreak = true
      case "Strong":
        run.isStrong = true
        collect(items(content), style: run, into: &runs)
        continue
      case "Emph":
        run.isEmphasised = true
        collect(items(content), style: run, into: &runs)
        continue
      case "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps":
        collect(items(content), style: run, into: &runs)
        continue
      case "Span", "Quoted", "Cite":
        collect(items(items(content).last), style: run, into: &runs)
        continue
      case "Link":
        let parts = items(content)
        guard parts.count == 3 else { continue }
        run.link = items(parts[2]).first?.scalarText.flatMap(Self.address)
        collect(items(parts[1]), style: run, into: &runs)
        continue
      case "Code", "Math": run.text = items(content).last?.scalarText ?? ""
      case "Note":
        let number = notes.count + 1
        notes.append(.line(""))
        let text = blocks(of: content)
        notes[number - 1].plain = text.map(\.plain).joined(separator: " ")
        notes[number - 1].markdown = text.map(\.markdown).joined(separator: " ")
        run.note = number
      default: continue
      }
      runs.append(run)
    }
  }

  /// Addresses of pages; marks inside the document are none.
  private static func address(_ link: String) -> String? {
    guard ["http://", "https://", "mailto:"].contains(where: link.hasPrefix) else { return nil }
    return link.allSatisfy { !$0.isBlank && !"()<>\\".contains($0) } ? link : nil
  }

  // MARK: Tables

  private mutating func table(_ parts: [Node]) -> [LetterBlock] {
    guard parts.count == 6 else { return [] }
    let columns = items(parts[2]).count
    var rows: [[[LetterBlock]]] = []
    let sections =
      [items(parts[3]).last] + items(parts[4]).flatMap { items($0).suffix(2).map(Optional.some) } + [
        items(parts[5]).last
      ]
    var cells: [LetterBlock] = []
    var merged: [String] = []
    for section in sections { rows += grid(items(section), columns: columns, cells: &cells, merged: &merged) }
    rows.removeAll { row in row.allSatisfy(\.isEmpty) }
    guard let first = rows.first else { return [] }
    // A frame around text.
    if rows.count == 1, columns == 1 { return first[0] }
    var lines = rows.map { row in "| " + row.map(Self.text).joined(separator: " | ") + " |" }
    lines.insert("|" + String(repeating: " --- |", count: columns), at: 1)
    return [
      LetterBlock(
        kind: .table, plain: cells.map(\.plain).joined(separator: "\n"), markdown: lines.joined(separator: "\n"),
        cells: cells, merged: merged)
    ]
  }

  /// Rows with one cell for each column: a merged value stands in each cell that it covers.
  ///
  /// - Parameters:
  ///   - cells: gets the blocks of all cells, those of merged ones once.
  ///   - merged: gets the merged ones, as `“甲”（2 行、3 列）`.
  private mutating func grid(
    _ rows: [Node], columns: Int, cells: inout [LetterBlock], merged: inout [String]
  ) -> [[[LetterBlock]]] {
    var grid = [[[LetterBlock]?]](repeating: Array(repeating: nil, count: columns), count: rows.count)
    for (index, row) in rows.enumerated() {
      var column = 0
      for cell in items(items(row).last) {
        let parts = items(cell)
        guard parts.count == 5, let height = parts[2].scalarText.flatMap({ Int($0) }),
          let width = parts[3].scalarText.flatMap({ Int($0) })
        else { continue }
        while column < columns, grid[index][column] != nil { column += 1 }
        guard column < columns else { break }
        let blocks = blocks(of: parts[4])
        cells += blocks.flatMap { $0.kind == .table ? $0.cells : [$0] }
        let covered = (
          rows: index..<min(rows.count, index + max(1, height)), columns: column..<min(columns, column + max(1, width))
        )
        for row in covered.rows {
          for place in covered.columns { grid[row][place] = blocks }
        }
        let sizes = [(covered.rows.count, "行"), (covered.columns.count, "列")].filter { $0.0 > 1 }
        let text = blocks.map(\.plain).joined(separator: " ").prefix(20)
        if !sizes.isEmpty, !text.isEmpty {
          merged.append("“\(text)”（\(sizes.map { "\($0) \($1)" }.joined(separator: "、"))）")
        }
      }
    }
    return grid.map { row in row.map { $0 ?? [] } }
  }

  private static func text(of cell: [LetterBlock]) -> String {
    cell.flatMap { $0.kind == .table ? $0.cells : [$0] }.map(\.markdown).joined(separator: " ")
  }
}

/// How the items of a list that Word counts are numbered.
private struct ListNumber {
  private let start: Int
  private let style: String
  private let delimiter: String
  private let depth: Int

  init(_ attributes: Node, depth: Int) {
    guard case .sequence(let parts) = attributes.content, parts.count == 3 else {
      (start, style, delimiter, self.depth) = (1, "Decimal", "Period", depth)
      return
    }
    start = WordNumbering.start(parts[0].scalarText)
    style = parts[1]["t"]?.scalarText ?? ""
    delimiter = parts[2]["t"]?.scalarText ?? ""
    self.depth = depth
  }

  /// Numbers that pandoc has no name for are Chinese ones: 一、, and below it （一）.
  func text(_ index: Int) -> String {
    let number = start + index
    guard style == "DefaultStyle", let chinese = ChineseNumeral.text(of: number) else {
      return delimiter == "TwoParens" ? "（\(number)）" : delimiter == "OneParen" ? "\(number)）" : "\(number)."
    }
    return depth == 0 && delimiter != "TwoParens" ? "\(chinese)、" : "（\(chinese)）"
  }
}
