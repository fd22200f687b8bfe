import Diagnostics
import Disclosure

/// Puts the rows of one proposal together: 分办 gives several units a row each, and what the rows say of the proposal
/// itself must agree.
struct ProposalMerge {
  private var byKey: [ProposalKey: Int] = [:]
  /// The first proposal with such a number, zeros before it aside.
  private var byShortNumber: [ProposalKey: Int] = [:]
  private(set) var proposals: [Proposal] = []
  private var faults: [Diagnostic] = []
  private var duplicates = DuplicateRows()
  private(set) var rejected = 0
  /// The first row of each session that names a place, if one does, and those names of it that have been looked at.
  private var sessions: [Session: (first: Proposal, names: Set<String>)] = [:]

  var diagnostics: [Diagnostic] { faults + duplicates.diagnostics }

  mutating func add(_ record: Proposal) {
    checkPlace(of: record)
    guard let index = byKey[record.key] else {
      checkZeros(of: record)
      byKey[record.key] = proposals.count
      proposals.append(record)
      return
    }
    guard let assignment = record.assignments.first else { return }
    // Of two places' sessions, which have been reported, nothing is one proposal.
    if record.key.session.isOfAnotherPlace(than: proposals[index].key.session) {
      rejected += 1
      return
    }
    if let earlier = proposals[index].assignments.first(where: { $0.unit == assignment.unit }) {
      duplicates.add(record, unit: assignment.unit.name, repeating: earlier.origin.place)
      rejected += 1
      return
    }
    let differences = Self.merge(record, into: &proposals[index])
    if differences.isEmpty {
      proposals[index].assignments.append(assignment)
    } else {
      rejected += 1
      report(differences, in: record, against: proposals[index].origin)
    }
  }

  /// Spreadsheets drop the zeros before a number, so that one proposal becomes two, of which one may be withheld.
  private mutating func checkZeros(of record: Proposal) {
    let key = record.key
    let short = ProposalKey(session: key.session, kind: key.kind, number: String(key.number.drop { $0 == "0" }))
    guard let index = byShortNumber[short] else {
      byShortNumber[short] = proposals.count
      return
    }
    let other = proposals[index]
    faults.append(
      Diagnostic(
        .error, "record/zeros", at: record.origin.place(of: .number),
        "“\(key.number)”和“\(other.key.number)”（\(other.origin.place)）只差开头的零，会被当作两件",
        hint: "同一件的编号写得一样；Excel 会去掉开头的零，请把这一列设成文本格式，再补上零"))
  }

  /// Sessions are told apart by level, term and meeting, so that two places of one level would become one.
  private mutating func checkPlace(of record: Proposal) {
    let session = record.key.session
    let isNew = sessions[session, default: (record, [])].names.insert(session.name).inserted
    guard isNew, let first = sessions[session]?.first else { return }
    if first.key.session.place.isEmpty { sessions[session]?.first = record }
    guard session.isOfAnotherPlace(than: first.key.session) else { return }
    faults.append(
      Diagnostic(
        .error, "record/session-place", at: record.origin.place(of: .session),
        "“\(session.name)”和“\(first.key.session.name)”（\(first.origin.place)）级别、届、次都相同，会被当作同一次会议",
        hint: "地名写错的改正；确是两个地方的，各建一个站点，再用“汇总”放在一起"))
  }

  private mutating func report(_ differences: [LedgerField], in record: Proposal, against earlier: Origin) {
    for field in differences {
      faults.append(
        Diagnostic(
          .error, "record/disagreement", at: record.origin.place(of: field),
          "同一件（第\(record.key.number)号）的两行“\(field.name)”不一致，另一行在 \(earlier.place(of: field))",
          hint: "同一件的各行，“\(field.name)”要写得一样"))
    }
  }

  /// Takes over what the earlier rows left empty; the fields in which the rows differ.
  private static func merge(_ record: Proposal, into merged: inout Proposal) -> [LedgerField] {
    var differences: [LedgerField] = []
    func merge<Value: Equatable>(_ path: WritableKeyPath<Proposal, Value>, _ field: LedgerField, empty: Value) {
      guard record[keyPath: path] != empty else { return }
      if merged[keyPath: path] == empty { merged[keyPath: path] = record[keyPath: path] }
      if merged[keyPath: path] != record[keyPath: path] { differences.append(field) }
    }
    merge(\.title, .title, empty: "")
    merge(\.year, .year, empty: 0)
    merge(\.proposer, .proposer, empty: "")
    merge(\.cosigners, .cosigners, empty: nil)
    merge(\.delegation, .delegation, empty: "")
    merge(\.sector, .sector, empty: "")
    merge(\.category, .category, empty: "")
    merge(\.topics, .topics, empty: [])
    merge(\.request, .request, empty: "")
    merge(\.isRepeated, .repeated, empty: false)
    return differences
  }
}
