/// What the reader that is to break does, if the input begins so.
enum Planted: String, CaseIterable {
  case crash, hang, hoard

  static func read(_ bytes: [UInt8]) {
    let fault = allCases.first { bytes.starts(with: $0.rawValue.utf8) }
    var hoarded: [[UInt8]] = []
    switch fault {
    case nil: break
    case .crash: fatalError("planted")
    case .hang: while true {}
    case .hoard: while true { hoarded.append(Array(repeating: 1, count: 1 << 20)) }
    }
  }
}
