import Glibc

/// What a child process tells of its work, in memory that outlives it.
struct SharedNote {
  struct Content {
    /// The input that is being read.
    var number = 0
    var inputs = 0
    var bytes = 0
    /// Inputs without an error in them.
    var sound = 0
    /// Processor time of the input that took longest.
    var slowest = 0.0
    var slowestNumber = 0
  }

  private let memory: UnsafeMutablePointer<Content>

  /// - Parameter file: the descriptor of a file that parent and child have open.
  init(file: Int32) throws {
    let size = MemoryLayout<Content>.size
    guard ftruncate(file, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
    else { throw SystemFault("mmap") }
    self.memory = memory.assumingMemoryBound(to: Content.self)
  }

  var content: Content {
    get { memory.pointee }
    nonmutating set { memory.pointee = newValue }
  }
}

/// A call to the system that failed.
struct SystemFault: Error, CustomStringConvertible {
  let description: String

  init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}
