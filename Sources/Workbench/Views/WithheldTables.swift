import Audit
import Disclosure

/// 没有公开的: by reason, with titles, which is why no reader of the column may see it.
enum WithheldTables {
  static func sections(_ handling: Handling, _ catalogue: Catalogue, _ gate: Gate) -> [TableSection] {
    let documents = catalogue.documents.compactMap { document in
      gate.reason(toWithhold: document).map { (document: document, reason: $0) }
    }
    return WithheldReason.allCases.compactMap { reason in
      let rows = handling.rows.filter { $0.reason == reason }.map { row in
        [
          row.proposal.key.label, row.proposal.title, row.assignment.unit.name,
          row.assignment.repliedOn?.description ?? "",
          row.assignment.origin.place.description,
        ]
      }
      let papers = documents.filter { $0.reason == reason }.map { paper in
        [
          paper.document.form.rawValue, paper.document.title, "", paper.document.date.description,
          paper.document.source.file,
        ]
      }
      if rows.isEmpty, papers.isEmpty { return nil }
      return TableSection(
        name: "reason\(WithheldReason.allCases.firstIndex(of: reason) ?? 0)", title: reason.rawValue,
        note: advice(on: reason), columns: ["编号", "标题", "承办单位", "答复日期", "位置"], rows: rows + papers)
    }
  }

  private static func advice(on reason: WithheldReason) -> String {
    switch reason {
    case .unanswered: "答复以后，填“答复日期”，放入复文。"
    case .unreviewed: "经过审查，填“公开方式”：主动公开、依申请公开或不予公开。"
    case .onRequest, .closed: "由审查决定。理由写在“不公开理由”里，专栏上只计件数。"
    case .secrecyFailed, .disclosureFailed: "审查不通过的不公开；重新审查通过的，改审查的结果。"
    case .undated: "填“公开日期”。"
    case .letterMissing: "把复文放进 content/replies/。有这种情况时不能生成。"
    case .notYet: "到了“公开日期”，自动公开。"
    case .withdrawn: "原网址留有说明。要恢复公开，删去复文里的“撤回”。"
    case .nothingToPublish: "会办、参阅件不直接答复提出人，主办单位的答复公开就可以了。"
    }
  }
}
