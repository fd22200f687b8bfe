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
  /// 署名, at the foot of the text.
  package var signature = ""
  /// 会议文件: the line of a paper of a conference, such as 省十四届人大四次会议文件（十二）.
  package var conference = ""
  /// 通过说明: when and where it was passed.
  package var passage = ""
  package var attachments: [Attachment] = []
  /// 期号 and 总期号.
  package var issue: Int?
  package var overallIssue: Int?
  /// 刊名, where it is not the form's.
  package var masthead = ""
  /// 编辑单位.
  package var publisher = ""
  package var editor = ""
  /// 联系方式 of the editors.
  package var contact = ""
  /// 批准文号.
  package var licence = ""
  /// 要目: whether the page begins with a list of its articles; `nil` leaves it to the form.
  package var listsArticles: Bool?
  package var distribution = ""
  /// 印发机关 and 印发日期.
  package var printer = ""
  package var printedOn: CalendarDate?
  package var disclosure: Assignment.Disclosure?
  package var publishedOn: CalendarDate?
  /// 统计范围: which records the figures in its text come from.
  package var scope = Statistics.Scope()
  /// Where the scope stands in the file; `nil` where it names none.
  package var scopePlace: Place?
  /// 典型案例.
  package var cases: [CaseReference] = []
  /// 统计表: what the form of this scope needs and no record holds.
  package var facts: SummaryForm.Facts?
  package var formerAddresses: [String] = []
  package var excuses: [Excuse] = []
  /// What its text must not name; the gate fills it in.
  var withheldItems = WithheldItems()
  var hiddenProposers = HiddenProposers()

  package init(source: NarrativeSource, address: String, form: Form, title: String, date: CalendarDate) {
    self.source = source
    self.address = address
    self.form = form
    self.title = title
    self.date = date
  }

  package var place: Place { Place(source.file) }
}
