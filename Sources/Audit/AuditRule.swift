/// What the column is held against: the demands of the inspection index and the page standards, in the order in which
/// they are listed.
package enum AuditRule: String, Sendable, CaseIterable {
  case siteTags = "site-tags"
  case columnTags = "column-tags"
  case articleTags = "article-tags"
  case titles
  case visibleDates = "visible-dates"
  case ownAddress = "own-address"
  case addresses
  case domain
  case footer
  case reachable
  case foreignHosts = "foreign-hosts"
  case weight
  case print
  case lasting

  case trueDates = "true-dates"
  case withheldTitles = "withheld-titles"
  case privacy
  case integrity
  case reproducible
  case deadLinks = "dead-links"
  case emptyPages = "empty-pages"
  case freshness
  case years
  case search
  case errorReport = "error-report"
  case slips
  case thirdParty = "third-party"
  case plainHTTP = "plain-http"
  case numericHosts = "numeric-hosts"
  case sitemap

  case language
  case landmarks
  case headings
  case images
  case labels
  case tables
  case zoom
  case largeType = "large-type"
  case withoutScript = "without-script"
  case contrast

  case repliedInTime = "replied-in-time"
  case assistedInTime = "assisted-in-time"
  case contacted
  case decided
  case disclosedInTime = "disclosed-in-time"
  case answeredAgain = "answered-again"
  case overview
  case interpretation

  case availability
  case https
  case ipv6
  case externalLinks = "external-links"
  case interaction

  /// Where a demand comes from; the raw value is its name in JSON.
  package enum Basis: String, Sendable, CaseIterable {
    case guideline, index, access, handling, host

    package var title: String {
      switch self {
      case .guideline: "《政府网站发展指引》（国办发〔2017〕47号）"
      case .index: "政府网站检查指标（国办秘函〔2019〕19号）"
      case .access: "无障碍和适老化（GB/T 37668—2019、互联网网站适老化通用设计规范）"
      case .handling: "办理和公开的时限与内容"
      case .host: "网站主机和主站"
      }
    }
  }

  package var basis: Basis { definition.basis }
  /// Which part of it.
  package var clause: String { definition.clause }
  package var demand: String { definition.demand }
  /// What to do where it is not met, or cannot be told from here.
  package var advice: String { definition.advice }
}
