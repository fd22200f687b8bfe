/// A JSON value, as it is to be written.
package enum JSONValue {
  case text(String?)
  case number(Int?)
  case truth(Bool)
  /// A number with a point, as it is to be written; `nil` is null.
  case decimal(String?)
  /// In the order in which they are to be written.
  indirect case object([(String, JSONValue)])
  indirect case list([JSONValue])
}

extension JSONText {
  package static func write(_ members: [(String, JSONValue)], into bytes: inout [UInt8]) {
    bytes += "{".utf8
    for (index, (name, value)) in members.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      write(name, into: &bytes)
      bytes += ": ".utf8
      write(value, into: &bytes)
    }
    bytes += "}".utf8
  }

  package static func write(_ value: JSONValue, into bytes: inout [UInt8]) {
    switch value {
    case .text(let text?): write(text, into: &bytes)
    case .number(let number?): bytes += String(number).utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .decimal(let digits?): bytes += digits.utf8
    case .text(nil), .number(nil), .decimal(nil): bytes += "null".utf8
    case .object(let members): write(members, into: &bytes)
    case .list(let items):
      bytes += "[".utf8
      for (index, item) in items.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        write(item, into: &bytes)
      }
      bytes += "]".utf8
    }
  }
}
