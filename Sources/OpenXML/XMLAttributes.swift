import CExpat

/// The attributes of an element, valid while they are handed over.
package struct XMLAttributes {
  /// Names and values in turn, with `nil` at the end.
  private let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) { self.list = list }

  /// The value of the first attribute of that name, in whatever namespace.
  package subscript(name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// Its bytes, up to a NUL.
  package func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var list else { return nil }
    while let key = list[0] {
      if XMLName(key) == name { return list[1] }
      list += 2
    }
    return nil
  }

  /// Whether a switch is on, which the formats write as `1`, `true` or `on`.
  package func isOn(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }
}
