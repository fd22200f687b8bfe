import Diagnostics

extension Value {
  /// JSON as Jinja's `tojson` writes it: keys in order, all but ASCII as `\u` escapes, and nothing that HTML would read.
  /// `level` says how many lists and records this value is in, plus one.
  func json(indent: Int?, level: Int = 1) throws -> String {
    switch self {
    case .none: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .int(let number): return String(number)
    case .double(let number): return number.printed
    case .string(let text), .markup(let text): return try Value.json(text)
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
    let separator = indent == nil ? ", " : "," + lineBreaks[0]
    let length = parts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count }
    guard length <= Limits.text else { throw Value.tooLong }
    let text = lineBreaks[0] + parts.joined(separator: separator) + lineBreaks[1]
    return fields == nil ? "[\(text)]" : "{\(text)}"
  }

  private static func json(_ text: String) throws -> String {
    var json: [UInt8] = []
    JSONText.write(text, into: &json)
    let result = String(decoding: json, as: UTF8.self).unicodeScalars.reduce(into: "") { json, scalar in
      if scalar.isASCII, scalar != "'" { return json.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 { json += "\\u" + String(0x10000 + Int(unit), radix: 16).dropFirst() }
    }
    guard result.utf8.count <= Limits.text else { throw tooLong }
    return result
  }
}
