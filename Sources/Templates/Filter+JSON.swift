extension Filter {
  /// As Jinja's `tojson` writes it: keys in order, all but ASCII as `\u` escapes, and nothing that HTML would read.
  static func json(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let indent = call.isNone(0) ? nil : max(0, try call.int(0))
    var text = ""
    try write(value, to: &text, indent: indent, level: 1)
    return .markup(text)
  }

  private static func write(_ value: Value, to text: inout String, indent: Int?, level: Int) throws(Fault) {
    guard level <= Limits.nesting, text.utf8.count <= Limits.text else { throw Value.tooLong }
    switch value {
    case .none: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .int(let number): text += String(number)
    case .double(let number):
      guard number.isFinite else { throw Fault(.value, "JSON 里没有这样的数") }
      text += number.printed
    case .string(let string), .markup(let string): write(string, to: &text)
    case .list(let items): try write(items, in: ("[", "]"), keys: nil, to: &text, indent: indent, level: level)
    case .record(let record) where record.shape.isTuple:
      try write(record.values, in: ("[", "]"), keys: nil, to: &text, indent: indent, level: level)
    case .record(let record):
      let fields = zip(record.shape.names, record.values).sorted { $0.0.codePointOrder($1.0) < 0 }
      try write(fields.map(\.1), in: ("{", "}"), keys: fields.map(\.0), to: &text, indent: indent, level: level)
    case .undefined: throw Fault(.value, "没有的值不能写成 JSON")
    }
  }

  private static func write(
    _ values: [Value], in brackets: (String, String), keys: [String]?, to text: inout String, indent: Int?, level: Int
  ) throws(Fault) {
    let lineBreak = { (level: Int) in indent.map { "\n" + String(repeating: " ", count: $0 * level) } ?? "" }
    text += brackets.0
    for (place, value) in values.enumerated() {
      if place > 0 { text += indent == nil ? ", " : "," }
      text += lineBreak(level)
      if let keys {
        write(keys[place], to: &text)
        text += ": "
      }
      try write(value, to: &text, indent: indent, level: level + 1)
    }
    if !values.isEmpty { text += lineBreak(level - 1) }
    text += brackets.1
  }

  private static func write(_ string: String, to text: inout String) {
    let plain: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b", "\u{C}": "\\f",
    ]
    text += "\""
    for scalar in string.unicodeScalars {
      if let escape = plain[scalar] {
        text += escape
      } else if (" "..."~").contains(scalar), !"<>&'".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    text += "\""
  }
}
