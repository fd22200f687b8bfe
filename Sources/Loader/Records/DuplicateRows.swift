import Diagnostics
import Disclosure

/// Rows that repeat what an earlier row has: the same proposal in the hands of the same unit.
struct DuplicateRows {
  private struct Row {
    let label: String
    let place: Place
    let earlier: Place
  }

  private struct FilePair: Hashable {
    let file: String
    let earlier: String
  }

  /// From how many rows on, that one earlier file has, a file is taken for a copy of it.
  private static let copied = 5

  private var rows: [Row] = []

  mutating func add(_ record: Proposal, unit: String, repeating earlier: Place) {
    rows.append(
      Row(label: "\(record.key.label)（\(unit)）", place: record.origin.place(of: .number), earlier: earlier))
  }

  /// For each row one, for a copied file one.
  var diagnostics: [Diagnostic] {
    let counts = rows.reduce(into: [FilePair: Int]()) { $0[Self.files(of: $1), default: 0] += 1 }
    var told: Set<FilePair> = []
    return rows.compactMap { row in
      let files = Self.files(of: row)
      guard files.file != files.earlier, let count = counts[files], count >= Self.copied else {
        return Diagnostic(
          .error, "record/duplicate", at: row.place, "\(row.label)在台账里有两行，另一行在 \(row.earlier)",
          hint: "删去重复的一行；分办件每个承办单位各占一行")
      }
      guard told.insert(files).inserted else { return nil }
      return Diagnostic(
        .error, "ledger/copied", at: Place(files.file), "这个文件有 \(count) 行在 \(files.earlier) 里也有，像是它的副本",
        hint: "只留一个文件，另一个移出 content/records；两个都要的，删去重复的行")
    }
  }

  private static func files(of row: Row) -> FilePair { FilePair(file: row.place.file, earlier: row.earlier.file) }
}
