/// Memory for one piece of a file.
struct Buffer: ~Copyable {
  /// In bytes.
  private static let limit = 1 << 16

  let start: UnsafeMutableRawPointer
  private let count: Int

  /// For files of so many bytes.
  init(for size: Int) {
    count = min(size, Self.limit)
    start = .allocate(byteCount: count, alignment: 16)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: start, count: count) }
}
