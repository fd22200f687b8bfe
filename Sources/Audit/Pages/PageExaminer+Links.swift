import Diagnostics

extension PageExaminer {
  /// Takes note of where a page leads, and of what is wrong with that.
  func follow(_ page: PageReading, _ record: inout PageRecord) {
    for reference in page.references {
      var url = reference.url
      // The own column's pages, named in full, are held against its files as others are.
      if url.hasPrefix(column.address.text) { url = column.address.path + url.dropFirst(column.address.text.count) }
      if let host = Self.host(of: url) {
        if !url.contains(Self.errorReport) { record.external.insert(url) }
        if url.hasPrefix("http://") { record.fault(.plainHTTP, url) }
        if Self.isIPv4(host) { record.fault(.numericHosts, url) }
        if reference.use == .request { record.fault(.thirdParty, url) }
        if reference.use == .link, !Self.isGovernment(host), host != column.address.host {
          record.fault(.foreignHosts, url)
        }
      } else if !Self.hasScheme(url) {
        follow(url, reference.use, from: page, &record)
      }
    }
  }

  private func follow(
    _ url: String, _ use: PageReading.Reference.Use, from page: PageReading, _ record: inout PageRecord
  ) {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    let id = parts.count > 1 ? PercentText.decoded(parts[1]) ?? String(parts[1]) : ""
    record.judged[.deadLinks, default: 0] += 1
    if path.isEmpty {
      if !id.isEmpty, !page.ids.contains(id) { record.fault(.deadLinks, url) }
      return
    }
    guard let file = resolve(path, from: record.address), let target = position(of: file) else {
      return record.fault(.deadLinks, url)
    }
    record.targets.insert(target)
    if use == .request { record.requests.insert(target) }
    if !id.isEmpty { record.fragments.insert(PageRecord.Fragment(page: target, id: id)) }
  }

  /// The file of the column that a path means; `nil` when it leads out of the column.
  private func resolve(_ path: Substring, from page: String) -> String? {
    var folders = page.split(separator: "/").dropLast().map(String.init)
    var path = path
    if path.hasPrefix("/") {
      guard path.hasPrefix(column.address.path) else { return nil }
      folders = []
      path = path.dropFirst(column.address.path.count)
    }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "", ".": continue
      case "..": if folders.popLast() == nil { return nil }
      default:
        guard let folder = PercentText.decoded(part) else { return nil }
        folders.append(folder)
      }
    }
    if path.isEmpty || path.hasSuffix("/") { folders.append("index.html") }
    return folders.joined(separator: "/")
  }

  /// Where the link to report errors leads, with each page's own address behind it.
  static let errorReport = "zfwzgl.www.gov.cn/exposure/jiucuo.html"

  /// The host of an address that names one.
  static func host(of url: String) -> String? {
    let rest = url.hasPrefix("//") ? url.dropFirst(2) : url.firstRange(of: "://").map { url[$0.upperBound...] }
    return rest.map { String($0.prefix { !"/?#:".contains($0) }) }
  }

  private static func hasScheme(_ url: String) -> Bool {
    url.firstIndex(of: ":").map { !url[..<$0].contains { "/?#".contains($0) } } ?? false
  }

  static func isIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Hosts of public bodies: those below `.gov.cn` and `.政务.cn`, and the registry of their badges.
  static func isGovernment(_ host: String) -> Bool {
    host == "gov.cn" || [".gov.cn", ".政务.cn", ".政务", ".conac.cn"].contains { host.hasSuffix($0) }
  }
}
