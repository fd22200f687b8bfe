import Diagnostics

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
