import Glibc
import Testing

@testable import Preview

@Suite struct PeerOwnerTests {
  /// As Linux writes it: the server and its two ends of connections, the browsers' ends, one that is left to the system.
  private static let table = """
      sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
       0: 0100007F:10E1 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1 0 100 0 0 10 0
       1: 0100007F:10E1 0100007F:D2F0 01 00000000:00000000 00:00000000 00000000  1000        0 12 1 0 20 4 30 10 -1
       2: 0100007F:D2F0 0100007F:10E1 01 00000000:00000000 00:00000000 00000000  1001        0 13 1 0 20 4 30 10 -1
       3: 0100007F:D2F2 0100007F:10E1 06 00000000:00000000 03:00000B5E 00000000     0        0 0 3 0
      10: 0100007F:D2F4 0100007F:10E1 05 00000000:00000000 00:00000000 00000000  1000        0 14 1 0 20 4 30 10 -1

    """
  private static let newer = """
      sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
       0: 0000000000000000FFFF00000100007F:D2F0 0000000000000000FFFF00000100007F:10E1 01 00000000:00000000 00:00000000 00000000  1002        0 15 1 0 20 4 30 10 -1
       1: 000080FE00000000FFFF00000100007F:D2F6 000080FE00000000FFFF00000100007F:10E1 01 00000000:00000000 00:00000000 00000000  1002        0 16 1 0 20 4 30 10 -1

    """

  @Test(arguments: [("D2F0", 1001), ("D2F4", 1000), ("D2F2", nil), ("D2F6", nil), ("10E1", nil)])
  func findsTheOtherEnd(_ port: String, _ user: uid_t?) {
    #expect(PeerOwner.owner(from: "0100007F:\(port)", to: "0100007F:10E1", in: Self.table) == user)
  }

  @Test(arguments: [("D2F0", 1002), ("D2F6", nil)]) func socketsForBothKinds(_ port: String, _ user: uid_t?) {
    #expect(PeerOwner.owner(from: "0100007F:\(port)", to: "0100007F:10E1", in: Self.newer) == user)
  }

  /// What comes from another computer, or is no connection at all, is nobody's here.
  @Test func noConnection() {
    #expect(!PeerOwner.isTrusted(-1))
    #expect(PeerOwner.owner(from: "0100007F:D2F0", to: "0100007F:10E2", in: Self.table) == nil)
    #expect(PeerOwner.owner(from: "", to: "", in: "") == nil)
  }
}
