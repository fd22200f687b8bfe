struct Token {
  /// Symbols are those of expressions, and the braces around tags.
  enum Kind { case text, name, string, number, symbol, end }

  let kind: Kind
  /// What it stands for: the text, the name, the content of a string with its escapes resolved, the digits.
  let text: String
  let offset: Int
}

/// Cuts a template into tokens, by the rules of Jinja's own lexer with its default settings.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tokens: [Token] = []
  /// What closes the brackets that are open here, and where they stand.
  private var brackets: [(closing: Unicode.Scalar, offset: Int)] = []

  static func tokens(of source: Source) throws -> [Token] {
    var lexer = Lexer(scalars: source.scalars)
    try lexer.readTemplate()
    return lexer.tokens
  }

  private mutating func readTemplate() throws {
    while let start = find("{", "{%#", from: position) {
      addText(position..<start, before: start + 2)
      position = signEnd(from: start + 2)
      switch scalars[start + 1] {
      case "#": try skipComment(from: start)
      case "{": try readTag(from: start, closing: "}")
      default: if try !readRaw(from: start) { try readTag(from: start, closing: "%") }
      }
    }
    addText(position..<scalars.count, before: scalars.count)
    add(.end, "", at: max(scalars.count - 1, 0))
  }

  /// Where `first` stands, with one of `seconds` behind it.
  private func find(_ first: Unicode.Scalar, _ seconds: String, from start: Int) -> Int? {
    scalars[start...].indices.dropLast().first { index in
      scalars[index] == first && seconds.unicodeScalars.contains(scalars[index + 1])
    }
  }

  /// Text, without the white space at its end if the tag behind it has a `-` at `sign`.
  private mutating func addText(_ range: Range<Int>, before sign: Int) {
    var end = range.upperBound
    while scalar(at: sign) == "-", end > range.lowerBound, scalars[end - 1].isPythonSpace { end -= 1 }
    if end > range.lowerBound { add(.text, String(scalars[range.lowerBound..<end]), at: range.lowerBound) }
  }

  private mutating func skipComment(from start: Int) throws {
    guard let end = find("#", "}", from: position) else {
      throw Fault(.syntax, "注释没有结束", hint: "注释写作 {# … #}", at: start)
    }
    position = end > position && scalars[end - 1] == "-" ? spaceEnd(from: end + 2) : end + 2
  }

  /// `{% raw %}`, whose content is text to its `{% endraw %}`.
  private mutating func readRaw(from start: Int) throws -> Bool {
    guard let content = tagEnd(named: "raw", at: position) else { return false }
    var next = content
    while let end = find("{", "%", from: next) {
      if let closing = tagEnd(named: "endraw", at: signEnd(from: end + 2)) {
        addText(content..<end, before: end + 2)
        position = closing
        return true
      }
      next = end + 1
    }
    throw Fault(.syntax, "{% raw %} 没有结束", hint: "在后面写 {% endraw %}", at: start)
  }

  /// Where the text behind the tag begins that holds only `name`, if there is one.
  private func tagEnd(named name: String, at start: Int) -> Int? {
    let nameStart = spaceEnd(from: start)
    guard scalars[nameStart...].starts(with: name.unicodeScalars) else { return nil }
    let end = spaceEnd(from: nameStart + name.unicodeScalars.count)
    return scalar(at: end) == "+" && name == "raw" ? nil : closingEnd("%", at: end)
  }

  /// Where what follows a tag or an output begins, if that is closed here.
  private func closingEnd(_ closing: Unicode.Scalar, at start: Int) -> Int? {
    let sign = scalar(at: start)
    let end = sign == "-" || (sign == "+" && closing == "%") ? start + 1 : start
    guard scalar(at: end) == closing, scalar(at: end + 1) == "}" else { return nil }
    return sign == "-" ? spaceEnd(from: end + 2) : end + 2
  }

  private mutating func readTag(from start: Int, closing: Unicode.Scalar) throws {
    add(.symbol, closing == "%" ? "{%" : "{{", at: start)
    while true {
      position = spaceEnd(from: position)
      guard let current = scalar(at: position) else {
        throw Fault(.syntax, closing == "%" ? "标签没有结束" : "输出没有结束", hint: "在后面写 \(closing)}", at: start)
      }
      if brackets.isEmpty, let end = closingEnd(closing, at: position) {
        add(.symbol, "\(closing)}", at: position)
        position = end
        return
      }
      if current.isDigit {
        try readNumber()
      } else if current == "_" || current.properties.isXIDStart {
        let start = position
        skip(while: \.properties.isXIDContinue)
        try checkName(start..<position)
        add(.name, String(scalars[start..<position]), at: start)
      } else if current == "\"" || current == "'" {
        try readString(quote: current)
      } else {
        try readSymbol(current)
      }
    }
  }

  /// Names of fields, behind a dot, are looked up as they are.
  private func checkName(_ range: Range<Int>) throws {
    if let last = tokens.last, last.kind == .symbol, last.text == "." { return }
    guard let place = scalars[range].firstIndex(where: { !$0.isPlainInNames }) else { return }
    let hint = scalars[place].halfWidth.map { "用半角，写作 \($0)" } ?? "换一个字"
    throw Fault(.unsupported, "名字里不能有“\(scalars[place])”：Jinja 会把它和别的字当成一个", hint: hint, at: place)
  }

  /// What to write for the signs of other languages.
  private static let words: [Unicode.Scalar: String] = [
    "&": "“并且”写作 and", "!": "“不是”写作 not，“不等于”写作 !=", "?": "写作 … if 条件 else …",
  ]

  private mutating func readSymbol(_ current: Unicode.Scalar) throws {
    let pair = String(scalars[position..<min(position + 2, scalars.count)])
    let isPair = ["//", "**", "==", "!=", ">=", "<="].contains(pair)
    guard isPair || "+-*/%~[](){}<>=.:|,;".unicodeScalars.contains(current) else {
      let hint = current.halfWidth.map { "标签里的符号用半角，写作 \($0)" } ?? Self.words[current] ?? "原样的文字写在引号里"
      throw Fault(.syntax, "这里不能写“\(current)”", hint: hint, at: position)
    }
    let closings: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]
    if let closing = closings[current] {
      brackets.append((closing, position))
    } else if closings.values.contains(current) {
      guard let last = brackets.popLast() else {
        throw Fault(.syntax, "多了一个“\(current)”，前面没有与它成对的括号", at: position)
      }
      guard last.closing == current else {
        let hint = "在“\(current)”之前写“\(last.closing)”"
        throw Fault(.syntax, "括号“\(scalars[last.offset])”没有结束", hint: hint, at: last.offset)
      }
    }
    add(.symbol, isPair ? pair : String(current), at: position)
    position += isPair ? 2 : 1
  }

  private mutating func readNumber() throws {
    let start = position
    skip(while: \.isDigit)
    let whole = scalars[start..<position]
    // After a dot comes a place in a list: `a.1.2`.
    if start == 0 || scalars[start - 1] != "." {
      if scalar(at: position) == "." { skipDigits(behind: 1) }
      if scalar(at: position) == "e" || scalar(at: position) == "E" {
        let isSigned = scalar(at: position + 1) == "+" || scalar(at: position + 1) == "-"
        skipDigits(behind: isSigned ? 2 : 1)
      }
    }
    if position == whole.endIndex, whole.first == "0", whole.contains(where: { $0 != "0" }) {
      throw Fault(.syntax, "整数前面不能有 0", hint: "编号写成文字，如 \"0487\"", at: start)
    }
    add(.number, String(scalars[start..<position]), at: start)
  }

  /// Goes behind the digits that follow after `count` scalars, if there are any.
  private mutating func skipDigits(behind count: Int) {
    guard scalar(at: position + count)?.isDigit == true else { return }
    position += count
    skip(while: \.isDigit)
  }

  private mutating func readString(quote: Unicode.Scalar) throws {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "\\": "\\", "'": "'", "\"": "\"", "n": "\n", "r": "\r", "t": "\t",
    ]
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let current = scalar(at: position), current != quote {
      position += 1
      guard current == "\\" else {
        text.append(current)
        continue
      }
      guard let mark = scalar(at: position), let escape = escapes[mark] else {
        throw Fault(.syntax, "文字里的反斜杠后面不能是这个字", hint: "要写反斜杠本身，写作 \\\\", at: position - 1)
      }
      text.append(escape)
      position += 1
    }
    guard position < scalars.count else {
      throw Fault(.syntax, "文字没有结束的引号", hint: "在后面写 \(quote)", at: start)
    }
    position += 1
    add(.string, String(text), at: start)
  }

  private func scalar(at index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skip(while isPart: (Unicode.Scalar) -> Bool) {
    while position < scalars.count, isPart(scalars[position]) { position += 1 }
  }

  private func spaceEnd(from start: Int) -> Int {
    scalars[min(start, scalars.count)...].firstIndex { !$0.isPythonSpace } ?? scalars.count
  }

  /// Behind the `-` or `+` of a tag, if it has one.
  private func signEnd(from start: Int) -> Int {
    scalar(at: start) == "-" || scalar(at: start) == "+" ? start + 1 : start
  }

  private mutating func add(_ kind: Token.Kind, _ text: String, at offset: Int) {
    tokens.append(Token(kind: kind, text: text, offset: offset))
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// The ASCII sign that was meant by a full-width one.
  fileprivate var halfWidth: Unicode.Scalar? {
    if ("\u{FF01}"..."\u{FF5E}").contains(self) { return Unicode.Scalar(value - 0xFEE0) }
    let pairs = zip("“”「」『』‘’、。【】《》〈〉".unicodeScalars, "\"\"\"\"\"\"'',.[]<><>".unicodeScalars)
    return pairs.first { $0.0 == self }?.1
  }
}
