import Diagnostics

/// Reads YAML by libyaml's events into nodes that know their places.
///
/// Of YAML it takes mappings with text as keys, sequences and scalars. Anchors, aliases, merge keys, tags and a second
/// document are refused: people who write content have no use for them, and they make small files into huge values.
package struct YAMLReader: ~Copyable {
  /// How deep sequences and mappings may stand in one another.
  package static let maximumDepth = 64

  private var parser: YAMLParser
  private let file: String
  private var nodes = 0

  /// The value of one document, or `nil` when the text has none. The text is valid UTF-8 without byte order mark and
  /// begins on line `firstLine` of the file.
  package static func read(
    _ text: ArraySlice<UInt8>, file: String, firstLine: Int = 1
  ) throws(Diagnostic) -> Node? {
    guard !text.isEmpty else { return nil }
    return try text.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
      var reader = YAMLReader(parser: YAMLParser(bytes, file: file, firstLine: firstLine), file: file)
      return try reader.document()
    }
  }

  private init(parser: consuming YAMLParser, file: String) {
    self.parser = parser
    self.file = file
  }

  private mutating func document() throws(Diagnostic) -> Node? {
    guard case .documentStart = try parser.next() else { return nil }
    let root = try node(parser.next(), depth: 0)
    _ = try parser.next()
    if case .documentStart = try parser.next() { throw YAMLFault.secondDocument(at: parser.place) }
    return root
  }

  /// The node that `event` begins.
  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> Node {
    let (line, column) = (parser.line, parser.column)
    nodes += 1
    guard nodes <= Node.maximumCount else { throw YAMLFault.tooLarge(at: parser.place) }
    if case .scalar(let text, let kind) = event {
      guard kind != .plain || !lacksBlankAfterDash(text) else { throw YAMLFault.dash(at: parser.place) }
      return Node(content: .scalar(text, kind), line: line, column: column)
    }
    guard depth < Self.maximumDepth else { throw YAMLFault.tooDeep(at: parser.place) }
    let content: Node.Content
    if case .mappingStart = event {
      content = .mapping(try entries(depth: depth + 1))
    } else {
      content = .sequence(try items(depth: depth + 1))
    }
    return Node(content: content, line: line, column: column)
  }

  private mutating func items(depth: Int) throws(Diagnostic) -> [Node] {
    var items: [Node] = []
    while true {
      let event = try parser.next()
      if case .end = event { return items }
      items.append(try node(event, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(Diagnostic) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    while true {
      let event = try parser.next()
      if case .end = event { break }
      guard case .scalar(let text, let kind) = event else { throw YAMLFault.keyIsNoText(at: parser.place) }
      if text == "<<", kind == .plain { throw YAMLFault.reference(at: parser.place) }
      if let first = text.unicodeScalars.first, first == "\u{3000}" || first == "\u{A0}" {
        throw YAMLSlip.wideBlank.diagnostic(at: parser.place)
      }
      let key = try node(event, depth: depth)
      entries.append(Node.Entry(key: key, value: try node(parser.next(), depth: depth)))
    }
    try entries.checkKeysDiffer(in: file)
    return entries
  }

  /// Whether an item of a list was written as `-甲`, which YAML takes for text.
  private func lacksBlankAfterDash(_ text: String) -> Bool {
    let start = text.utf8.prefix(2)
    return start.first == UInt8(ascii: "-") && start.last.map { $0 >= 0x80 } ?? false
  }
}
