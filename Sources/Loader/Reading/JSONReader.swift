import Diagnostics

/// Reads JSON, strictly as RFC 8259 has it, into nodes that know their places. Numbers keep their text.
package struct JSONReader: ~Copyable {
  /// How deep arrays and objects may stand in one another.
  package static let maximumDepth = 256

  private let bytes: ArraySlice<UInt8>
  private let file: String
  private var index: Int
  /// The position of the byte at `markedIndex`; moves forward only, so that finding all places takes linear time.
  private var position = TextPosition()
  private var markedIndex: Int
  private var nodes = 0

  /// The value of a text, which is valid UTF-8 without byte order mark.
  package static func read(_ text: [UInt8], file: String) throws(Diagnostic) -> Node {
    var reader = JSONReader(text, file: file)
    let root = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.peek == nil else { throw reader.fault("JSON 内容已经结束，后面还有多余的文字", "请删去多余的部分；多条内容请放进一个 [ ] 里") }
    return root
  }

  private init(_ text: [UInt8], file: String) {
    bytes = text[...]
    self.file = file
    index = 0
    markedIndex = 0
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == .blank || byte == .tab || byte == .lineFeed || byte == .carriageReturn { index += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes[index...].starts(with: word) else { return false }
      index += word.count
      return true
    }
  }

  private mutating func mark() -> TextPosition {
    while markedIndex < index {
      position.advance(over: bytes[markedIndex])
      markedIndex += 1
    }
    return position
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Diagnostic) -> Node {
    skipBlanks()
    let start = mark()
    nodes += 1
    guard nodes <= Node.maximumCount else {
      throw fault("文件太大，内容超过 \(Node.maximumCount) 项", "请拆成几个文件", rule: "json/too-large")
    }
    return Node(content: try content(depth: depth), line: start.line, column: start.column)
  }

  private mutating func content(depth: Int) throws(Diagnostic) -> Node.Content {
    switch peek {
    case UInt8(ascii: "{"):
      return .mapping(try members(depth: depth + 1))
    case UInt8(ascii: "["):
      return .sequence(try elements(depth: depth + 1))
    case UInt8.doubleQuote:
      return .scalar(try string(), .string)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte):
      return .scalar(try number(), .number)
    default:
      if skip("true") { return .scalar("true", .boolean) }
      if skip("false") { return .scalar("false", .boolean) }
      if skip("null") { return .scalar("null", .null) }
      throw unexpected("内容", "内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }")
    }
  }

  private mutating func elements(depth: Int) throws(Diagnostic) -> [Node] {
    try open(depth)
    if close("]") { return [] }
    var elements: [Node] = []
    repeat { elements.append(try value(depth: depth)) } while try hasMore(before: "]")
    return elements
  }

  private mutating func members(depth: Int) throws(Diagnostic) -> [Node.Entry] {
    try open(depth)
    if close("}") { return [] }
    var entries: [Node.Entry] = []
    repeat {
      skipBlanks()
      guard peek == .doubleQuote else { throw unexpected("键", "键要用半角双引号引起，例如 \"标题\"；最后一项后面不能有逗号") }
      let key = try value(depth: depth)
      skipBlanks()
      guard skip(UInt8(ascii: ":")) else { throw unexpected("半角冒号", "键和内容之间要有半角冒号 :") }
      entries.append(Node.Entry(key: key, value: try value(depth: depth)))
    } while try hasMore(before: "}")
    try entries.checkKeysDiffer(in: file)
    return entries
  }

  private mutating func open(_ depth: Int) throws(Diagnostic) {
    guard depth <= Self.maximumDepth else {
      throw fault("内容套得太深，超过 \(Self.maximumDepth) 层", "请检查括号", rule: "json/too-deep")
    }
    index += 1
  }

  private mutating func close(_ bracket: Unicode.Scalar) -> Bool {
    skipBlanks()
    return skip(UInt8(ascii: bracket))
  }

  private mutating func hasMore(before bracket: Unicode.Scalar) throws(Diagnostic) -> Bool {
    if close(bracket) { return false }
    guard skip(.comma) else {
      throw unexpected("半角逗号或 \(bracket)", "各项之间要有半角逗号，末尾要有配对的 \(bracket)")
    }
    return true
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    if let next = peek, next == UInt8(ascii: ".") || isDigit(next) {
      throw fault("数字写法不对", "数字不能以 0 开头；编号请用半角双引号引起，例如 \"0487\"")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Diagnostic) {
    guard let first = peek, isDigit(first) else { throw unexpected("数字", "小数点前后和 e 后面都要有数字") }
    while let byte = peek, isDigit(byte) { index += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(Diagnostic) -> String {
    let opening = mark()
    index += 1
    var text: [UInt8] = []
    var start = index
    while let byte = peek {
      switch byte {
      case .doubleQuote:
        defer { index += 1 }
        if text.isEmpty { return String(decoding: bytes[start..<index], as: UTF8.self) }
        text += bytes[start..<index]
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<index]
        text += try escape().utf8
        start = index
      case ..<UInt8.blank:
        throw fault("引号里有换行、制表符或其他控制字符", "换行请写成 \\n，制表符请写成 \\t；也请检查引号是否收尾")
      default:
        index += 1
      }
    }
    throw Diagnostic(
      .error, "json/syntax", at: Place(file, line: opening.line, column: opening.column), "引号没有收尾",
      hint: "请在内容末尾补上半角双引号")
  }

  private mutating func escape() throws(Diagnostic) -> String {
    let start = index
    index += 2
    switch start + 1 < bytes.endIndex ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = escapedScalar() { return String(Character(scalar)) }
      index = start
      throw fault("\\u 后面不是有效的字符编码", "\\u 后面要有四位十六进制数，代理对要成对；也可以直接写这个字符")
    default:
      index = start
      throw fault("反斜杠后面不能是这个字符", "要写反斜杠本身，请写两个：\\\\")
    }
  }

  /// What stands after `\u`: four hexadecimal digits, or twelve characters that make a surrogate pair.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let high = hexadecimal() else { return nil }
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(high)), skip("\\u"), let low = hexadecimal(),
      UTF16.isTrailSurrogate(UInt16(low))
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

// MARK: - Faults

extension JSONReader {
  private mutating func fault(_ message: String, _ hint: String, rule: String = "json/syntax") -> Diagnostic {
    let position = mark()
    return Diagnostic(
      .error, rule, at: Place(file, line: position.line, column: position.column), message, hint: hint)
  }

  /// That something else was expected at `index`; names the full-width sign that stands there instead.
  private mutating func unexpected(_ expected: String, _ hint: String) -> Diagnostic {
    guard let found = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first else {
      return fault("文件到这里就结束了，还缺少\(expected)", hint)
    }
    if "：，“”‘’｛｝［］【】".unicodeScalars.contains(found) {
      return fault("这里应是\(expected)，却是全角符号 \(found)", "请改成半角符号")
    }
    let shown = found.value < 0x20 ? "控制字符" : "“\(found)”"
    return fault("这里应是\(expected)，却是\(shown)", hint)
  }
}
