import Diagnostics
import Integrity

/// What a published column was made of, and the digest of its list of files: with the same material, and every file as it
/// was, a build has nothing to do.
///
/// It is kept beside the output, never in it, and says nothing by itself: both digests are worked out anew by each build
/// that asks it. Without it everything is made again.
package struct Seal: Sendable, Hashable {
  package let material: Digest
  package let list: Digest

  package init(material: Digest, list: Digest) {
    self.material = material
    self.list = list
  }

  private static let newline = UInt8(ascii: "\n")

  fileprivate init?(_ text: [UInt8]) {
    let lines = text.split(separator: Self.newline)
    guard lines.count == 2, let material = Digest(lines[0]), let list = Digest(lines[1]) else { return nil }
    self.init(material: material, list: list)
  }

  fileprivate var text: [UInt8] { Array("\(material)\n\(list)\n".utf8) }
}

extension Publication {
  private var sealPath: String { OutputPath.join(output.parent, ".\(output.name).fuwen-seal") }

  /// The seal of the last build that found nothing to remark; `nil` where there is none.
  package var seal: Seal? {
    guard let file = try? fileSystem.open(sealPath), let text = try? fileSystem.read(file, from: 0, upTo: 1 << 10)
    else {
      return nil
    }
    return Seal(text)
  }

  /// Keeps the seal for the next build. Where that cannot be, the next build has more to do.
  package func keep(_ seal: Seal) {
    guard isWriting, seal != self.seal else { return }
    try? SingleFile.write(seal.text, to: sealPath, apartFrom: [], fileSystem: fileSystem)
  }

  /// Takes the output's files at these paths for this build's.
  package func keep(_ paths: [String]) throws(Diagnostic) {
    try claims.withLock { (claims) throws(Diagnostic) in for path in paths { try claims.claim(path) } }
  }
}
