import Diagnostics

/// A Markdown file's text, to be read when its page is written.
package struct NarrativeSource: Sendable, Hashable {
  /// Relative to the site.
  package let file: String
  /// The number of bytes before the text.
  package let offset: Int
  /// The line on which the text begins, counted from 1.
  package let line: Int
  /// The text that is published must be the one that was looked at.
  package let state: FileState

  package init(file: String, offset: Int, line: Int, state: FileState = FileState(modified: 0, size: 0)) {
    self.file = file
    self.offset = offset
    self.line = line
    self.state = state
  }
}

/// What tells a file from the same file after a change.
package struct FileState: Sendable, Hashable {
  /// The time of the last change in nanoseconds.
  let modified: Int
  /// In bytes.
  let size: Int

  package init(modified: Int, size: Int) {
    self.modified = modified
    self.size = size
  }
}

/// 更正: what was changed in a published text, and when.
package struct Correction: Sendable, Hashable {
  package let date: CalendarDate
  package let note: String

  package init(date: CalendarDate, note: String) {
    self.date = date
    self.note = note
  }
}

/// 撤回: since when a reply is no longer shown, and why, as its page goes on to say.
package struct Withdrawal: Sendable, Hashable {
  /// 理由类别.
  package enum Reason: String, Sendable, CaseIterable {
    case mistaken = "内容有误"
    case handledAgain = "重新办理"
    case privacy = "涉及个人隐私"
    case tradeSecret = "涉及商业秘密"
    case disclosureChanged = "公开方式调整"
  }

  package let date: CalendarDate
  package let reason: Reason

  package init(date: CalendarDate, reason: Reason) {
    self.date = date
    self.reason = reason
  }
}

/// 附件: a file below `content/files/` that a published page offers, or another narrative of the site.
package struct Attachment: Sendable, Hashable {
  package let name: String
  /// Relative to `content/files/`; a narrative's is relative to the one that encloses it, and may name a heading.
  package let file: String
  package let place: Place

  package var isNarrative: Bool { file.prefix { $0 != "#" }.hasSuffix(".md") }

  package init(name: String, file: String, place: Place) {
    self.name = name
    self.file = file
    self.place = place
  }
}

/// 已核: a person vouches that what looks like private data is none, or that a figure is right.
package struct Excuse: Sendable, Hashable {
  /// The rule of numbers in texts that differ from the ledger's.
  package static let figureRule = "统计数字"

  package let rule: String
  package let content: String
  package let place: Place

  package init(rule: String, content: String, place: Place) {
    self.rule = rule
    self.content = content
    self.place = place
  }
}

/// 复文: one letter that answers a proposal.
package struct Reply: Sendable {
  /// 答复序次.
  package enum Sequence: String, Sendable, CaseIterable {
    case interim = "阶段性"
    case first = "首次"
    case again = "再次"
    case supplement = "补充"
  }

  package var source: NarrativeSource
  package var sequence: Sequence = .first
  package var title = ""
  package var addressee = ""
  package var signature = ""
  package var writtenOn: CalendarDate?
  package var contact = ""
  package var phone = ""
  package var copies = ""
  package var interpretation = ""
  package var attachments: [Attachment] = []
  package var corrections: [Correction] = []
  package var withdrawal: Withdrawal?
  /// Which one it is of those to its row that have the same 答复序次, counted from 1.
  package var ordinal = 1
  package var formerAddresses: [String] = []
  package var excuses: [Excuse] = []

  /// Its own values where it is not the reply that the ledger's row describes.
  package var documentNumber: String?
  package var repliedOn: CalendarDate?
  package var resultClass: AnswerScheme.ResultClass?
  package var disclosure: Assignment.Disclosure?
  package var publishedOn: CalendarDate?

  package init(source: NarrativeSource) { self.source = source }

  /// What it is called in the column's history: lasting, and telling it from the others on its page.
  package func name(of unit: UnitDirectory.Unit) -> String {
    "\(unit.code)-\(sequence.rawValue)" + (ordinal > 1 ? "-\(ordinal)" : "")
  }

  package var place: Place { Place(source.file) }
}
