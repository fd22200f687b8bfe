import Glibc

/// A browser's connection, closed at the end of this value's life: requests one after another, and their answers.
final class Connection: Sendable {
  /// In bytes: a head that is longer comes from no browser.
  private static let longestHead = 64 << 10
  /// In seconds: a browser that has nothing more to ask, or does not read what it is sent.
  private static let patience = 60

  private let descriptor: CInt

  init(_ descriptor: CInt) {
    self.descriptor = descriptor
    var time = timeval(tv_sec: Self.patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  deinit { close(descriptor) }

  /// Answers until one side has enough.
  func serve(_ handler: RequestHandler) {
    let isTrusted = PeerOwner.isTrusted(descriptor)
    var received: [UInt8] = []
    while let bytes = nextHead(in: &received) {
      let head = RequestHead(bytes)
      let answer =
        !isTrusted
        ? .toOthers : head.map { handler.answer($0.request) } ?? RequestHandler.Answer(status: 400, body: .bytes([]))
      let isHead = head?.request.method == "HEAD"
      switch answer.body {
      case .bytes(let body):
        let isLast = head?.isLast ?? true
        let start = answer.head([("Content-Length", String(body.count))] + (isLast ? [("Connection", "close")] : []))
        // In one piece: the second of two would wait until the first is confirmed.
        guard send(isHead ? start : start + body), !isLast else { return }
      case .events(let events):
        // What has no length ends with the connection.
        guard send(answer.head([("Connection", "close")])), !isHead else { return }
        Task { for await event in events where !send(event) { return } }
        return
      }
    }
  }

  /// The next request's head with the empty line at its end; `nil` when there is none.
  private func nextHead(in received: inout [UInt8]) -> [UInt8]? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let found = received.firstRange(of: end) {
        let head = Array(received[..<found.upperBound])
        received.removeSubrange(..<found.upperBound)
        return head
      }
      guard received.count < Self.longestHead, let more = receive() else { return nil }
      received += more
    }
  }

  private func receive() -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 4 << 10) { buffer, size in
        count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        size = max(0, count)
      }
      if count > 0 { return bytes }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// Whether all bytes are on their way.
  private func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let sent = Glibc.send(descriptor, part.baseAddress, part.count, CInt(MSG_NOSIGNAL))
        if sent > 0 { rest = rest.dropFirst(sent) } else if errno != EINTR { return false }
      }
      return true
    }
  }
}

extension RequestHandler.Answer {
  private static let phrases = [
    200: "OK", 302: "Found", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    503: "Service Unavailable",
  ]

  /// The first line and the fields, with the empty line at their end.
  fileprivate func head(_ fields: [(String, String)]) -> [UInt8] {
    var all = [
      ("Content-Type", type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      // No page elsewhere may take in what is here.
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    if let location { all.append(("Location", location)) }
    let lines = (all + fields).map { "\($0.0): \($0.1)\r\n" }.joined()
    return Array("HTTP/1.1 \(status) \(Self.phrases[status] ?? "")\r\n\(lines)\r\n".utf8)
  }
}
