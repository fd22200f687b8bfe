import Diagnostics
import Dispatch
import Glibc

/// HTTP on this computer's loopback address, which no other computer reaches; `PeerOwner` keeps out its other users.
struct PreviewServer: Sendable {
  /// 0 is any that is free.
  let port: UInt16
  let handler: RequestHandler

  private static let host = "127.0.0.1"

  /// Serves from now on, on threads of its own, until the process ends.
  ///
  /// - Returns: the port.
  /// - Throws: `system/…` when it cannot be had.
  func start() throws(Diagnostic) -> UInt16 {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw fault(errno) }
    // The port of a preview that has just ended is free, whatever connections it had.
    var isOn: CInt = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr(Self.host)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, SOMAXCONN) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    guard result else {
      let code = errno
      close(listener)
      throw fault(code)
    }
    DispatchQueue(label: "fuwen.listener").async { takeConnections(from: listener) }
    return UInt16(bigEndian: address.sin_port)
  }

  private func takeConnections(from listener: CInt) {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor >= 0 {
        let connection = Connection(descriptor)
        DispatchQueue(label: "fuwen.connection").async { connection.serve(handler) }
      } else if errno != EINTR, errno != ECONNABORTED {
        // Too many files are open: some are closed soon.
        usleep(100_000)
      }
    }
  }

  private func fault(_ code: CInt) -> Diagnostic {
    let place = Place("http://\(Self.host):\(port)/")
    return switch code {
    case EADDRINUSE:
      Diagnostic(
        .error, "system/port-in-use", at: place, "端口 \(port) 已经被别的程序占用，可能另一个 fuwen serve 还开着",
        hint: "关掉那个程序，或用 --port 换一个端口；--port 0 自动选一个空着的")
    case EACCES:
      Diagnostic(
        .error, "system/port-forbidden", at: place, "没有权限使用端口 \(port)", hint: "用 --port 换一个 1024 以上的端口")
    default:
      Diagnostic(
        .error, "system/server", at: place, "不能提供预览，系统提示：\(String(cString: strerror(code)))", hint: "用 --port 换一个端口再试")
    }
  }
}
