/// What an inspector notes of one page, read from its bytes as they would be published.
struct PageReading {
  /// A link or a request.
  struct Reference {
    enum Use { case link, form, request }
    let url: String
    let use: Use
  }

  private(set) var language = ""
  private(set) var title = ""
  /// The contents of the named meta tags.
  private(set) var metas: [String: [String]] = [:]
  private(set) var canonical: String?
  private(set) var references: [Reference] = []
  private(set) var ids: Set<String> = []
  /// Levels in their order.
  private(set) var headings: [Int] = []
  private(set) var hasMain = false
  private(set) var hasSkipLink = false
  /// In `<main>`: characters beside its headings, and entries (links, rows, items of lists).
  private(set) var textLength = 0
  private(set) var entries = 0
  /// The days that `<main>` shows as times.
  private(set) var days: Set<String> = []
  /// The text and the links of the last `<footer>`.
  private(set) var footer = ""
  private(set) var footerLinks: [String] = []
  private(set) var hasSearch = false
  /// Texts of switches and buttons.
  private(set) var controls = ""
  /// What assistive technology must tell, and what of it it cannot, each as people would find it.
  private(set) var images = 0
  private(set) var unnamedImages: [String] = []
  private(set) var inputs = 0
  private(set) var unlabelled: [String] = []
  private(set) var tables = 0
  private(set) var tablesWithoutHeads = 0
  /// What needs a script to do anything.
  private(set) var scripted: [String] = []
  /// Each piece of text between two tags.
  private(set) var texts: [String] = []

  private var open: [String] = []
  private var labelled: Set<String> = []
  private var fields: [(id: String, name: String)] = []
  private var table: (heads: Int, depth: Int)?

  init(_ bytes: [UInt8]) {
    for token in HTMLTokens(bytes) {
      switch token {
      case .start(let tag): begin(tag)
      case .end(let name): end(name)
      case .text(let text): take(text)
      }
    }
    unlabelled = fields.filter { !labelled.contains($0.id) }.map(\.name)
  }

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Within `<main>`, but not in what leads elsewhere.
  private var isInMain: Bool { open.contains("main") && !open.contains("nav") }

  private mutating func begin(_ tag: HTMLTokens.Tag) {
    if let id = tag["id"] { ids.insert(id) }
    for (name, value) in tag.attributes where name.hasPrefix("on") || value.hasPrefix("javascript:") {
      scripted.append("<\(tag.name) \(name)>")
    }
    refer(tag)
    switch tag.name {
    case "html": language = tag["lang"] ?? ""
    case "meta": if let name = tag["name"] { metas[name, default: []].append(tag["content"] ?? "") }
    case "main": hasMain = true
    case "footer": (footer, footerLinks) = ("", [])
    case "time": if isInMain, let day = tag["datetime"] { days.insert(String(day.prefix(10))) }
    case "li", "tr", "dt": if isInMain { entries += 1 }
    case "h1", "h2", "h3", "h4", "h5", "h6": headings.append(Int(tag.name.dropFirst()) ?? 0)
    case "img":
      images += 1
      if tag["alt"] == nil { unnamedImages.append("图片 \(tag["src"] ?? "")") }
    case "svg" where tag["role"] == "img":
      images += 1
      let isNamed = ["aria-label", "aria-labelledby"].contains { tag[$0]?.isEmpty == false }
      if !isNamed { unnamedImages.append("没有名称的图（svg）") }
    case "label": if let field = tag["for"] { labelled.insert(field) }
    case "input", "select", "textarea": note(field: tag)
    case "table":
      tables += 1
      table = (0, open.count)
    case "th", "caption": table?.heads += 1
    default: break
    }
    if tag["role"] == "search" { hasSearch = true }
    if !Self.void.contains(tag.name) { open.append(tag.name) }
  }

  private mutating func refer(_ tag: HTMLTokens.Tag) {
    switch tag.name {
    case "a", "area":
      guard let url = tag["href"] else { return }
      references.append(Reference(url: url, use: .link))
      if isInMain { entries += 1 }
      if open.contains("footer") { footerLinks.append(url) }
      if !hasMain, url.hasPrefix("#"), url.count > 1 { hasSkipLink = true }
    case "link":
      let kinds = (tag["rel"] ?? "").split(separator: " ")
      if kinds.contains("canonical") { canonical = tag["href"] }
      guard let url = tag["href"], !kinds.contains("canonical") else { return }
      let isRequest = !kinds.contains("alternate") || kinds.contains("stylesheet")
      references.append(Reference(url: url, use: isRequest ? .request : .link))
    case "form": if let url = tag["action"] { references.append(Reference(url: url, use: .form)) }
    case "meta":
      if tag["http-equiv"]?.lowercased() == "refresh", let url = tag["content"]?.split(separator: "url=").last {
        references.append(Reference(url: String(url), use: .link))
      }
    default:
      for name in ["src", "poster", "data"] {
        if let url = tag[name], !url.hasPrefix("data:") { references.append(Reference(url: url, use: .request)) }
      }
      for url in (tag["srcset"] ?? "").split(separator: ",").compactMap({ $0.split(separator: " ").first }) {
        references.append(Reference(url: String(url), use: .request))
      }
    }
  }

  private mutating func note(field tag: HTMLTokens.Tag) {
    if tag["type"] == "hidden" { return }
    inputs += 1
    let isNamed = ["aria-label", "aria-labelledby", "title"].contains { tag[$0]?.isEmpty == false }
    if isNamed || open.contains("label") { return }
    fields.append((tag["id"] ?? "", "输入框 \(tag["name"] ?? tag["id"] ?? "")"))
  }

  private mutating func end(_ name: String) {
    guard let start = open.lastIndex(of: name) else { return }
    open.removeSubrange(start...)
    guard name == "table", let ended = table, ended.depth == start else { return }
    if ended.heads == 0 { tablesWithoutHeads += 1 }
    table = nil
  }

  private static let headingNames: Set = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private mutating func take(_ text: String) {
    guard let element = open.last, element != "script", element != "style" else { return }
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if trimmed.isEmpty { return }
    if element == "title" { title += trimmed }
    texts.append(trimmed)
    if ["label", "button", "summary"].contains(element) || !hasMain && element == "a" { controls += trimmed + " " }
    if open.contains("footer") { footer += trimmed + " " }
    if isInMain, Self.headingNames.isDisjoint(with: open) { textLength += trimmed.count }
  }
}
