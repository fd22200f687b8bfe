import Diagnostics
import Glibc

/// A file of the output as it was.
struct PresentFile: ~Copyable {
  let file: File
  /// In bytes.
  let size: Int
}

extension FileSystem {
  /// Whether a file has these bytes from `start` on.
  func holds(
    _ bytes: UnsafeRawBufferPointer, _ file: borrowing File, from start: Int
  ) throws(Diagnostic) -> Bool {
    let buffer = Buffer(for: bytes.count)
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(buffer.bytes.count))
      let twin = UnsafeMutableRawBufferPointer(rebasing: buffer.bytes.prefix(part.count))
      let count = try read(file, from: start + rest.startIndex, into: twin)
      guard count == part.count, let wanted = part.baseAddress, memcmp(buffer.start, wanted, count) == 0 else {
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

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
