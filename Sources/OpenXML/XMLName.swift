public import Glibc

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
