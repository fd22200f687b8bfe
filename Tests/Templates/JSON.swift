@testable import Templates

/// Reads and writes the JSON of the test cases; unlike Foundation it keeps the order of keys, and tells 1 from 1.0.
struct JSONReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  static func value(of text: String) -> Value {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    return reader.readValue()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func next() -> Unicode.Scalar {
    while scalars[position].properties.isWhitespace { position += 1 }
    return scalars[position]
  }

  private mutating func readValue() -> Value {
    switch next() {
    case "{":
      let fields = readItems(to: "}") { reader in
        let key = reader.readString()
        precondition(reader.next() == ":")
        reader.position += 1
        return (key, reader.readValue())
      }
      if fields.first?.0 == "$markup", case .string(let text) = fields[0].1 { return .markup(text) }
      return .record(Record(fields))
    case "[": return .list(readItems(to: "]") { $0.readValue() })
    case "\"": return .string(readString())
    default:
      let start = position
      while position < scalars.count, !",]} \n".unicodeScalars.contains(scalars[position]) { position += 1 }
      switch String(String.UnicodeScalarView(scalars[start..<position])) {
      case "true": return true
      case "false": return false
      case "null": return nil
      case let number: return Int(number).map(Value.int) ?? .double(Double(number) ?? .nan)
      }
    }
  }

  private mutating func readItems<Item>(to end: Unicode.Scalar, _ read: (inout JSONReader) -> Item) -> [Item] {
    position += 1
    var items: [Item] = []
    while next() != end {
      items.append(read(&self))
      if next() == "," { position += 1 }
    }
    position += 1
    return items
  }

  private mutating func readString() -> String {
    precondition(next() == "\"")
    position += 1
    var text = ""
    while scalars[position] != "\"" {
      if scalars[position] == "\\" {
        position += 1
        switch scalars[position] {
        case "n": text += "\n"
        case "r": text += "\r"
        case "t": text += "\t"
        case "b": text += "\u{8}"
        case "f": text += "\u{C}"
        case "u":
          var unit = readUnit()
          if (0xD800..<0xDC00).contains(unit) {
            position += 2
            unit = 0x10000 + (unit - 0xD800) << 10 + (readUnit() - 0xDC00)
          }
          text.unicodeScalars.append(Unicode.Scalar(unit) ?? "?")
        case let other: text.unicodeScalars.append(other)
        }
      } else {
        text.unicodeScalars.append(scalars[position])
      }
      position += 1
    }
    position += 1
    return text
  }

  private mutating func readUnit() -> UInt32 {
    let digits = String(String.UnicodeScalarView(scalars[(position + 1)...(position + 4)]))
    position += 4
    return UInt32(digits, radix: 16) ?? 0
  }
}

extension Value {
  var json: String {
    switch self {
    case .none, .undefined: "null"
    case .bool(let truth): truth ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): "\(number)"
    case .string(let text): text.json
    case .markup(let text): "{\"$markup\": \(text.json)}"
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .record(let record):
      "{" + zip(record.shape.names, record.values).map { "\($0.json): \($1.json)" }.joined(separator: ", ") + "}"
    }
  }
}

extension String {
  var json: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\0"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
