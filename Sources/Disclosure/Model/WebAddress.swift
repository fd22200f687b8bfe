/// An absolute http or https address, split so that pages can be put below it.
package struct WebAddress: Sendable, Hashable {
  package let scheme: String
  package let host: String
  /// Begins and ends with a slash.
  package let path: String

  package init(scheme: String, host: String, path: String) {
    self.scheme = scheme
    self.host = host
    self.path = path
  }

  /// `nil` unless it is `http(s)://host[/path]` in plain ASCII without query.
  package init?(_ text: String) {
    guard let scheme = ["https", "http"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
    let rest = text.dropFirst(scheme.count + 3)
    let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#\"'<>\\@".utf8.contains($0) }
    let host = rest.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    var path = rest.dropFirst(host.count)
    if !path.hasSuffix("/") { path += "/" }
    let folders = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard isPlain, labels.count > 1, !labels.contains(""), !folders.contains(where: { ["", ".", ".."].contains($0) })
    else { return nil }
    self.init(scheme: scheme, host: String(host), path: String(path))
  }

  package var text: String { "\(scheme)://\(host)\(path)" }
}
