import Diagnostics
import Glibc

/// The bytes of one file of the output.
protocol Content: ~Copyable {
  /// In bytes.
  var size: Int { get }

  /// Whether `file`, which has the same size, has the same bytes.
  func equals(_ file: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) -> Bool

  func write(to file: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic)
}

/// Bytes in memory.
struct Bytes: Content {
  let bytes: UnsafeRawBufferPointer

  var size: Int { bytes.count }

  func equals(_ file: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) -> Bool {
    let buffer = Buffer(for: size)
    var offset = 0
    while offset < size {
      let count = try fileSystem.read(file, from: offset, into: buffer.bytes)
      let part = bytes[offset...].prefix(count)
      guard count > 0, part.count == count, buffer.starts(with: UnsafeRawBufferPointer(rebasing: part)) else {
        return false
      }
      offset += count
    }
    return true
  }

  func write(to file: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) {
    try fileSystem.write(bytes, to: file)
  }
}

/// A file elsewhere, of any size, that is read piece by piece.
struct SourceFile: Content, ~Copyable {
  private let file: File
  let size: Int

  init(_ path: String, _ fileSystem: FileSystem) throws(Diagnostic) {
    guard let file = try fileSystem.open(path) else {
      throw Diagnostic(.open, refusedWith: ENOENT, at: path)
    }
    let status = try fileSystem.status(of: file)
    guard status.kind == .file else {
      throw Diagnostic(.error, "system/not-a-file", at: Place(path), "不是普通文件，不能发布", hint: "请换成普通文件")
    }
    self.file = file
    size = status.st_size
  }

  func equals(_ other: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) -> Bool {
    let ours = Buffer(for: size)
    let theirs = Buffer(for: size)
    var offset = 0
    while offset < size {
      let count = try fileSystem.read(file, from: offset, into: ours.bytes)
      let found = try fileSystem.read(other, from: offset, into: theirs.bytes)
      let part = UnsafeRawBufferPointer(rebasing: theirs.bytes.prefix(found))
      guard count > 0, found == count, ours.starts(with: part) else { return false }
      offset += count
    }
    return true
  }

  func write(to copy: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) {
    let buffer = Buffer(for: size)
    var offset = 0
    while true {
      let count = try fileSystem.read(file, from: offset, into: buffer.bytes)
      if count == 0 { break }
      try fileSystem.write(UnsafeRawBufferPointer(rebasing: buffer.bytes.prefix(count)), to: copy)
      offset += count
    }
    guard offset == size else {
      throw Diagnostic(.error, "system/source-changed", at: Place(file.name.description), "文件在读取时被改动", hint: "请重新生成")
    }
  }
}

/// Memory for one piece of a file.
private struct Buffer: ~Copyable {
  private let start: UnsafeMutableRawPointer
  private let count: Int

  init(for size: Int) {
    count = max(1, min(size, 1 << 16))
    start = .allocate(byteCount: count, alignment: 16)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: start, count: count) }

  func starts(with part: UnsafeRawBufferPointer) -> Bool {
    guard let other = part.baseAddress else { return true }
    return memcmp(start, other, part.count) == 0
  }
}
