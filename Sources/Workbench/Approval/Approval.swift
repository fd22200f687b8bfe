import Disclosure

/// 送审单: what a build would change in the column, for the person who signs: new, changed and withdrawn pages as their
/// readers would see them, and what the gate decided on each reply.
///
/// It may be passed on: of what is withheld it holds the number and the class of the reason, nothing else.
package struct Approval: Sendable {
  /// A page that is new or changed.
  package struct Page: Sendable {
    package let address: String
    /// Its heading as it would be.
    package let title: String
    /// Whether it is a letter, report or bulletin.
    package let isArticle: Bool
    package let isNew: Bool
    /// What of its text differs, and some of what stands around.
    package let lines: [Line]
    /// Lines that differ and are not among `lines`: there are too many.
    package let omitted: Int
    /// Former lines that are gone and not shown: of lists, and what is no longer public.
    package let hidden: Int

    package init(address: String, title: String, isArticle: Bool, isNew: Bool, lines: [Line], omitted: Int, hidden: Int)
    {
      self.address = address
      self.title = title
      self.isArticle = isArticle
      self.isNew = isNew
      self.lines = lines
      self.omitted = omitted
      self.hidden = hidden
    }

    /// Whether its text differs, and not only its links or code.
    package var differs: Bool { !lines.isEmpty || omitted > 0 || hidden > 0 }

    var note: String {
      hidden > 0 ? "原来的文字有 \(hidden) 行不再出现，这里不列。" : isNew || differs ? "" : "文字没有变，变的是链接或网页代码。"
    }
  }

  /// A line of a page's text.
  package struct Line: Sendable {
    package enum Mark: String, Sendable {
      case removed = "－"
      case added = "＋"
      case kept = "　"
    }

    package let mark: Mark
    package let text: String

    package init(_ mark: Mark, _ text: String) {
      self.mark = mark
      self.text = text
    }
  }

  /// What the gate decided on a reply.
  package struct Decision: Sendable {
    /// `省十四届人大二次会议建议第0216号`
    package let number: String
    /// Empty where it is withheld.
    package let unit: String
    package let title: String
    package let address: String
    /// The public class of the reason (see `WithheldReason.publicClass`); `nil` where it is published.
    package let withheld: String?
  }

  package let column: String
  package let asOf: CalendarDate
  package let added: [Page]
  package let changed: [Page]
  /// Addresses of pages that would be gone.
  package let withdrawn: [String]
  /// How many other files (data, feeds, the search's index, attachments) are new, changed and gone.
  package let otherFiles: (added: Int, changed: Int, removed: Int)
  package let decisions: [Decision]

  package init(
    basis: ApprovalBasis, added: [Page], changed: [Page], withdrawn: [String],
    otherFiles: (added: Int, changed: Int, removed: Int)
  ) {
    column = basis.column
    asOf = basis.asOf
    decisions = basis.decisions
    self.added = added
    self.changed = changed
    self.withdrawn = withdrawn
    self.otherFiles = otherFiles
  }

  package var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && withdrawn.isEmpty && otherFiles == (0, 0, 0)
  }
}
