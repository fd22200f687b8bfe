import Diagnostics
import Glibc

/// A file of any size, to be read once from its beginning to its end.
struct SourceFile: ~Copyable {
  /// In bytes.
  private let size: Int
  private let file: File

  init(_ path: String, _ fileSystem: FileSystem) throws(Diagnostic) {
    guard let file = try fileSystem.open(path) else { throw Diagnostic(.open, refusedWith: ENOENT, at: path) }
    let status = try fileSystem.status(of: file)
    guard status.kind == .file else {
      throw Diagnostic(.error, "system/not-a-file", at: Place(path), "不是普通文件，不能发布", hint: "请换成普通文件")
    }
    self.init(file, size: status.st_size)
  }

  /// An open file of so many bytes.
  init(_ file: consuming File, size: Int) {
    self.size = size
    self.file = file
  }

  /// Gives `take` the bytes piece by piece.
  func read(
    _ fileSystem: FileSystem, _ take: (UnsafeRawBufferPointer) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    // One more than a small file has, to see that it has grown.
    let buffer = Buffer(for: size + 1)
    var offset = 0
    while true {
      let count = try fileSystem.read(file, from: offset, into: buffer.bytes)
      guard count == min(size - offset, buffer.bytes.count) else {
        throw Diagnostic(.error, "system/source-changed", at: Place(file.name.description), "文件在读取时被改动", hint: "请重新生成")
      }
      if count == 0 { return }
      try take(UnsafeRawBufferPointer(rebasing: buffer.bytes.prefix(count)))
      offset += count
    }
  }
}
