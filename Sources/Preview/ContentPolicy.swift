/// The policy that a page has written in its head (https://www.w3.org/TR/CSP3/#meta-element).
///
/// The preview's script and its events come from the page's own host. A policy that does not let them gets these two
/// exceptions; all else stays, so that what the policy forbids does not work in a preview either.
enum ContentPolicy {
  private static let needs = ["script-src", "connect-src"]

  static func allowing(_ html: [UInt8]) -> [UInt8] {
    let head = html.firstRange(of: Array("</head>".utf8))?.lowerBound ?? html.startIndex
    let text = String(decoding: html[..<head], as: UTF8.self)
    let allowed = text.replacing(/<meta\b[^>]*\bcontent-security-policy\b[^>]*>/.ignoresCase()) { meta in
      meta.output.replacing(/(\bcontent\s*=\s*")([^"]*)/.ignoresCase()) { $0.output.1 + allowing(policy: $0.output.2) }
    }
    return allowed == text ? html : Array(allowed.utf8) + html[head...]
  }

  static func allowing(policy: Substring) -> String {
    var directives = policy.split(separator: ";").map { $0.split(whereSeparator: { $0.isWhitespace }).map(String.init) }
      .filter { !$0.isEmpty }
    func index(_ name: String) -> Int? { directives.firstIndex { $0[0].lowercased() == name } }
    for need in needs {
      if index(need) == nil, let fallback = index("default-src") {
        directives.append([need] + directives[fallback].dropFirst())
      }
      guard let own = index(need), !directives[own].contains(where: { $0 == "*" || $0.lowercased() == "'self'" })
      else { continue }
      directives[own].removeAll { $0.lowercased() == "'none'" }
      directives[own].append("'self'")
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }
}
