/// What the reader that is to break does, if the input begins so.
enum Planted: String, CaseIterable {
  case crash, hang, hoard

  static func read(_ bytes: [UInt8]) {
    let fault = allCases.first { bytes.starts(with: $0.rawValue.utf8) }
    switch fault {
    case nil: break
    case .crash: fatalError("planted")
    case .hang: while true {}
    // Never filled, which would take longer than the clock allows where nothing is optimised.
    case .hoard: while true { _ = UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 8) }
    }
  }
}
