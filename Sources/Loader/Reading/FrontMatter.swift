import Diagnostics

/// What stands before the text of a Markdown file, between two lines `---`, and where the text begins.
package struct FrontMatter: Sendable {
  /// A mapping; an empty one when there is nothing between the lines, `nil` when the file has no front matter.
  package let node: Node?
  /// The bytes of the text after it.
  package let body: Range<Int>
  /// The number of the text's first line.
  package let bodyLine: Int

  /// Splits a file's bytes, which are UTF-8 without byte order mark.
  ///
  /// Front matter opens only on the first line, with `---`, and closes with `---` or `...`.
  package init(of bytes: [UInt8], file: String) throws(Diagnostic) {
    guard let fences = try Fences(in: bytes, file: file) else {
      try Self.refuseLateFence(in: bytes, file: file)
      node = nil
      body = 0..<bytes.count
      bodyLine = 1
      return
    }
    let root = try YAMLReader.read(bytes[fences.content], file: file, firstLine: 2)
    node = try Self.mapping(root, file: file)
    body = fences.bodyStart..<bytes.count
    bodyLine = fences.bodyLine
  }

  private static func mapping(_ root: Node?, file: String) throws(Diagnostic) -> Node {
    guard let root else { return Node(content: .mapping([]), line: 2, column: 1) }
    guard case .mapping = root.content else { throw PlacedNode(root, in: file).wrongType(PlacedNode.mappingShape) }
    return root
  }

  /// A fence after blank lines opens nothing, and what it was to hold would be printed as text.
  private static func refuseLateFence(in bytes: [UInt8], file: String) throws(Diagnostic) {
    var lines = LineRanges(of: bytes)
    while let line = lines.next() {
      if bytes[line].allSatisfy({ $0 == .blank || $0 == .tab }) { continue }
      guard isFence(bytes[line]) else { return try refuseLikeness(from: line, number: lines.number, in: bytes, file) }
      throw Diagnostic(
        .error, "front-matter/late", at: Place(file, line: lines.number, column: 1), "文件头的“---”不在第一行",
        hint: "请删去它前面的空行；如果这是分隔线，请改成“***”")
    }
  }
}

extension FrontMatter {
  /// What stands for a fence where another program has made dashes of it, or a key without any, would be printed as text,
  /// and a 撤回 below it would not count.
  private static func refuseLikeness(
    from line: Range<Int>, number: Int, in bytes: [UInt8], _ file: String
  ) throws(Diagnostic) {
    let first = String(decoding: bytes[line], as: UTF8.self)
    var lines = [first]
    if first.unicodeScalars.allSatisfy({ isLikeDash($0) || isUnseen($0) }) {
      let rest = String(decoding: bytes[line.upperBound...].prefix(600), as: UTF8.self)
      lines = rest.split(whereSeparator: \.isNewline).prefix(4).map(String.init)
    }
    guard lines.contains(where: isKey) else { return }
    throw Diagnostic(
      .error, "front-matter/fence", at: Place(file, line: number, column: 1), "这里像是文件头，却没有用“---”开头",
      hint: "文件头的前后各要单独一行三个半角减号“---”，行里不要有别的字符")
  }

  private static func isLikeDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "–", "—", "―", "─", "━", "*", "_", "＿", "=", "＝", "~", "+": true
    default: scalar.properties.isDash
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether a line begins with a key that only front matter has.
  private static func isKey(_ line: String) -> Bool {
    let key = line.unicodeScalars.filter { !isUnseen($0) }.prefix { $0 != ":" && $0 != "：" }
    return key.count < line.unicodeScalars.count && telling.contains(String(String.UnicodeScalarView(key)))
  }

  private static let telling: Set<String> = [
    "编号", "届次", "类型", "承办单位", "标题", "主送", "成文日期", "答复序次", "更正", "撤回", "已核", "旧网址", "公开日期", "文种", "统计范围",
  ]
}

/// The two lines `---` around front matter.
private struct Fences {
  /// What stands between them.
  let content: Range<Int>
  let bodyStart: Int
  let bodyLine: Int

  /// `nil` when the first line is none.
  init?(in bytes: [UInt8], file: String) throws(Diagnostic) {
    var lines = LineRanges(of: bytes)
    guard isFence(bytes[lines.next() ?? 0..<0]) else { return nil }
    let start = lines.start
    while let line = lines.next() {
      guard isFence(bytes[line]) || isFence(bytes[line], of: ".") else { continue }
      content = start..<line.lowerBound
      bodyStart = lines.start
      bodyLine = lines.number + 1
      return
    }
    throw Diagnostic(
      .error, "front-matter/unclosed", at: Place(file, line: 1, column: 1), "开头的“---”没有配对的“---”行，文件头没有收尾",
      hint: "请在文件头的最后一项之后另起一行写“---”；如果开头的是分隔线，请改成“***”")
  }
}

/// Whether a line is three dashes, blanks after them aside.
private func isFence(_ line: ArraySlice<UInt8>, of mark: Unicode.Scalar = "-") -> Bool {
  line.count >= 3 && line.prefix(3).allSatisfy { $0 == UInt8(ascii: mark) }
    && line.dropFirst(3).allSatisfy { $0 == .blank || $0 == .tab }
}

/// The lines of a text one after the other, without their line breaks.
private struct LineRanges {
  /// How many lines were given.
  private(set) var number = 0
  /// Where the next line begins.
  private(set) var start = 0
  private let bytes: [UInt8]

  init(of bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let first = start
    let end = bytes[first...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed
    start = min(end + (isPair ? 2 : 1), bytes.count)
    number += 1
    return first..<end
  }
}
