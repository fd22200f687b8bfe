import Diagnostics

/// A node with the file and the field it belongs to: whoever asks it for a value of one type gets the value, or a
/// diagnostic that says where it stands and what was expected.
package struct PlacedNode: Sendable {
  static let mappingShape = "几行“键: 内容”"

  package let node: Node
  package let file: String
  /// The key under which the node stands; for an item of a sequence, that of the sequence.
  package let field: String?

  package init(_ node: Node, in file: String, field: String? = nil) {
    self.node = node
    self.file = file
    self.field = field
  }

  package var place: Place { Place(file, line: node.line, column: node.column, field: field) }

  /// Whether the value was left out: `键:` with nothing behind it, `~` or `null`.
  package var isEmpty: Bool {
    switch node.content {
    case .scalar(_, .null): true
    case .scalar(let text, .plain): text.isEmpty || text == "~" || text == "null"
    default: false
    }
  }

  /// The value of a mapping's key; `nil` where it is missing or empty.
  package subscript(key: String) -> PlacedNode? {
    guard let value = node[key].map({ PlacedNode($0, in: file, field: key) }), !value.isEmpty else { return nil }
    return value
  }

  /// The value of a key that a mapping must have.
  package func required(_ key: String) throws(Diagnostic) -> PlacedNode {
    if let value = self[key] { return value }
    throw missing(key)
  }

  /// That a mapping lacks a key, or the key its value.
  package func missing(_ key: String) -> Diagnostic {
    let place = PlacedNode(node[key] ?? node, in: file, field: key).place
    return Diagnostic(.error, "key/missing", at: place, "缺少“\(key)”", hint: "请补上：\(key): 内容")
  }

  /// Reports each key that is not among `known`, with the nearest one that is, or that this is no mapping at all.
  package func checkKeys(among known: [String], reporting diagnostics: inout Diagnostics) {
    guard case .mapping(let entries) = node.content else { return diagnostics.add(wrongType(Self.mappingShape)) }
    for entry in entries {
      let key = PlacedNode(entry.key, in: file)
      guard let name = entry.key.scalarText, !known.contains(where: { $0.hasSameBytes(as: name) }) else { continue }
      let hint =
        if let (slip, _) = YAMLSlip.findAfterKey(in: name) {
          slip.hint
        } else if let nearest = nearestName(to: name, among: known) {
          "是不是要写“\(nearest)”？"
        } else {
          "可用的键：\(known.joined(separator: "、"))"
        }
      diagnostics.error("key/unknown", at: key.place, "不认识的键“\(name)”", hint: hint)
    }
  }

  /// The keys and values of a mapping whose keys are free; each value has its key for a field.
  package func entries() throws(Diagnostic) -> [(key: String, value: PlacedNode)] {
    guard case .mapping(let entries) = node.content else { throw wrongType(Self.mappingShape) }
    return entries.map { entry in
      let key = entry.key.scalarText ?? ""
      return (key, PlacedNode(entry.value, in: file, field: key))
    }
  }

  /// The items of a sequence.
  package func items() throws(Diagnostic) -> [PlacedNode] {
    guard case .sequence(let items) = node.content else { throw wrongType("列表（每项一行，以“- ”开头）") }
    return items.map { PlacedNode($0, in: file, field: field) }
  }

  /// The text of a scalar, as it is written.
  package func text() throws(Diagnostic) -> String {
    guard let text = node.scalarText else { throw wrongType("文字") }
    return text
  }

  /// The texts of a sequence of scalars; one scalar counts as a sequence of one.
  package func texts() throws(Diagnostic) -> [String] {
    guard case .sequence = node.content else { return [try text()] }
    return try items().map { (item) throws(Diagnostic) in try item.text() }
  }

  /// `是` or `否`, also `true` or `false`.
  package func boolean() throws(Diagnostic) -> Bool {
    switch node.scalarText {
    case "是", "true": true
    case "否", "false": false
    default: throw wrongType("“是”或“否”")
    }
  }

  /// A whole number in ASCII or full-width digits.
  package func integer() throws(Diagnostic) -> Int {
    let digits = node.scalarText?.unicodeScalars.map { scalar in
      ("０"..."９").contains(scalar) ? Character(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))) : Character(scalar)
    }
    guard let number = digits.flatMap({ Int(String($0)) }) else { throw wrongType("整数") }
    return number
  }

  /// That something else was expected here. Without `quoting` the message does not show the text that was found, which
  /// may be private in ledgers.
  package func wrongType(_ expected: String, quoting: Bool = true) -> Diagnostic {
    let subject = field.map { "“\($0)”" } ?? "这里"
    let found: String
    var hint: String?
    switch node.content {
    case .mapping: found = Self.mappingShape
    case .sequence: found = "列表"
    case .scalar where isEmpty: found = "空的"
    case .scalar(let text, _):
      found = quoting ? "文字“\(text.prefix(20))\(text.count > 20 ? "……" : "")”" : "文字"
      hint = YAMLSlip.findAfterKey(in: text)?.slip.hint
    }
    return Diagnostic(.error, "value/type", at: place, "\(subject)应是\(expected)，这里却是\(found)", hint: hint)
  }
}
