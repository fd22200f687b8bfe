import Glibc

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
