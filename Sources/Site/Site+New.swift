import Diagnostics
import Disclosure
import Loader
import Scaffold

extension Site {
  /// Fills the folder, which must be empty or not there yet, with a site that builds.
  package func makeSite() -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let folder = try ContentFolder(empty: folder)
      try folder.createFiles(NewSite.files.map { ($0.path, $0.text) })
      report.created = NewSite.files.map(\.path)
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  /// Begins the reply to the one row without a reply that has this number and is in scope.
  package func makeReply(to number: String, in query: FigureQuery) -> Report {
    make { (catalogue) throws(Diagnostic) in
      let number = ProposalNumber.normalise(number) ?? number
      let scope = try catalogue.proposals.isEmpty ? Statistics.Scope() : query.scope(in: catalogue)
      let rows = Self.rows(numbered: number, in: catalogue)
      let meant = rows.filter { scope.contains($0.proposal) && scope.contains($0.assignment) }
      let open = meant.filter { $0.assignment.replies.isEmpty }
      guard let row = open.first else {
        if let reply = meant.first?.assignment.replies.first {
          throw Diagnostic(
            .error, "new/replied", at: Place(reply.source.file), "第\(number)号已经有复文了，没有新写",
            hint: "再次、补充答复请复制它，在文件头写明“答复序次”，改正文")
        }
        let numbers = Set(catalogue.proposals.map(\.key.number)).sorted()
        // Excel takes the zeros off: 21 for 0021.
        let nearest =
          numbers.first { $0.drop { $0 == "0" } == number.drop { $0 == "0" } }
          ?? nearestName(to: number, among: numbers)
        throw Diagnostic(
          .error, "usage/no-row", at: Place("content/records"), "台账里没有要答复的第\(number)号",
          hint: "请核对编号，先在台账里登记；会办件不用复文；登记了的，用 fuwen check 看那一行有没有错误"
            + (nearest.map { "；编号相近的有第\($0)号" } ?? ""))
      }
      guard open.count == 1 else {
        let places = open.prefix(3).map(\.assignment.origin.place.description).joined(separator: "，")
        throw Diagnostic(
          .error, "usage/several-rows", at: Place("content/records"), "没有复文的第\(number)号不止一行（\(places)）",
          hint: "用 --kind、--session、--unit 写明是哪一行")
      }
      // A ledger may come from anywhere.
      if let file = row.assignment.replyFile, file.split(separator: "/").contains("..") {
        throw Diagnostic(
          .error, "new/outside", at: row.assignment.origin.place(of: .replyFile),
          "复文“\(file)”不在 content/replies/ 下，没有新写",
          hint: "“复文”栏写 content/replies/ 下的路径，不要用“..”；不写就按编号找")
      }
      return NewReply(to: row.assignment, of: row.proposal, isUnique: rows.count == 1).file
    }
  }

  /// Begins the summary of the ledger's last year.
  package func makeReport() -> Report {
    make { (catalogue) in
      let date = gate(for: catalogue.column).asOf
      return NewDocument.report(on: Self.lastYear(catalogue, date), by: catalogue.column.host, date: date)
    }
  }

  /// Begins the next issue of the bulletin.
  package func makeBulletin() -> Report {
    make { (catalogue) in
      let date = gate(for: catalogue.column).asOf
      return NewDocument.bulletin(
        on: Self.lastYear(catalogue, date), by: catalogue.column.host, date: date, after: catalogue.documents)
    }
  }

  private static func lastYear(_ catalogue: Catalogue, _ date: CalendarDate) -> Int {
    catalogue.proposals.map(\.year).max() ?? date.year
  }

  /// Makes one file out of what the site holds; only what keeps it from being read at all is reported.
  private func make(_ file: (Catalogue) throws(Diagnostic) -> NewFile) -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      let (catalogue, found) = loader.load()
      guard let catalogue else {
        report.diagnostics.add(contentsOf: found)
        return report
      }
      let file = try file(catalogue)
      guard !loader.contains(file.path) else {
        throw Diagnostic(
          .error, "new/exists", at: Place(file.path), "这个文件已经有了，没有改动它", hint: "接着写它；要另写一份，先给它改名")
      }
      try loader.folder.createFiles([(file.path, file.text)])
      report.created = [file.path]
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  private struct Row {
    let proposal: Proposal
    let assignment: Assignment
  }

  /// The rows of that number that owe a reply.
  private static func rows(numbered text: String, in catalogue: Catalogue) -> [Row] {
    let number = ProposalNumber.normalise(text)
    return catalogue.proposals.filter { $0.key.number == number }.flatMap { proposal in
      proposal.assignments.filter(\.role.answers).map { Row(proposal: proposal, assignment: $0) }
    }
  }
}
