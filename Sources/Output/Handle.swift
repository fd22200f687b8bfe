import Glibc

/// What users know a file as; put together only when somebody wants to read it.
struct FileName: Sendable, CustomStringConvertible {
  private let path: String
  private let folder: Folder?

  /// - Parameter path: empty for `folder` itself.
  init(_ path: String, in folder: Folder? = nil) {
    self.path = path
    self.folder = folder
  }

  var description: String {
    guard let folder else { return path }
    return path.isEmpty ? folder.label : OutputPath.join(folder.label, path)
  }
}

/// An open folder, closed with its last owner; paths relative to it stay right even if it is moved.
final class Folder: Sendable {
  let descriptor: CInt
  /// What users know it as.
  let label: String

  init(_ descriptor: CInt, label: String) {
    self.descriptor = descriptor
    self.label = label
  }

  deinit { close(descriptor) }
}

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

extension FileSystem {
  /// What a name in a folder stands for; a symbolic link is `other`.
  enum Kind: Sendable { case file, folder, other }

  struct Entry: Sendable {
    let name: String
    let kind: Kind
  }
}

extension stat {
  var kind: FileSystem.Kind {
    switch st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
