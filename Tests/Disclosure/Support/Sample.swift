import Diagnostics
import Disclosure
import Testing

/// Values for tests, as short as they can be written.
enum Sample {
  static func day(_ text: String) -> CalendarDate {
    CalendarDate(text: text) ?? CalendarDate(dayNumber: 0)
  }

  static func excuse(_ rule: PersonalData.Rule, _ content: String) -> Excuse {
    Excuse(rule: rule.rawValue, content: content, place: Place("a.md"))
  }

  /// What the gate says of an open document's text.
  static func review(_ text: String, of document: Document) -> [Diagnostic] {
    var document = document
    document.disclosure = .open
    document.publishedOn = document.date
    let gate = Gate(asOf: document.date)
    let catalogue = Catalogue(column: Column(), proposals: [], documents: [document], files: [:], rejected: 0)
    guard let published = gate.open(catalogue).column.documents.first else { return [] }
    return gate.admit(Array(text.utf8), of: published).1
  }
}
