import Diagnostics

struct Token {
  enum Kind { case text, printBegin, printEnd, tagBegin, tagEnd, name, string, integer, float, symbol, end }

  let kind: Kind
  /// What it stands for: the text, the name, the content of a string with its escapes resolved, the digits.
  let text: String
  let offset: Int
}

/// Cuts a template into tokens, by the rules of Jinja's own lexer with its default settings.
struct Lexer {
  private let source: Source
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tokens: [Token] = []

  static func tokens(of source: Source) throws(Failure) -> [Token] {
    var lexer = Lexer(source: source)
    try lexer.readTemplate()
    return lexer.tokens
  }

  private init(source: Source) {
    self.source = source
    scalars = source.scalars
  }

  private mutating func readTemplate() throws(Failure) {
    while let start = nextMark() {
      let sign = scalar(at: start + 2)
      addText(position..<start, strippingEnd: sign == "-")
      position = start + (sign == "-" || sign == "+" ? 3 : 2)
      switch scalars[start + 1] {
      case "#": try skipComment(from: start)
      case "{": try readTag(from: start, .printBegin, closing: "}", as: .printEnd)
      default:
        if try !readRaw(from: start) { try readTag(from: start, .tagBegin, closing: "%", as: .tagEnd) }
      }
    }
    addText(position..<scalars.count)
    add(.end, at: max(scalars.count - 1, 0))
  }

  private func nextMark() -> Int? {
    var index = position
    while index + 1 < scalars.count {
      if scalars[index] == "{", "{%#".unicodeScalars.contains(scalars[index + 1]) { return index }
      index += 1
    }
    return nil
  }

  private mutating func addText(_ range: Range<Int>, strippingEnd: Bool = false) {
    var end = range.upperBound
    while strippingEnd, end > range.lowerBound, scalars[end - 1].isPythonSpace { end -= 1 }
    if end > range.lowerBound { add(.text, String(scalars[range.lowerBound..<end]), at: range.lowerBound) }
  }

  private mutating func skipComment(from start: Int) throws(Failure) {
    let content = position
    while position + 1 < scalars.count {
      if scalars[position] == "#", scalars[position + 1] == "}" {
        let strips = position > content && scalars[position - 1] == "-"
        position += 2
        if strips { skipSpace() }
        return
      }
      position += 1
    }
    throw fault("注释没有结束", at: start, hint: "注释写作 {# … #}")
  }

  /// `{% raw %}`, whose content is text to its `{% endraw %}`.
  private mutating func readRaw(from start: Int) throws(Failure) -> Bool {
    guard let opening = tagEnd(named: "raw", at: position) else { return false }
    let content = opening.strips ? spaceEnd(from: opening.end) : opening.end
    var end = content
    while end + 1 < scalars.count {
      if scalars[end] == "{", scalars[end + 1] == "%" {
        let sign = scalar(at: end + 2)
        if let closing = tagEnd(named: "endraw", at: end + (sign == "-" || sign == "+" ? 3 : 2)) {
          addText(content..<end, strippingEnd: sign == "-")
          position = closing.strips ? spaceEnd(from: closing.end) : closing.end
          return true
        }
      }
      end += 1
    }
    throw fault("{% raw %} 没有结束", at: start, hint: "在后面写 {% endraw %}")
  }

  /// Where the tag ends that holds only `name`, if there is one.
  private func tagEnd(named name: String, at start: Int) -> (end: Int, strips: Bool)? {
    let nameStart = spaceEnd(from: start)
    guard scalars[nameStart...].starts(with: name.unicodeScalars) else { return nil }
    var end = spaceEnd(from: nameStart + name.unicodeScalars.count)
    let strips = scalar(at: end) == "-"
    if strips || (name == "endraw" && scalar(at: end) == "+") { end += 1 }
    return scalar(at: end) == "%" && scalar(at: end + 1) == "}" ? (end + 2, strips) : nil
  }

  private mutating func readTag(
    from start: Int, _ kind: Token.Kind, closing: Unicode.Scalar, as closingKind: Token.Kind
  ) throws(Failure) {
    add(kind, at: start)
    var brackets: [(closing: Unicode.Scalar, offset: Int)] = []
    while true {
      skipSpace()
      guard let current = scalar(at: position) else {
        throw fault(closing == "%" ? "标签没有结束" : "输出没有结束", at: start, hint: "在后面写 \(closing)}")
      }
      if brackets.isEmpty {
        let strips = current == "-" || (current == "+" && closing == "%")
        let end = strips ? position + 1 : position
        if scalar(at: end) == closing, scalar(at: end + 1) == "}" {
          add(closingKind, at: position)
          position = end + 2
          if current == "-" { skipSpace() }
          return
        }
      }
      if ("0"..."9").contains(current) {
        try readNumber()
      } else if current == "_" || current.properties.isXIDStart {
        let nameStart = position
        while let next = scalar(at: position), next.properties.isXIDContinue { position += 1 }
        add(.name, String(scalars[nameStart..<position]), at: nameStart)
      } else if current == "\"" || current == "'" {
        try readString(quote: current)
      } else {
        try readSymbol(current, &brackets)
      }
    }
  }

