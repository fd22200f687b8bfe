/// 更正: what was changed in a published text, and when.
package struct Correction: Sendable, Hashable {
  package let date: CalendarDate
  package let note: String

  package init(date: CalendarDate, note: String) {
    self.date = date
    self.note = note
  }
}
