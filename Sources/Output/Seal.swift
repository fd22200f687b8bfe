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

  /// That of the last build into a folder that found nothing to remark; `nil` where there is none.
  package init?(of column: String, fileSystem: FileSystem = .real) {
    guard let output = try? OutputFolder(column, apartFrom: [], fileSystem) else { return nil }
    self.init(of: output, fileSystem)
  }

  fileprivate init?(of output: OutputFolder, _ fileSystem: FileSystem) {
    guard let file = try? fileSystem.open(Self.path(of: output)),
      let text = try? fileSystem.read(file, from: 0, upTo: 1 << 10)
    else { return nil }
    self.init(text)
  }

  fileprivate static func path(of output: OutputFolder) -> String {
    OutputPath.join(output.parent, ".\(output.name).fuwen-seal")
  }

  private static let newline = UInt8(ascii: "\n")

  private init?(_ text: [UInt8]) {
    let lines = text.split(separator: Self.newline)
    guard lines.count == 2, let material = Digest(lines[0]), let list = Digest(lines[1]) else { return nil }
    self.init(material: material, list: list)
  }

  fileprivate var text: [UInt8] { Array("\(material)\n\(list)\n".utf8) }
}

extension Publication {
  /// Keeps the seal for the next build. Where that cannot be, the next build has more to do.
  package func keep(_ seal: Seal) {
    guard isWriting, seal != Seal(of: output, fileSystem) else { return }
    try? SingleFile.write(seal.text, to: Seal.path(of: output), apartFrom: [], fileSystem: fileSystem)
  }

  /// Takes the output's files at these paths for this build's.
  package func keep(_ paths: [String]) throws(Diagnostic) {
    try claims.withLock { (claims) throws(Diagnostic) in for path in paths { try claims.claim(path) } }
  }
}
