import Diagnostics

/// A report or bulletin (工作总结, 情况报告, 报送函, 联络动态, 工作动态).
package struct Document: Sendable {
  package enum Form: String, Sendable, CaseIterable {
    case summary = "工作总结"
    case report = "情况报告"
    case transmittal = "报送函"
    case bulletin = "联络动态"
    case news = "工作动态"
  }

  package var source: NarrativeSource
  /// Where its page stands in the column.
  package var address: String
  package var form: Form
  package var title: String
  package var date: CalendarDate
  package var origin = ""
  package var documentNumber = ""
  package var addressee = ""
  package var copies = ""
  /// 期号 and 总期号.
  package var issue: Int?
  package var overallIssue: Int?
  package var editor = ""
  package var distribution = ""
  package var disclosure: Assignment.Disclosure?
  package var publishedOn: CalendarDate?
  /// 统计范围: which records the figures in its text come from.
  package var scope = Statistics.Scope()
  /// 统计表: what the form of this scope needs and no record holds.
  package var facts: SummaryForm.Facts?
  package var formerAddresses: [String] = []
  package var excuses: [Excuse] = []

  package init(source: NarrativeSource, address: String, form: Form, title: String, date: CalendarDate) {
    self.source = source
    self.address = address
    self.form = form
    self.title = title
    self.date = date
  }

  package var place: Place { Place(source.file) }
}
