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

/// What users know a file as; put together only when somebody wants to read it.
struct FileName: Sendable, CustomStringConvertible {
  private let path: String
  private let folder: Folder?

  /// An empty path stands for `folder` itself.
  init(_ path: String, in folder: Folder? = nil) {
    self.path = path
    self.folder = folder
  }

  var description: String {
    guard let folder else { return path }
    return path.isEmpty ? folder.label : OutputPath.join(folder.label, path)
  }
}
