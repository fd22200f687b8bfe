import Diagnostics
import Glibc
import Integrity

/// The bytes of one file of the output, piece by piece.
protocol Content: ~Copyable {
  /// In bytes.
  var size: Int { get }

  /// Some of the bytes from `offset` on, which stay there until the next piece is asked for; none at the end.
  func piece(at offset: Int, _ fileSystem: FileSystem) throws(Diagnostic) -> UnsafeRawBufferPointer
}

extension Content where Self: ~Copyable {
  /// Whether the bytes are those of `file` from `start` on, which has as many.
  func equals(_ file: borrowing File, from start: Int = 0, _ fileSystem: FileSystem) throws(Diagnostic) -> Bool {
    let buffer = Buffer(for: size)
    var offset = 0
    while offset < size {
      let piece = try piece(at: offset, fileSystem)
      let twin = UnsafeMutableRawBufferPointer(rebasing: buffer.bytes.prefix(piece.count))
      let read = try fileSystem.read(file, from: start + offset, into: twin)
      guard read == piece.count, let wanted = piece.baseAddress, memcmp(buffer.start, wanted, read) == 0 else {
        return false
      }
      offset += read
    }
    return true
  }

  func add(to digester: inout Digester, _ fileSystem: FileSystem) throws(Diagnostic) {
    var offset = 0
    while case let piece = try piece(at: offset, fileSystem), !piece.isEmpty {
      digester.add(piece)
      offset += piece.count
    }
  }

  func write(to file: borrowing File, _ fileSystem: FileSystem) throws(Diagnostic) {
    var offset = 0
    while case let piece = try piece(at: offset, fileSystem), !piece.isEmpty {
      try fileSystem.write(piece, to: file)
      offset += piece.count
    }
  }
}

/// A file of the output as it was.
struct PresentFile: ~Copyable {
  let file: File
  /// In bytes.
  let size: Int
}

/// Bytes in memory.
struct Bytes: Content {
  let bytes: UnsafeRawBufferPointer

  var size: Int { bytes.count }

  func piece(at offset: Int, _ fileSystem: FileSystem) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(Buffer.limit))
  }
}

/// A file elsewhere, of any size.
struct SourceFile: Content, ~Copyable {
  let size: Int
  private let file: File
  private let buffer: Buffer

  init(_ path: String, _ fileSystem: FileSystem) throws(Diagnostic) {
    guard let file = try fileSystem.open(path) else { throw Diagnostic(.open, refusedWith: ENOENT, at: path) }
    let status = try fileSystem.status(of: file)
    guard status.kind == .file else {
      throw Diagnostic(.error, "system/not-a-file", at: Place(path), "不是普通文件，不能发布", hint: "请换成普通文件")
    }
    self.init(file, size: status.st_size)
  }

  /// The first `size` bytes of an open file.
  init(_ file: consuming File, size: Int) {
    self.size = size
    buffer = Buffer(for: size)
    self.file = file
  }

  func piece(at offset: Int, _ fileSystem: FileSystem) throws(Diagnostic) -> UnsafeRawBufferPointer {
    let count = try fileSystem.read(file, from: offset, into: buffer.bytes)
    guard count == min(size - offset, Buffer.limit) else {
      throw Diagnostic(.error, "system/source-changed", at: Place(file.name.description), "文件在读取时被改动", hint: "请重新生成")
    }
    return UnsafeRawBufferPointer(rebasing: buffer.bytes.prefix(count))
  }
}

extension FileSystem {
  /// Writes the first `count` bytes of a file, which has as many, to another.
  func copy(_ count: Int, of file: borrowing File, to copy: borrowing File) throws(Diagnostic) {
    let buffer = Buffer(for: count)
    var offset = 0
    while offset < count {
      let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer.bytes.prefix(count - offset))
      let got = try read(file, from: offset, into: wanted)
      guard got == wanted.count else { throw Diagnostic(.read, refusedWith: EIO, at: file.name.description) }
      try write(UnsafeRawBufferPointer(wanted), to: copy)
      offset += got
    }
  }
}

/// Memory for one piece of a file.
private struct Buffer: ~Copyable {
  /// In bytes.
  static let limit = 1 << 16

  let start: UnsafeMutableRawPointer
  private let count: Int

  init(for size: Int) {
    // One more than a small file has, to see that it has grown.
    count = min(size + 1, Self.limit)
    start = .allocate(byteCount: count, alignment: 16)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: start, count: count) }
}
