import CMarkGFM
import Glibc

/// The memory of the trees that a thread works on: pieces cut from large blocks, all given back together.
///
/// The library asks for hundreds of small pieces for each document; to find a gap for each of them, and to free each,
/// takes the system as long as the parsing itself.
struct ParserMemory {
  /// What a parser is made with. The library hands its functions no context, so that each thread has a memory of its own.
  static var allocator: UnsafeMutablePointer<cmark_mem> { Shared.instance.allocator }

  /// The one of this thread.
  static var current: UnsafeMutablePointer<ParserMemory> {
    if let known = pthread_getspecific(Shared.instance.key) { return known.assumingMemoryBound(to: ParserMemory.self) }
    let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
    memory.initialize(to: ParserMemory())
    pthread_setspecific(Shared.instance.key, memory)
    return memory
  }

  private struct Shared: @unchecked Sendable {
    static let instance = Shared()

    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    let key: pthread_key_t

    init() {
      allocator.initialize(
        to: cmark_mem(
          calloc: { count, size in ParserMemory.current.pointee.zeroes(count * size) },
          realloc: { piece, size in ParserMemory.current.pointee.enlarge(piece, to: size) },
          free: { _ in }))
      var key = pthread_key_t()
      pthread_key_create(&key) { memory in
        guard let memory = memory?.assumingMemoryBound(to: ParserMemory.self) else { return }
        memory.pointee.giveBack(keeping: 0)
        memory.deinitialize(count: 1).deallocate()
      }
      self.key = key
    }
  }

  private static let blockSize = 1 << 18
  /// Each piece stands behind its size, and all begin at multiples of this.
  private static let alignment = 16

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// Where the next piece is cut from the last block, and how much there is left of it.
  private var next = UnsafeMutableRawPointer(bitPattern: alignment).unsafelyUnwrapped
  private var room = 0
  private var trees = 0

  /// Nothing is given back before each tree that was opened is closed.
  mutating func openTree() { trees += 1 }

  mutating func closeTree() {
    trees -= 1
    if trees == 0 { giveBack(keeping: 1) }
  }

  private mutating func giveBack(keeping count: Int) {
    for block in blocks.dropFirst(count) { block.deallocate() }
    blocks.removeSubrange(min(count, blocks.count)...)
    if let block = blocks.first { open(block) } else { room = 0 }
  }

  private mutating func open(_ block: UnsafeMutableRawBufferPointer) {
    next = block.baseAddress.unsafelyUnwrapped
    room = block.count
  }

  private mutating func zeroes(_ size: Int) -> UnsafeMutableRawPointer {
    let piece = take(size)
    memset(piece, 0, size)
    return piece
  }

  private mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    let needed = Self.alignment + (size + Self.alignment - 1) / Self.alignment * Self.alignment
    if needed > room {
      blocks.append(.allocate(byteCount: max(needed, Self.blockSize), alignment: Self.alignment))
      open(blocks[blocks.count - 1])
    }
    defer {
      next += needed
      room -= needed
    }
    next.storeBytes(of: size, as: Int.self)
    return next + Self.alignment
  }

  private mutating func enlarge(_ piece: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let piece else { return take(size) }
    let present = (piece - Self.alignment).load(as: Int.self)
    if size <= present { return piece }
    let larger = take(size)
    larger.copyMemory(from: piece, byteCount: present)
    return larger
  }
}
