/// Writes JSON as Jinja's `tojson` does: keys in order, all but ASCII as `\u` escapes, and nothing that HTML would read.
struct JSONWriter {
  private let indent: Int?
  private var text = ""

  static func text(of value: Value, indent: Int?) throws -> String {
    var writer = JSONWriter(indent: indent)
    try writer.write(value, level: 1)
    return writer.text
  }

  private init(indent: Int?) { self.indent = indent }

  private mutating func write(_ value: Value, level: Int) throws {
    guard level <= Limits.nesting, text.utf8.count <= Limits.text else { throw Value.tooLong }
    switch value {
    case .none: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .int(let number): text += String(number)
    case .double(let number):
      guard number.isFinite else { throw Fault(.value, "JSON 里没有这样的数") }
      text += number.printed
    case .string(let string), .markup(let string): write(string)
    case .record(let record) where !record.shape.isTuple:
      let fields = zip(record.shape.names, record.values).sorted { $0.0.codePointOrder($1.0) < 0 }
      try write(fields.map { (key: $0, value: $1) }, between: "{", "}", level: level)
    case .list, .record: try write(value.elements().map { (key: nil, value: $0) }, between: "[", "]", level: level)
    case .undefined: throw Fault(.value, "没有的值不能写成 JSON")
    }
  }

  private mutating func write(
    _ items: [(key: String?, value: Value)], between start: String, _ end: String, level: Int
  ) throws {
    let lineBreak = { [indent] (level: Int) in indent.map { "\n" + String(repeating: " ", count: $0 * level) } }
    text += start
    for (place, item) in items.enumerated() {
      if place > 0 { text += indent == nil ? ", " : "," }
      text += lineBreak(level) ?? ""
      if let key = item.key {
        write(key)
        text += ": "
      }
      try write(item.value, level: level + 1)
    }
    if !items.isEmpty { text += lineBreak(level - 1) ?? "" }
    text += end
  }

  private mutating func write(_ string: String) {
    let escapes: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b", "\u{C}": "\\f",
    ]
    text += "\""
    for scalar in string.unicodeScalars {
      if let escape = escapes[scalar] {
        text += escape
      } else if (" "..."~").contains(scalar), !"<>&'".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    text += "\""
  }
}
