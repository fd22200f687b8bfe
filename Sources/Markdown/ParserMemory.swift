import CMarkGFM
import Glibc

/// The memory of the trees that a thread works on: pieces cut from large blocks, all given back together.
///
/// The library asks for hundreds of small pieces for each document; to find a gap for each of them, and to free each,
/// takes the system as long as the parsing itself.
final class ParserMemory {
  /// What a parser is made with. The library hands its functions no context, so that each thread has a memory of its own.
  static var allocator: UnsafeMutablePointer<cmark_mem> { Shared.instance.allocator }

  /// The one of this thread.
  static var current: ParserMemory {
    if let known = pthread_getspecific(Shared.instance.key) {
      return Unmanaged<ParserMemory>.fromOpaque(known).takeUnretainedValue()
    }
    let memory = ParserMemory()
    pthread_setspecific(Shared.instance.key, Unmanaged.passRetained(memory).toOpaque())
    return memory
  }

  private struct Shared: @unchecked Sendable {
    static let instance = Shared()

    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    let key: pthread_key_t

    init() {
      allocator.initialize(
        to: cmark_mem(
          calloc: { count, size in ParserMemory.current.zeroes(count * size) },
          realloc: { piece, size in ParserMemory.current.enlarge(piece, to: size) },
          free: { _ in }))
      var key = pthread_key_t()
      pthread_key_create(&key) { memory in
        if let memory { Unmanaged<ParserMemory>.fromOpaque(memory).release() }
      }
      self.key = key
    }
  }

  private static let blockSize = 1 << 18
  /// Each piece stands behind its size, and all begin at multiples of this.
  private static let alignment = 16

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// Where the next piece is cut from the last block.
  private var offset = 0
  private var trees = 0

  deinit { for block in blocks { block.deallocate() } }

  /// Nothing is given back before each tree that was opened is closed.
  func openTree() { trees += 1 }

  func closeTree() {
    trees -= 1
    guard trees == 0 else { return }
    for block in blocks.dropFirst() { block.deallocate() }
    blocks.removeSubrange(min(1, blocks.count)...)
    offset = 0
  }

  private func zeroes(_ size: Int) -> UnsafeMutableRawPointer {
    let piece = take(size)
    memset(piece, 0, size)
    return piece
  }

  private func take(_ size: Int) -> UnsafeMutableRawPointer {
    let needed = Self.alignment + (size + Self.alignment - 1) / Self.alignment * Self.alignment
    if blocks.isEmpty || offset + needed > blocks[blocks.count - 1].count {
      blocks.append(.allocate(byteCount: max(needed, Self.blockSize), alignment: Self.alignment))
      offset = 0
    }
    let start = blocks[blocks.count - 1].baseAddress.unsafelyUnwrapped + offset
    offset += needed
    start.storeBytes(of: size, as: Int.self)
    return start + Self.alignment
  }

  private func enlarge(_ piece: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return take(size) }
    let present = (piece - Self.alignment).load(as: Int.self)
    if size <= present { return piece }
    let larger = take(size)
    larger.copyMemory(from: piece, byteCount: present)
    return larger
  }
}
