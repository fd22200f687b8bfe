/// Two columns, of which the second follows the first: it keeps, changes, adds and removes pages and whole folders.
/// A page's text is its version and, after `->`, the paths that it links to.
enum Column {
  static let old = [
    "index.html": "old -> jianyi/index.html tian/index.html assets/style-1.css",
    "assets/style-1.css": "old",
    "jianyi/index.html": "old -> index.html jianyi/1.html jianyi/2.html",
    "jianyi/1.html": "both -> jianyi/index.html",
    "jianyi/2.html": "old -> jianyi/1.html",
    "tian/index.html": "old -> tian/2023/1.html",
    "tian/2023/1.html": "old -> tian/index.html assets/style-1.css",
  ]

  static let new = [
    "index.html": "new -> jianyi/index.html jianyi/2025/index.html assets/style-2.css",
    "assets/style-2.css": "new",
    "jianyi/index.html": "new -> index.html jianyi/1.html jianyi/3.html",
    "jianyi/1.html": "both -> jianyi/index.html",
    "jianyi/3.html": "new -> jianyi/2025/index.html",
    "jianyi/2025/index.html": "new -> jianyi/2025/9.html jianyi/3.html",
    "jianyi/2025/9.html": "new -> jianyi/2025/index.html assets/style-2.css",
  ]

  /// What somebody else put into the output.
  static let foreign = ["robots.txt": "theirs", ".htaccess": "theirs", "jianyi/theirs.txt": "theirs"]

  /// The links that lead nowhere on the pages which a reader can come to from the home page.
  static func deadLinks(in tree: [String: String]) -> [String] {
    var dead: [String] = []
    var seen: Set = ["index.html"]
    var pending = tree["index.html"] == nil ? [] : ["index.html"]
    while let page = pending.popLast() {
      guard let text = tree[page] else {
        dead.append(page)
        continue
      }
      let links = text.split(separator: " ").drop { $0 != "->" }.dropFirst().map(String.init)
      pending += links.filter { seen.insert($0).inserted }
    }
    return dead.sorted()
  }
}
