import Claims
import Diagnostics
import Disclosure
import Loader
import Proofreading

/// The way of one letter, report or bulletin: its file, the gate, the claims in it, its page.
enum NarrativeWay {
  /// Reports and bulletins say what they are.
  static func isLetter(_ bytes: [UInt8]) -> Bool { !String(decoding: bytes, as: UTF8.self).contains("\n文种:") }

  static func go(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    let isLetter = isLetter(bytes)
    let path = isLetter ? "content/replies/a.md" : "content/reports/a.md"
    let file = try NarrativeFile(path: path, bytes: bytes)
    diagnostics.add(contentsOf: file.remarks)
    let text = Array(try TextDecoding.decode(bytes, file: path).bytes[file.source.offset...])
    _ = Proofreader().mended(text[...])
    var catalogue = Catalogue(
      column: Settings.column, proposals: Publishing.shared.proposals, documents: [], files: [:], rejected: 0,
      areRepliesComplete: false)
    if isLetter {
      var reply = try ReplyFile(file, reporting: &diagnostics).reply
      reply.disclosure = .open
      catalogue.proposals[0].assignments[0].replies = [reply]
    } else {
      var document = try DocumentFile.document(file, column: Settings.column, reporting: &diagnostics)
      document.disclosure = .open
      catalogue.documents = [document]
    }
    _ = Publishing.shared.pages(of: catalogue, text, reporting: &diagnostics) { page, place in
      page.address.hasPrefix("zongjie/") || place?.file == Publishing.ledger
    }
  }
}
