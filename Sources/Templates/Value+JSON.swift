import Diagnostics

extension Value {
  /// JSON as Jinja's `tojson` writes it: keys in order, all but ASCII as `\u` escapes, and nothing that HTML would read.
  /// `level` says how many lists and records this value is in, plus one.
  func json(indent: Int?, level: Int = 1) throws -> String {
    switch self {
    case .none: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .int(let number): return String(number)
    case .double(let number):
      guard number.isFinite else { throw Fault(.value, "JSON 里没有这样的数") }
      return number.printed
    case .string(let text), .markup(let text): return Value.json(text)
    case .undefined: throw Fault(.value, "没有的值不能写成 JSON")
    case .list, .record: break
    }
    guard level <= Limits.nesting else { throw Value.tooLong }
    let fields = mapping.map { zip($0.shape.names, $0.values).sorted { $0.0.codePointOrder($1.0) < 0 } }
    let parts =
      try fields?.map { try Value.json($0) + ": " + $1.json(indent: indent, level: level + 1) }
      ?? elements().map { try $0.json(indent: indent, level: level + 1) }
    let lineBreaks = [level, level - 1].map { level in
      parts.isEmpty ? "" : indent.map { "\n" + String(repeating: " ", count: $0 * level) } ?? ""
    }
    let text = lineBreaks[0] + parts.joined(separator: indent == nil ? ", " : "," + lineBreaks[0]) + lineBreaks[1]
    guard text.utf8.count <= Limits.text else { throw Value.tooLong }
    return fields == nil ? "[\(text)]" : "{\(text)}"
  }

  private static func json(_ text: String) -> String {
    var json: [UInt8] = []
    JSONText.write(text, into: &json)
    return String(decoding: json, as: UTF8.self).unicodeScalars.reduce(into: "") { json, scalar in
      if scalar.isASCII, scalar != "'" { return json.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 { json += "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst() }
    }
  }
}
