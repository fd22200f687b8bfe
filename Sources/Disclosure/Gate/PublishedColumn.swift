import Diagnostics

/// The column as the public may see it.
package struct PublishedColumn: Sendable {
  /// A proposal with at least one published reply.
  package struct Item: Sendable {
    /// Without its assignments.
    package let proposal: Published<Proposal>
    /// The assignments with a published reply, in the ledger's order.
    package let answers: [Published<Assignment>]
    /// The published assignments that owe no reply.
    package let assistance: [Published<Assignment>]
    /// How many further units answered or will answer without their replies being public.
    package let withheldAnswers: Int
    /// What was withdrawn of its letters.
    package let withdrawals: [WithdrawnLetter]
    /// The day of the newest published reply.
    package let lastReply: CalendarDate
    /// The day on which its newest reply was published.
    package let lastPublication: CalendarDate?
    /// The day on which something that its page shows was published, corrected or withdrawn last.
    package let lastChange: CalendarDate
    /// Proposers' full names that the site's policy hides, so that letters can be searched for them.
    let hiddenNames: [String]
    /// What its letters must not name.
    let withheldItems: WithheldItems
    /// Whose full names its letters must not hold beside 代表 and 委员.
    let hiddenProposers: HiddenProposers
  }

  /// A line of the register for an assignment that has no page, such as a published assistance.
  package struct Mention: Sendable {
    package let proposal: Published<Proposal>
    package let assignment: Published<Assignment>
  }

  /// A letter that was public, of which no word is left but that it was withdrawn.
  package struct WithdrawnLetter: Sendable {
    package let withdrawal: Withdrawal
    /// See `Reply.name(of:)`; for the history alone, as it tells the unit.
    package let name: String
    package let formerAddresses: [String]
    /// Its file, for messages.
    package let place: Place
  }

  /// A proposal of whose replies none is public any more, and one or several were: its page says no more than that.
  package struct WithdrawnItem: Sendable {
    package let key: ProposalKey
    package let year: Int
    package let letters: [WithdrawnLetter]
  }

  /// A withheld item that the site's policy lets the register name.
  package struct NamedWithheld: Sendable {
    package let key: ProposalKey
    package let year: Int
    package let title: String
    package let publicClass: String
  }

  package struct WithheldGroup: Sendable, Hashable {
    package let kind: Kind
    package let year: Int
    package let publicClass: String

    package init(kind: Kind, year: Int, publicClass: String) {
      self.kind = kind
      self.year = year
      self.publicClass = publicClass
    }
  }

  package let column: Column
  package let asOf: CalendarDate
  /// Newest reply first.
  package let items: [Item]
  package let mentions: [Mention]
  /// In the order of kind, session and number.
  package let withdrawn: [WithdrawnItem]
  /// Newest first.
  package let documents: [Published<Document>]
  /// What other bodies have published themselves.
  package let bodies: [Body]
  package let withheldCounts: [WithheldGroup: Int]
  package let namedWithheld: [NamedWithheld]
  /// By year, kind and unit, and for each scope that a published document asks for.
  package let statistics: [Statistics.Scope: Statistics]
  /// Attachments that published replies and documents offer, relative to `content/files/`, and their sizes in bytes.
  package let files: [String: Int]
}
