import Glibc
import Output
import Synchronization

/// Writes down the calls to a file system and makes one of them fail, or all from one on.
final class Calls: Sendable {
  enum Failure: Sendable, Hashable {
    /// The call fails with this error number, those after it work again.
    case once(CInt)
    /// The program is killed ahead of the call: nothing is done any more.
    case kill
  }

  struct Record: Sendable, Hashable {
    let call: FileSystem.Call
    let path: String
  }

  private let records = Mutex<[Record]>([])
  private let failing: (index: Int, failure: Failure)?
  private let refusal: @Sendable (Record) -> CInt?

  /// `refusal` gives the error number that a call fails with besides, if it is to.
  init(failing: (index: Int, failure: Failure)? = nil, refusal: @escaping @Sendable (Record) -> CInt? = { _ in nil }) {
    self.failing = failing
    self.refusal = refusal
  }

  var list: [Record] { records.withLock { $0 } }

  func paths(of call: FileSystem.Call) -> [String] { list.filter { $0.call == call }.map(\.path) }

  var fileSystem: FileSystem {
    FileSystem { call, path in
      let record = Record(call: call, path: path)
      let index = self.records.withLock { records in
        records.append(record)
        return records.count - 1
      }
      switch self.failing {
      case (index, .once(let code))?: return code
      case (...index, .kill)?: return EIO
      default: return self.refusal(record)
      }
    }
  }
}
