import CExpat
public import Glibc

/// Takes in what a part says, element by element.
package protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// Whether to go on; if not, the reader pauses behind the element.
  func end(_ name: XMLName) -> Bool
  /// A piece of text, which may come in several.
  func text(_ text: UnsafeBufferPointer<UInt8>)
}

/// The name of an element or an attribute, or a word of the format's own, valid while it is handed over.
///
/// Public, since functions of package access are not inlined into other modules, and each cell asks for several names.
public struct XMLName {
  /// Without the prefix: the strict and the transitional forms of the formats differ in their namespaces, and writers in
  /// their prefixes.
  @usableFromInline let text: UnsafePointer<CChar>

  /// Of text that ends with a NUL.
  @inlinable public init(_ text: UnsafePointer<CChar>) {
    self.text = strchr(text, CInt(UInt8(ascii: ":"))).map { UnsafePointer($0 + 1) } ?? text
  }

  /// Whether it is this name, in whatever namespace.
  @inlinable public static func == (left: XMLName, right: StaticString) -> Bool {
    strcmp(left.text, right.utf8Start) == 0
  }

  /// The same, for `switch`.
  @inlinable public static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

  package var local: String { String(cString: text) }
}

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
