import Glibc

/// Whose the other end of a connection is, which the system knows of all that come from this computer
/// (proc_pid_net(5), `tcp`).
///
/// The loopback address is there for all users of a computer, but the preview has what its own user may read alone.
enum PeerOwner {
  /// Whether the other end belongs to the user whose process this is, or to root, who may read everything anyway and
  /// through whom the browser of a virtual machine's host comes.
  static func isTrusted(_ descriptor: CInt) -> Bool {
    guard let peer = endpoint(of: descriptor, getpeername), let own = endpoint(of: descriptor, getsockname) else {
      return false
    }
    // A socket for both kinds of addresses stands among those of the newer kind.
    let owner = ["/proc/net/tcp", "/proc/net/tcp6"].lazy.compactMap { table in
      text(of: table).flatMap { Self.owner(from: peer, to: own, in: $0) }
    }.first
    return owner.map { $0 == geteuid() || $0 == 0 } ?? false
  }

  /// The user whose socket has these ends; `nil` for one that no process holds any more, which gets no answer either.
  ///
  /// - Parameters:
  ///   - peer: its own address and port, as the table writes them.
  ///   - own: those that it leads to.
  static func owner(from peer: String, to own: String, in table: String) -> uid_t? {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 9, isEndpoint(fields[1], peer), isEndpoint(fields[2], own), fields[9] != "0" else {
        continue
      }
      return uid_t(fields[7])
    }
    return nil
  }

  /// Before an address of the older kind among those of the newer one.
  private static let mapped = "0000000000000000FFFF0000"

  private static func isEndpoint(_ field: Substring, _ endpoint: String) -> Bool {
    field == endpoint || field == mapped + endpoint
  }

  /// As the table has it: the address's bytes as this machine reads them for a number, and the port.
  private static func endpoint(
    of descriptor: CInt,
    _ name: (CInt, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
  ) -> String? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name(descriptor, $0, &size) }
    }
    guard result == 0 else { return nil }
    return hexadecimal(address.sin_addr.s_addr, 8) + ":" + hexadecimal(UInt16(bigEndian: address.sin_port), 4)
  }

  private static func hexadecimal(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 { text += buffer[..<count] }
    return String(decoding: text, as: UTF8.self)
  }
}
