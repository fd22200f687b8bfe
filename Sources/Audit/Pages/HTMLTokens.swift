import Renderer

/// The tags and texts of a page in their order: as much of HTML's tokenization as pages need that templates write
/// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). Comments and declarations are passed over.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token {
    case start(Tag)
    /// An end tag, by its name in lower case.
    case end(String)
    /// With its character references resolved.
    case text(String)
  }

  struct Tag {
    /// In lower case.
    let name: String
    /// In their order; a name without a value has an empty one.
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The element whose text is no markup, just begun.
  private var rawElement: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while index < bytes.count {
      if let name = rawElement {
        rawElement = nil
        let end = find(Array("</\(name)".utf8)) ?? bytes.count
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        index = end
        if !text.isEmpty { return .text(text) }
        continue
      }
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { index = end }
        return .text(Self.resolved(bytes[index..<end]))
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        index = find(Array("-->".utf8)).map { $0 + 3 } ?? bytes.count
      } else if let token = tag() {
        return token
      }
    }
    return nil
  }

  /// Moves behind a tag; `nil` for a declaration.
  private mutating func tag() -> Token? {
    index += 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = word { !Self.isBlank($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }.lowercased()
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
      } else {
        attributes.append(attribute())
      }
    }
    index = Swift.min(index + 1, bytes.count)
    if name.isEmpty || name.hasPrefix("!") || name.hasPrefix("?") { return nil }
    if isEnd { return .end(name) }
    if ["script", "style"].contains(name) { rawElement = name }
    return .start(Tag(name: name, attributes: attributes))
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = index
    let name = word { !Self.isBlank($0) && !"/>=".utf8.contains($0) }.lowercased()
    // A name that begins with the sign itself.
    if index == start { index += 1 }
    _ = word(Self.isBlank)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    _ = word(Self.isBlank)
    guard index < bytes.count, case let quote = bytes[index], "\"'".utf8.contains(quote) else {
      return (name, word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") })
    }
    index += 1
    let value = word { $0 != quote }
    index = Swift.min(index + 1, bytes.count)
    return (name, value)
  }

  /// The bytes from here on that are part of it.
  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return Self.resolved(bytes[start..<index])
  }

  private func find(_ word: [UInt8]) -> Int? {
    var start = index
    while let first = bytes[start...].firstIndex(of: word[0]) {
      if bytes[first...].starts(with: word) { return first }
      start = first + 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// With the character references that templates and Markdown write in the place of what they mean.
  private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { resolved, part in
      guard let end = part.prefix(10).firstIndex(of: ";"), let character = PageText.character(of: String(part[..<end]))
      else {
        return resolved + "&" + part
      }
      return resolved + String(character) + part[end...].dropFirst()
    }
  }
}
