import Disclosure

/// 经过: the steps in the hands of one unit.
struct Course: Sendable {
  /// Empty where only one unit answered.
  let unit: String
  let steps: [Milestone]

  static let schema = Schema<Course>([.text("单位") { $0.unit }, .list("步骤", Milestone.schema) { $0.steps }])
}

extension PublishedColumn.Item {
  var courses: [Course] {
    let isAlone = answers.count == 1
    return answers.map { Course(unit: isAlone ? "" : $0.unit.name, steps: Self.milestones(of: $0, isAlone)) }
      .filter { !$0.steps.isEmpty }
  }

  private static func milestones(of answer: Published<Assignment>, _ isAlone: Bool) -> [Milestone] {
    var steps: [Milestone] = []
    if let day = answer.assignedOn {
      let note = isAlone ? "交\(answer.unit.name)\(answer.roleLabel)" : answer.roleLabel
      steps.append(Milestone(step: "交办", date: day, note: note))
    }
    if let day = answer.extendedTo {
      let before = answer.dueOn.map { "办理时限由\($0.chinese)" } ?? "办理时限"
      steps.append(Milestone(step: "延期", date: nil, note: before + "延至\(day.chinese)"))
    }
    let contact = (answer.contactModes + [answer.meeting.map(\.rawValue)].compactMap { $0 }).joined(separator: "、")
    if !contact.isEmpty { steps.append(Milestone(step: "沟通", date: nil, note: contact)) }
    if !answer.assistUnits.isEmpty {
      steps.append(
        Milestone(
          step: "会办", date: answer.assistSentOn, note: "征求\(answer.assistUnits.joined(separator: "、"))意见"))
    }
    let letters = answer.replies.flatMap { reply in Self.milestones(of: reply, in: answer) }
    steps += letters.enumerated().sorted { left, right in
      (left.element.date?.dayNumber ?? 0, left.offset) < (right.element.date?.dayNumber ?? 0, right.offset)
    }.map(\.element)
    if let feedback = answer.satisfaction, feedback != .noFeedback {
      let first = answer.firstSatisfaction.map { $0 == feedback ? "" : "（初次反馈：\($0.rawValue)）" } ?? ""
      steps.append(Milestone(step: "反馈", date: nil, note: feedback.rawValue + first))
    }
    if !answer.followUp.isEmpty { steps.append(Milestone(step: "跟踪", date: nil, note: answer.followUp)) }
    return steps
  }

  /// When a letter was sent, and when it was published.
  private static func milestones(of reply: Reply, in answer: Published<Assignment>) -> [Milestone] {
    let isFirst = reply.sequence == .first
    let name = isFirst ? "书面答复" : "\(reply.sequence.rawValue)答复"
    let notes = [name, answer.documentNumber(of: reply), isFirst ? answer.timing : ""].filter { !$0.isEmpty }
    let sent = Milestone(step: "答复", date: answer.day(of: reply), note: notes.joined(separator: "，"))
    guard let published = answer.publishedOn(of: reply) else { return [sent] }
    return [sent, Milestone(step: "公开", date: published, note: "\(answer.form.rawValue)公开\(isFirst ? "" : name)")]
  }
}

extension Published<Assignment> {
  /// How long the row's reply took and whether it kept the limit: `用时 61 天，按时`.
  var timing: String {
    let duration = duration(until: self.repliedOn).map { "用时 \($0) 天" }
    return [duration, self.timeliness?.rawValue].compactMap { $0 }.joined(separator: "，")
  }
}
