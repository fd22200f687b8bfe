import Disclosure

/// What was changed in the column after it was published: a correction, or a withdrawal.
struct Change: Sendable {
  let date: CalendarDate
  let key: ProposalKey
  /// The proposal's, unless nothing of it is public any more.
  let title: String
  let unit: String
  /// 更正 or 撤回.
  let form: String
  let note: String

  static let schema = Schema<Change>([
    .text("日期") { $0.date.description },
    .text("事项") { $0.form },
    .text("说明") { $0.note },
    .text("标题") { $0.title },
    .text("编号") { $0.key.fullNumber },
    .text("单位") { $0.unit },
    .text("地址") { $0.key.address },
  ])

  init(_ correction: Correction, _ item: PublishedColumn.Item, _ answer: Published<Assignment>) {
    (date, key, title, unit) = (correction.date, item.proposal.key, item.proposal.title, answer.unit.name)
    (form, note) = ("更正", correction.note)
  }

  init(_ withdrawal: Withdrawal, _ key: ProposalKey, title: String) {
    (date, self.key, self.title, unit) = (withdrawal.date, key, title, "")
    (form, note) = ("撤回", "一份答复已经撤回，理由：\(withdrawal.reason.rawValue)。")
  }
}

extension PublishedColumn {
  /// The newest first.
  var changes: [Change] {
    var changes: [Change] = []
    for item in items {
      for answer in item.answers {
        for reply in answer.replies { changes += reply.corrections.map { Change($0, item, answer) } }
      }
      changes += item.withdrawals.map { Change($0.withdrawal, item.proposal.key, title: item.proposal.title) }
    }
    for item in withdrawn {
      changes += item.letters.map { Change($0.withdrawal, item.key, title: item.key.fullNumber) }
    }
    let order = changes.indices.sorted { left, right in
      (changes[right].date, changes[left].key.address, left) < (changes[left].date, changes[right].key.address, right)
    }
    return order.map { changes[$0] }
  }
}
