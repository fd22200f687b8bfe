import Foundation

/// The links of a column's pages, followed as a file server would.
struct Links {
  /// Links that lead nowhere, as `page → link`.
  private(set) var broken: [String] = []
  /// `page: id` of ids that a page has twice.
  private(set) var repeatedIDs: [String] = []
  /// Files that no page leads to.
  private(set) var unreached: Set<String>

  /// - Parameter base: where the column stands on its host, which the 404 page's links begin with.
  init(of output: [String: Data], base: String = "/zwgk/jyta/") {
    let pages = output.filter { $0.key.hasSuffix(".html") }
    let ids = pages.mapValues { Self.values(behind: " id=\"", in: $0) }
    let known = ids.mapValues { Set($0) }
    unreached = Set(output.keys.filter { !$0.hasPrefix(".") })
    followImports(in: output)
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      for index in Self.values(behind: " data-index=\"../", in: page) {
        let folders = Self.indexFolders(from: index, of: output)
        unreached = unreached.filter { file in !folders.contains(where: file.hasPrefix) }
      }
      let own = ids[path] ?? []
      if own.count > Set(own).count {
        repeatedIDs += Set(own.filter { id in own.count { $0 == id } > 1 }).sorted().map { "\(path): \($0)" }
      }
      for link in Self.targets(in: page) {
        guard let (file, fragment) = Self.resolve(link, from: path, base: base) else { continue }
        unreached.remove(file)
        let isThere = output[file] != nil && (fragment.isEmpty || known[file]?.contains(fragment) == true)
        if !isThere { broken.append("\(path) → \(link)") }
      }
    }
  }

  /// What scripts import: it stands beside them.
  private mutating func followImports(in output: [String: Data]) {
    for (path, script) in output where path.hasSuffix(".js") {
      let folder = String(path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex))
      for match in String(decoding: script, as: UTF8.self).matches(of: #/import\("\.\/([^"]+)"\)/#) {
        let file = folder + String(match.1)
        if output[file] == nil { broken.append("\(path) → \(match.1)") }
        unreached.remove(file)
      }
    }
  }

  /// The script of the search takes the index's files from a first folder and those that its description names.
  private static func indexFolders(from first: String, of output: [String: Data]) -> [String] {
    let description = output[first + "index.json"].flatMap { try? JSONSerialization.jsonObject(with: $0) }
    let members = description as? [String: Any]
    let others = (members?["grams"] as? [String] ?? []) + [members?["lists"] as? String].compactMap(\.self)
    return [first] + others.map { "search/\($0)/" }
  }

  /// Each once, in order.
  private static func targets(in page: Data) -> [String] {
    let found = ["href=\"", "src=\"", "action=\"", "content=\"0; url="].flatMap { values(behind: $0, in: page) }
    return Set(found).sorted().map { $0.replacingOccurrences(of: "&amp;", with: "&") }
  }

  /// What stands between each mark and the next quotation mark: thousands of pages are looked through, for which
  /// regular expressions take minutes.
  private static func values(behind mark: String, in page: Data) -> [String] {
    let (mark, end) = (Data(mark.utf8), Data("\"".utf8))
    var values: [String] = []
    var start = page.startIndex
    while let found = page.range(of: mark, in: start..<page.endIndex),
      let close = page.range(of: end, in: found.upperBound..<page.endIndex)
    {
      values.append(String(decoding: page[found.upperBound..<close.lowerBound], as: UTF8.self))
      start = close.upperBound
    }
    return values
  }

  /// The file and the fragment behind a link; `nil` for other hosts.
  private static func resolve(_ link: String, from page: String, base: String) -> (file: String, fragment: String)? {
    if ["http:", "https:", "mailto:", "tel:"].contains(where: link.hasPrefix) { return nil }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1].removingPercentEncoding ?? "" : ""
    if parts[0].isEmpty { return (page, fragment) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    var rest = parts[0]
    if rest.hasPrefix(base) {
      folders = []
      rest.removeFirst(base.count)
    }
    for part in rest.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..": if folders.popLast() == nil { return ("../" + rest, fragment) }
      case ".", "": continue
      default: folders.append(part.removingPercentEncoding ?? "")
      }
    }
    return (folders.joined(separator: "/"), fragment)
  }
}