  private mutating func readSymbol(
    _ current: Unicode.Scalar, _ brackets: inout [(closing: Unicode.Scalar, offset: Int)]
  ) throws(Failure) {
    let pair = String(scalars[position..<min(position + 2, scalars.count)])
    let isPair = ["//", "**", "==", "!=", ">=", "<="].contains(pair)
    guard isPair || "+-*/%~[](){}<>=.:|,;".unicodeScalars.contains(current) else {
      throw fault("这里不能写“\(current)”", at: position, hint: current.halfWidth.map { "标签里的符号用半角，写作 \($0)" })
    }
    switch current {
    case "(": brackets.append((")", position))
    case "[": brackets.append(("]", position))
    case "{": brackets.append(("}", position))
    case ")", "]", "}":
      guard let last = brackets.popLast() else {
        throw fault("多了一个“\(current)”，前面没有与它成对的括号", at: position)
      }
      guard last.closing == current else {
        throw fault("括号“\(scalars[last.offset])”没有结束", at: last.offset, hint: "在“\(current)”之前写“\(last.closing)”")
      }
    default: break
    }
    add(.symbol, isPair ? pair : String(current), at: position)
    position += isPair ? 2 : 1
  }

  private mutating func readNumber() throws(Failure) {
    let start = position
    // After a dot comes a place in a list: `a.1.2`.
    let isPlace = start > 0 && scalars[start - 1] == "."
    var digits = readDigits()
    var kind = Token.Kind.integer
    if !isPlace, scalar(at: position) == ".", isDigit(at: position + 1) {
      position += 1
      digits += "." + readDigits()
      kind = .float
    }
    if !isPlace, let mark = scalar(at: position), mark == "e" || mark == "E" {
      let isSigned = scalar(at: position + 1) == "+" || scalar(at: position + 1) == "-"
      if isDigit(at: position + (isSigned ? 2 : 1)) {
        digits += "e" + (scalar(at: position + 1) == "-" ? "-" : "")
        position += isSigned ? 2 : 1
        digits += readDigits()
        kind = .float
      }
    }
    if kind == .integer, digits.hasPrefix("0"), digits.contains(where: { $0 != "0" }) {
      throw fault("整数前面不能有 0", at: start)
    }
    add(kind, digits, at: start)
  }

  private mutating func readDigits() -> String {
    let start = position
    while isDigit(at: position) { position += 1 }
    return String(scalars[start..<position])
  }

  private func isDigit(at index: Int) -> Bool { scalar(at: index).map { ("0"..."9").contains($0) } ?? false }

  private mutating func readString(quote: Unicode.Scalar) throws(Failure) {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let current = scalar(at: position), current != quote {
      position += 1
      if current == "\\" { try text.append(readEscape()) } else { text.append(current) }
    }
    guard position < scalars.count else { throw fault("文字没有结束的引号", at: start, hint: "在后面写 \(quote)") }
    position += 1
    add(.string, String(text), at: start)
  }

  private mutating func readEscape() throws(Failure) -> Unicode.Scalar {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "\\": "\\", "'": "'", "\"": "\"", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let mark = scalar(at: position), let escape = escapes[mark] else {
      throw fault("文字里的反斜杠后面不能是这个字", at: position - 1, hint: "要写反斜杠本身，写作 \\\\")
    }
    position += 1
    return escape
  }

  private func scalar(at index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func spaceEnd(from start: Int) -> Int {
    scalars[min(start, scalars.count)...].firstIndex { !$0.isPythonSpace } ?? scalars.count
  }

  private mutating func skipSpace() { position = spaceEnd(from: position) }

  private mutating func add(_ kind: Token.Kind, _ text: String = "", at offset: Int) {
    tokens.append(Token(kind: kind, text: text, offset: offset))
  }

  private func fault(_ message: String, at offset: Int, hint: String? = nil) -> Failure {
    source.failure(Fault(.syntax, message, hint: hint), at: offset)
  }
}

extension Unicode.Scalar {
  /// The ASCII sign that was meant by a full-width one.
  fileprivate var halfWidth: Unicode.Scalar? {
    switch self {
    case "“", "”", "「", "」", "『", "』": "\""
    case "‘", "’": "'"
    case "、": ","
    case "。": "."
    case "【": "["
    case "】": "]"
    case "《", "〈": "<"
    case "》", "〉": ">"
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(value - 0xFEE0)
    default: nil
    }
  }
}
