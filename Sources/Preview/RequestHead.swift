/// A request without a body as it comes over the wire (RFC 9112).
struct RequestHead {
  let request: RequestHandler.Request
  /// Whether nothing that comes after it on its connection is a request: its sender says so, or it has a body after all.
  let isLast: Bool

  /// - Parameter bytes: with the empty line at its end.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).compactMap {
      String(validating: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
    guard let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false), words.count == 3,
      words[2].hasPrefix("HTTP/1.")
    else { return nil }
    var fields: [String: [Substring]] = [:]
    for line in lines.dropFirst() where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(where: \.isWhitespace) else { return nil }
      fields[line[..<colon].lowercased(), default: []].append(line[line.index(after: colon)...])
    }
    func value(_ name: String) -> String? {
      fields[name].flatMap { $0.count == 1 ? $0[0].split(separator: " ").joined(separator: " ") : nil }
    }
    request = RequestHandler.Request(
      method: String(words[0]), path: String(words[1].prefix { $0 != "?" }), host: value("host"))
    isLast =
      words[2] == "HTTP/1.0" || fields["transfer-encoding"] != nil || fields["content-length"] != nil
      || fields["connection"]?.contains { $0.lowercased().contains("close") } == true
  }
}
