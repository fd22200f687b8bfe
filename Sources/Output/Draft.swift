import Diagnostics
import Integrity

/// A file that comes piece by piece and is nowhere whole in memory: compared with the output's as long as they agree, and
/// staged from where they first differ.
package struct Draft: ~Copyable {
  private let path: String
  private let publication: Publication
  private var finding: Finding
  /// The output's file, while the pieces so far are its beginning.
  private var twin: File?
  /// Of the output's file, in bytes.
  private let twinSize: Int
  private var staged: File?
  /// Of the pieces so far, in bytes.
  private var size = 0
  private var digester = Digester()

  init(_ path: String, besides present: consuming PresentFile?, in publication: Publication) {
    self.path = path
    self.publication = publication
    if let present {
      (finding, twinSize) = (.same, present.size)
      twin = consume present.file
    } else {
      (finding, twinSize) = (.absent, 0)
    }
  }

  mutating func begin() throws(Diagnostic) {
    if finding == .absent { try stage() }
  }

  /// Takes the next bytes, and leaves none.
  package mutating func take(_ bytes: inout [UInt8]) throws(Diagnostic) {
    defer { bytes.removeAll(keepingCapacity: true) }
    try bytes.span.bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in try append(bytes) }
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    if finding == .same, !(try agrees(bytes)) { try part() }
    switch staged {
    case .some(let file):
      try publication.staging { (_) throws(Diagnostic) in try publication.fileSystem.write(bytes, to: file) }
    case nil: break
    }
    size += bytes.count
    digester.add(bytes)
  }

  /// Ends the file, and gives the digest of all pieces.
  mutating func finish() throws(Diagnostic) -> (finding: Finding, digest: Digest) {
    if finding == .same, twinSize != size { try part() }
    if let file = staged.take() { try publication.fileSystem.close(file) }
    return (finding, digester.finish())
  }

  private func agrees(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) -> Bool {
    guard size + bytes.count <= twinSize else { return false }
    switch twin {
    case .some(let file): return try publication.fileSystem.holds(bytes, file, from: size)
    case nil: return false
    }
  }

  /// Goes its own way, with what has agreed so far.
  private mutating func part() throws(Diagnostic) {
    try publication.requireOwn(path)
    finding = .different
    try stage()
    guard let file = staged.take(), let twin = twin.take() else { return }
    try publication.staging { (_) throws(Diagnostic) in try publication.fileSystem.copy(size, of: twin, to: file) }
    staged = consume file
  }

  private mutating func stage() throws(Diagnostic) {
    var file: File?
    try publication.staging { (stage) throws(Diagnostic) in file = try stage.create(path) }
    staged = file.take()
  }
}
