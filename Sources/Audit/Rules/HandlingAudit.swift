import Disclosure

/// The demands on how the office handles, answers and publishes: from the records.
struct HandlingAudit {
  private let handling: Handling

  init(_ material: AuditMaterial) { handling = Handling(material.catalogue, gate: material.gate) }

  /// `nil` for a demand of another sort.
  func item(_ rule: AuditRule) -> AuditItem? {
    switch rule {
    case .repliedInTime: repliedInTime
    case .assistedInTime: assistedInTime
    case .contacted: contacted
    case .decided: decided
    case .disclosedInTime: disclosedInTime
    case .answeredAgain: answeredAgain
    default: nil
    }
  }

  private var repliedInTime: AuditItem {
    let (overdue, late) = (handling.overdue, handling.late)
    let limited = handling.answered.filter { $0.assignment.limit != nil }.count + overdue.count
    let unlimited = handling.answering.count { $0.assignment.limit == nil }
    return AuditItem(
      .repliedInTime,
      looked: "看了 \(limited) 件" + (unlimited > 0 ? "；没有写办理时限的 \(unlimited) 件没有算" : ""), at: limited,
      found: overdue.map { "\($0.label)：时限 \(Self.day($0.assignment.limit))，没有答复" }
        + late.map { "\($0.label)：时限 \(Self.day($0.assignment.limit))，\(Self.day($0.assignment.repliedOn)) 答复" })
  }

  private var assistedInTime: AuditItem {
    AuditItem(
      .assistedInTime, looked: handling.opinionCount == 0 ? "没有到期的会办件" : "看了 \(handling.opinionCount) 件",
      at: handling.opinionCount,
      found: handling.overdueOpinions.map { "\($0.label)：时限 \(Self.day($0.assignment.opinionLimit))，没有送达" }
        + handling.lateOpinions.map {
          "\($0.label)：时限 \(Self.day($0.assignment.opinionLimit))，\(Self.day($0.assignment.assistSentOn)) 送达"
        })
  }

  private var contacted: AuditItem {
    item(.contacted) { row in
      row.assignment.meeting == nil && !row.assignment.hasContact ? "没有写沟通方式和见面情况" : nil
    }
  }

  private var decided: AuditItem {
    item(.decided) { row in
      switch row.assignment.disclosure {
      case nil: "没有公开方式"
      case .open: nil
      case .onRequest, .closed: row.assignment.withheldReason.isEmpty ? "没有写不公开理由" : nil
      }
    }
  }

  private var disclosedInTime: AuditItem {
    let (waiting, late) = (handling.unpublished, handling.publishedLate)
    let total = handling.answered.count { $0.reason == nil } + waiting.count
    return AuditItem(
      .disclosedInTime, looked: total == 0 ? "还没有要公开的答复" : "看了 \(total) 件", at: total,
      found: waiting.map {
        "\($0.label)：\(Self.day($0.assignment.repliedOn)) 答复，过了 \(handling.workingDaysSinceReply($0)) 个工作日还没有公开"
      } + late.map { "\($0.label)：\(Self.day($0.assignment.repliedOn)) 答复，\(Self.day($0.assignment.publishedOn)) 公开" })
  }

  /// In months (one to three, by place).
  private static let monthsToRedo = 3

  private var answeredAgain: AuditItem {
    let dissatisfied = handling.answered.filter {
      $0.assignment.firstSatisfaction == .dissatisfied || $0.assignment.satisfaction == .dissatisfied
    }
    let open = dissatisfied.filter { row in !row.assignment.replies.contains { $0.sequence == .again } }
    let found = open.filter { row in
      row.assignment.repliedOn.map { $0.adding(months: Self.monthsToRedo) < handling.asOf } ?? false
    }
    let total = dissatisfied.count - open.count + found.count
    return AuditItem(
      .answeredAgain,
      looked: total > 0 ? "看了 \(total) 件" : dissatisfied.isEmpty ? "没有不满意的件" : "不满意的件还没有满三个月", at: total,
      found: found.map { "\($0.label)：\(Self.day($0.assignment.repliedOn)) 答复，没有再次答复" })
  }

  /// An item on each row that was replied to.
  private func item(_ rule: AuditRule, _ fault: (Handling.Row) -> String?) -> AuditItem {
    let rows = handling.answered
    return AuditItem(
      rule, looked: rows.isEmpty ? "台账里还没有已答复的件" : "看了 \(rows.count) 件", at: rows.count,
      found: rows.compactMap { row in fault(row).map { "\(row.label)：\($0)" } })
  }

  private static func day(_ date: CalendarDate?) -> String { date?.description ?? "" }
}
