import Glibc

/// An open file with one owner.
struct File: ~Copyable, Sendable {
  private(set) var descriptor: CInt
  let name: FileName

  init(_ descriptor: CInt, name: FileName) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The descriptor, for somebody else to close.
  mutating func release() -> CInt {
    defer { descriptor = -1 }
    return descriptor
  }
}
