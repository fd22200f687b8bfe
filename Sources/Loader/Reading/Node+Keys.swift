import Diagnostics

extension Node {
  /// The text of a scalar, whatever its kind.
  package var scalarText: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The value of a mapping's key; `nil` where there is none, and for what is no mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.scalarText?.hasSameBytes(as: key) ?? false }?.value
  }
}

extension [Node.Entry] {
  /// - Throws: for a key that stands twice, with the places of both.
  func checkKeysDiffer(in file: String) throws(Diagnostic) {
    guard let (earlier, later) = firstEqualKeys else { return }
    throw Diagnostic(
      .error, "key/duplicate", at: Place(file, line: later.line, column: later.column),
      "键“\(later.scalarText ?? "")”重复：第 \(earlier.line) 行第 \(earlier.column) 列已经有了", hint: "请删去一个，或把两处合并")
  }

  private var firstEqualKeys: (earlier: Node, later: Node)? {
    // Most mappings are small, and comparing each with each is then faster than a dictionary.
    if count <= 32 {
      for (index, entry) in enumerated() {
        guard let text = entry.key.scalarText else { continue }
        for other in self[..<index] where other.key.scalarText?.hasSameBytes(as: text) ?? false {
          return (other.key, entry.key)
        }
      }
      return nil
    }
    var seen: [String: Node] = [:]
    for entry in self {
      guard let text = entry.key.scalarText else { continue }
      if let earlier = seen.updateValue(entry.key, forKey: text) { return (earlier, entry.key) }
    }
    return nil
  }
}

extension String {
  /// Equality without Unicode normalization, which `==` does for every text that is not ASCII.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
