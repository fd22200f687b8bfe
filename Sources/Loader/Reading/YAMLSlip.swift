import Diagnostics

/// A slip of the pen, mostly one of a Chinese input method, that YAML does not forgive.
enum YAMLSlip {
  case tab
  case wideBlank
  case wideColon(key: String)
  case missingBlank(key: String)
  case wideQuote

  /// The slip on a line that could not be read, and its column, if there is one.
  static func find(in line: some StringProtocol) -> (slip: YAMLSlip, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    let indentation = scalars.prefix { $0 == "-" || isBlank($0) }
    if let index = indentation.firstIndex(of: "\t") { return (.tab, index + 1) }
    if let index = indentation.firstIndex(where: { $0 != " " && $0 != "-" }) { return (.wideBlank, index + 1) }

    let start = indentation.endIndex
    guard let colon = scalars[start...].firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let blanks = scalars[start..<colon].reversed().prefix(while: isBlank).count
    let key = scalars[start..<colon - blanks]
    guard !key.isEmpty, key.count <= 20, !key.contains(where: { isBlank($0) || "#\"'{[".unicodeScalars.contains($0) })
    else { return nil }
    let name = String(String.UnicodeScalarView(key))
    if scalars[colon] == "：" { return (.wideColon(key: name), colon + 1) }

    let rest = scalars[(colon + 1)...]
    guard let next = rest.first else { return nil }
    if !isBlank(next) { return next == "/" ? nil : (.missingBlank(key: name), colon + 1) }
    guard let value = rest.firstIndex(where: { !isBlank($0) }) else { return nil }
    return "“”‘’＂＇".unicodeScalars.contains(scalars[value]) ? (.wideQuote, value + 1) : nil
  }

  /// The slip in the colon after a key, if there is one: the only one that says something of a line which by itself
  /// can be read.
  static func findAfterKey(in line: some StringProtocol) -> (slip: YAMLSlip, column: Int)? {
    let found = find(in: line)
    return switch found?.slip {
    case .wideColon, .missingBlank: found
    default: nil
    }
  }

  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(.error, rule, at: place, message, hint: hint)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  private var rule: String {
    switch self {
    case .tab: "yaml/tab"
    case .wideBlank: "yaml/full-width-blank"
    case .wideColon: "yaml/full-width-colon"
    case .missingBlank: "yaml/missing-blank"
    case .wideQuote: "yaml/full-width-quote"
    }
  }

  var message: String {
    switch self {
    case .tab: "缩进用了制表符（Tab），这里只能用空格"
    case .wideBlank: "缩进用了全角空格或不间断空格，这里只能用半角空格"
    case .wideColon(let key): "键“\(key)”后面是全角冒号“：”，要用半角冒号"
    case .missingBlank(let key): "键“\(key)”的冒号后面缺少空格"
    case .wideQuote: "全角引号不起引号的作用，内容里的特殊符号没有被引住"
    }
  }

  var hint: String {
    switch self {
    case .tab: "请把行首的制表符换成空格，同一层的行左对齐"
    case .wideBlank: "请把行首的空格换成半角空格，同一层的行左对齐"
    case .wideColon(let key), .missingBlank(let key): "请写成“\(key): 内容”：半角冒号，后面空一格"
    case .wideQuote: "请在整个内容外面再加一对半角单引号，例如：标题: '“两山”转化: 建议'"
    }
  }
}
