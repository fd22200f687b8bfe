import Disclosure

/// `robots.txt` (RFC 9309). Robots look for it at the root of a host only.
enum Robots {
  static let address = "robots.txt"

  static func write(_ base: WebAddress, into bytes: inout [UInt8]) {
    bytes += "User-agent: *\nAllow: /\nSitemap: \(base.text)\(Sitemap.address)\n".utf8
  }
}
