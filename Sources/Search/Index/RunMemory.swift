import Synchronization

/// Runs in memory, for columns of which no file is written.
final class RunMemory: RunStore {
  private let runs = Mutex<[[UInt8]]>([])

  func append(_ bytes: borrowing RawSpan) -> Int {
    let run = bytes.withUnsafeBytes { Array($0) }
    return runs.withLock { runs in
      runs.append(run)
      return runs.count - 1
    }
  }

  func read(_ range: Range<Int>, of run: Int) -> [UInt8] { runs.withLock { Array($0[run][range]) } }
}
