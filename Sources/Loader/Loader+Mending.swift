import Diagnostics
import Proofreading
import Workers

/// A narrative whose punctuation was mended, with its bytes before and after.
package struct MendedFile: Sendable {
  package let path: String
  package let before: [UInt8]
  package let after: [UInt8]
  /// How many marks.
  package let count: Int
}

extension Loader {
  /// Makes half-width punctuation in the texts of replies, reports and bulletins full-width where Chinese wants it, and
  /// nothing else. Front matter and ledgers are never changed.
  package func mend() -> (files: [MendedFile], diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let paths = ["replies", "reports", "bulletins"].flatMap {
      narratives(in: "content/\($0)", reporting: &diagnostics)
    }
    let outcomes = parallelMap(paths, workers: workers) { path in
      do throws(Diagnostic) {
        return (file: try mend(path), fault: Diagnostic?.none)
      } catch {
        return (file: nil, fault: error)
      }
    }
    diagnostics.add(contentsOf: outcomes.compactMap(\.fault))
    return (outcomes.compactMap(\.file), diagnostics.list)
  }

  private func mend(_ path: String) throws(Diagnostic) -> MendedFile? {
    let before = try folder.readFile(path)
    let decoded = try TextDecoding.decode(before, file: path)
    let matter = try FrontMatter(of: decoded.bytes, file: path)
    let proofreader = Proofreader(head: matter.node.map { PlacedNode($0, in: path) }, isLetter: false)
    guard let (body, count) = proofreader.mended(decoded.bytes[matter.body]) else { return nil }
    guard decoded.encoding == .utf8 else {
      throw Diagnostic(
        .warning, "file/not-mended", at: Place(path), "文件是 \(decoded.encoding.rawValue) 编码，没有代改其中的 \(count) 处标点",
        hint: "另存为 UTF-8 编码以后再运行 fuwen check --fix")
    }
    // What stands before the text, with the byte order mark if there is one.
    let after = before.dropLast(matter.body.count) + body
    try folder.replaceFile(path, with: after)
    return MendedFile(path: path, before: before, after: after, count: count)
  }
}
