import Diagnostics
import Disclosure

/// 统计表: the facts of the form that no record holds, as a report's front matter states them.
enum SummaryFacts {
  static func read(
    _ node: PlacedNode, reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) -> SummaryForm.Facts {
    node.checkKeys(
      among: ["不满意原因分析", "办理情况简介", "制度建设", "办理结果公开", "办理范例", "工作创新", "工作建议"], reporting: &diagnostics)
    var facts = SummaryForm.Facts()
    facts.dissatisfaction = try node["不满意原因分析"]?.text() ?? ""
    facts.innovation = try node["工作创新"]?.text() ?? ""
    facts.advice = try node["工作建议"]?.text() ?? ""
    for (number, note) in try node["办理情况简介"]?.entries() ?? [] {
      facts.notes.append(try self.note(number, note))
    }
    for rule in try node["制度建设"]?.items() ?? [] {
      rule.checkKeys(among: ["制度名称", "制定时间", "内容简介"], reporting: &diagnostics)
      facts.rules.append(
        SummaryForm.Facts.Rule(
          name: try rule.required("制度名称").text(), date: try rule["制定时间"]?.text() ?? "",
          summary: try rule["内容简介"]?.text() ?? ""))
    }
    if let disclosure = node["办理结果公开"] {
      disclosure.checkKeys(among: ["公开载体", "有关情况"], reporting: &diagnostics)
      facts.media = try disclosure["公开载体"]?.text() ?? ""
      facts.disclosureNote = try disclosure["有关情况"]?.text() ?? ""
    }
    for example in try node["办理范例"]?.items() ?? [] {
      example.checkKeys(among: ["编号", "有关情况"], reporting: &diagnostics)
      facts.examples.append(try note(try example.required("编号").text(), try example.required("有关情况")))
    }
    return facts
  }

  private static func note(_ number: String, _ node: PlacedNode) throws(Diagnostic) -> SummaryForm.Facts.Note {
    SummaryForm.Facts.Note(
      number: ProposalNumber.normalise(number) ?? number, text: try node.text(), place: node.place)
  }

  /// Reports notes on numbers that the figures' scope does not have, and reports that fill in one form twice.
  static func check(_ documents: [Document], against proposals: [Proposal], reporting diagnostics: inout Diagnostics) {
    var first: [Statistics.Scope: Document] = [:]
    for document in documents.sorted(by: { $0.source.file < $1.source.file }) {
      guard let facts = document.facts else { continue }
      if let earlier = first[document.scope] {
        diagnostics.error(
          "document/form-twice", at: document.place.at(field: "统计表"),
          "“\(earlier.source.file)”已经写了同一统计范围的“统计表”", hint: "同一统计范围的统计表只在一份报告里写，删去一处")
      } else {
        first[document.scope] = document
      }
      let numbers = proposals.compactMap { SummaryForm.Item($0, in: document.scope)?.number }
      for note in facts.notes + facts.examples {
        let count = numbers.count { $0 == note.number }
        if count == 1 { continue }
        let nearest = nearestName(to: note.number, among: numbers).map { "是不是“\($0)”？" } ?? ""
        diagnostics.error(
          "document/form-number", at: note.place,
          count == 0 ? "统计范围里没有编号“\(note.number)”的件" : "统计范围里有 \(count) 件编号都是“\(note.number)”",
          hint: count == 0 ? nearest + "编号要与台账一致，这一件要在“统计范围”之内" : "在“统计范围”里写明类型和届次")
      }
    }
  }
}
