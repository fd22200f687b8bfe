import Glibc

/// Files of a site that are sent as they are.
package struct SiteFolder: Sendable {
  private let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// The bytes of the regular file at a path below the folder; `nil` where there is none, or where links lead out of the
  /// folder.
  func bytes(of path: String) -> [UInt8]? {
    guard let root = realpath(folder, nil) else { return nil }
    defer { free(root) }
    guard let file = realpath("\(folder)/\(path)", nil) else { return nil }
    defer { free(file) }
    guard Self.lies(file, below: root) else { return nil }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
  }

  /// Both without links.
  private static func lies(_ file: UnsafePointer<CChar>, below root: UnsafePointer<CChar>) -> Bool {
    let length = strlen(root)
    if length == 1 { return true }
    return strncmp(file, root, length) == 0 && file[length] == CChar(UInt8(ascii: "/"))
  }
}
