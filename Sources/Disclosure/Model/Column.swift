/// The column's settings, from `content/site.yaml`.
package struct Column: Sendable {
  /// How proposers are shown on pages.
  package enum ProposerDisplay: String, Sendable, CaseIterable {
    case fullName = "全名"
    case surname = "姓氏"
    case hidden = "隐藏"
  }

  package var siteName = ""
  package var address = WebAddress(scheme: "https", host: "", path: "/")
  package var siteCode = ""
  package var name = ""
  package var summary = ""
  package var keywords = ""
  package var host = ""
  package var contact = ""
  package var icpRecord = ""
  package var policeRecord = ""
  /// The identifier behind the badge of party and government bodies.
  package var badge = ""
  package var proposerDisplay = ProposerDisplay.surname
  /// 公开未公开件标题: whether the register names withheld items.
  package var namesWithheldItems = false
  package var schemes: [AnswerScheme] = [.national]
  package var roleLabels: [String: Role] = [:]
  package var units = UnitDirectory([])
  /// 主题 → its part of addresses.
  package var topicCodes: [String: String] = [:]
  package var workingDays = WorkingDays.national
  package var asOf: CalendarDate?
  /// 台账工作表: the worksheets to read in workbooks; without any, the first one.
  package var ledgerSheets: [String] = []
  /// 汇总: the bodies whose published data this column shows side by side.
  package var bodies: [BodySource] = []
  /// Former path → present path, both relative to the column.
  package var formerAddresses: [(former: String, present: String)] = []

  package init() {}

  /// The scheme that sorts replies to a kind in a year, if any does.
  package func scheme(for kind: Kind, in year: Int) -> AnswerScheme? {
    schemes.first { $0.applies(to: kind, in: year) }
  }

  package func role(of label: String) -> Role? {
    Role(rawValue: label) ?? roleLabels[label] ?? Role.commonLabels[label]
  }
}
