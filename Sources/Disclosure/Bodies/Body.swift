/// A body whose column stands beside those of others, as far as the data that it published tells. Each body's own gate
/// has decided on that; nothing else of it is ever seen.
package struct Body: Sendable {
  /// Why a body's figures cannot be shown; the raw value is for readers.
  package enum Fault: String, Error, Sendable {
    case missing = "没有取到数据"
    case damaged = "数据有损坏"
    case otherVersion = "统计口径不同"
  }

  /// What the data says of the column.
  package struct Data: Sendable {
    /// 专栏名称.
    package let title: String
    package let address: WebAddress
    package let asOf: CalendarDate
    /// By year and kind, and of all years and kinds; a scope without records is not there.
    package let figures: [Statistics.Scope: BodyFigures]

    package init(
      title: String, address: WebAddress, asOf: CalendarDate, figures: [Statistics.Scope: BodyFigures]
    ) {
      self.title = title
      self.address = address
      self.asOf = asOf
      self.figures = figures
    }
  }

  package let name: String
  package let content: Result<Data, Fault>

  package init(name: String, content: Result<Data, Fault>) {
    self.name = name
    self.content = content
  }

  /// `nil` where it could not be read.
  package var data: Data? { try? content.get() }
}
