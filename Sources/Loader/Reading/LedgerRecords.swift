import Diagnostics

/// Makes ledger rows of the records of a YAML or JSON document: a sequence of mappings, or a mapping that holds one
/// under `记录`.
struct LedgerRecords {
  private static let key = "记录"
  private static let shape = "记录的列表（每条记录以“- ”开头，或放在“记录”之下）"

  private let columns: LedgerColumns
  private let file: String
  /// What is known of the keys that were met.
  private var uses: [String: ColumnUse] = [:]

  init(_ columns: LedgerColumns, file: String) {
    self.columns = columns
    self.file = file
  }

  /// - Throws: when the document holds no list of records.
  mutating func take(
    _ root: Node?, reporting diagnostics: inout Diagnostics, to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) throws(Diagnostic) {
    guard let root = root.map({ PlacedNode($0, in: file) }), !root.isEmpty else {
      throw Diagnostic(.error, "ledger/empty", at: Place(file), "台账是空的", hint: "请填写记录，或删去这个文件")
    }
    var list = root
    if case .mapping(let entries) = root.node.content {
      if entries.count(where: { isWanted($0.key) }) > 1 { throw singleRecord(root) }
      root.checkKeys(among: [Self.key], reporting: &diagnostics)
      list = try root.required(Self.key)
    }
    guard case .sequence(let records) = list.node.content else { throw list.wrongType(Self.shape, quoting: false) }
    if let missing = missing(in: records) { throw missing }
    for (index, record) in records.enumerated() {
      let record = PlacedNode(record, in: file)
      if record.isEmpty { continue }
      var place = record.place
      place.column = nil
      place.row = index + 1
      guard case .mapping(let entries) = record.node.content else {
        diagnostics.add(record.wrongType("一条记录（\(PlacedNode.mappingShape)）", quoting: false))
        consume(nil, &diagnostics)
        continue
      }
      let errors = diagnostics.errorCount
      if let cells = pick(from: entries, at: place, reporting: &diagnostics) {
        consume(LedgerRow(place: place, cells: cells), &diagnostics)
      } else if diagnostics.errorCount > errors {
        consume(nil, &diagnostics)
      }
    }
  }

  private func isWanted(_ key: Node) -> Bool {
    if case .keep? = key.scalarText.map({ columns.use($0.withoutBlanks) }) { true } else { false }
  }

  private func singleRecord(_ root: PlacedNode) -> Diagnostic {
    let hint = file.hasSuffix(".json") ? "请用 [ ] 把它括起来" : "每条记录的第一行以“- ”开头，下面各行缩进两格"
    return Diagnostic(.error, "value/type", at: root.place, "这里应是\(Self.shape)，这里却直接写了一条记录", hint: hint)
  }

  /// What none of several records has; what a single one lacks is said of it.
  private func missing(in records: [Node]) -> Diagnostic? {
    guard records.count > 1 else { return nil }
    var known: Set<String> = []
    var names: [String] = []
    for case .mapping(let entries) in records.map(\.content) {
      names += entries.compactMap(\.key.scalarText).filter { known.insert($0).inserted }
    }
    return names.isEmpty ? nil : columns.missing(among: names.map(\.withoutBlanks), at: Place(file))
  }

  /// The values by slot; `nil` when the record is at fault or holds nothing that is wanted.
  private mutating func pick(
    from entries: [Node.Entry], at place: Place, reporting diagnostics: inout Diagnostics
  ) -> [LedgerCell?]? {
    var cells = [LedgerCell?](repeating: nil, count: columns.names.count)
    var keys = [Node?](repeating: nil, count: columns.names.count)
    var isEmpty = true
    for entry in entries {
      guard case .keep(let slot) = use(of: entry.key, at: place, reporting: &diagnostics) else { continue }
      if let earlier = keys[slot] {
        diagnostics.error(
          "ledger/duplicate-column", at: self.place(of: entry.key, in: place, field: entry.key),
          "“\(entry.key.scalarText ?? "")”和第 \(earlier.line) 行的“\(earlier.scalarText ?? "")”是同一项内容", hint: "请只保留其中一项")
        return nil
      }
      keys[slot] = entry.key
      guard let text = text(of: entry.value) else {
        diagnostics.error(
          "ledger/nested", at: self.place(of: entry.value, in: place, field: entry.key), "这里应是文字、数字或它们的列表，不能再分层",
          hint: "请写成一项文字；有几项时写成列表：[甲, 乙]")
        return nil
      }
      if text.isEmpty { continue }
      if let (character, _) = ControlCharacter.first(in: text.utf8) {
        let place = self.place(of: entry.value, in: place, field: entry.key)
        diagnostics.add(character.diagnostic("ledger/control-character", at: place, hint: "请删去反斜杠开头的写法"))
        return nil
      }
      cells[slot] = LedgerCell(text: text, line: entry.value.line, column: entry.value.column)
      isEmpty = false
    }
    return isEmpty ? nil : cells
  }

  /// The text of a scalar; of a list, its texts joined with 、; `nil` for what is deeper.
  private func text(of value: Node) -> String? {
    if PlacedNode(value, in: file).isEmpty { return "" }
    switch value.content {
    case .mapping: return nil
    case .scalar(let text, _): return Substring(trimmed(text.utf8)).description
    case .sequence(let items):
      var texts: [String] = []
      for item in items {
        guard item.scalarText != nil, let text = text(of: item) else { return nil }
        if !text.isEmpty { texts.append(text) }
      }
      return texts.joined(separator: "、")
    }
  }

  private mutating func use(
    of key: Node, at place: Place, reporting diagnostics: inout Diagnostics
  ) -> ColumnUse {
    guard let text = key.scalarText else { return .unknown }
    if let use = uses[text] { return use }
    let name = text.withoutBlanks
    let use = columns.use(name)
    uses[text] = use
    if use == .unknown { diagnostics.add(columns.unknown(name, at: self.place(of: key, in: place, field: key))) }
    return use
  }

  private func place(of node: Node, in record: Place, field: Node) -> Place {
    var place = record.at(field: field.scalarText ?? "")
    place.line = node.line
    place.column = node.column
    return place
  }
}
