import Diagnostics
import Disclosure

/// `data/bodies.json` and `data/bodies.csv`: the figures of all bodies in all scopes, a row for each body and scope, and
/// one for each body whose figures could not be read.
enum BodyFile {
  static let jsonAddress = "data/bodies.json"
  static let csvAddress = "data/bodies.csv"

  /// What a row is made of.
  struct Row: Sendable {
    let body: Body
    let scope: Statistics.Scope
    let figures: BodyFigures?

    var state: String {
      if case .failure(let fault) = body.content { fault.rawValue } else { "已列入" }
    }
  }

  /// A column of the table.
  struct Field: Sendable {
    let name: String
    let type: String
    let meaning: String
    let value: @Sendable (Row) -> JSONValue

    init(_ name: String, _ type: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> JSONValue) {
      (self.name, self.type, self.meaning, self.value) = (name, type, meaning, value)
    }
  }

  static let fields: [Field] =
    [
      Field("单位", "string", "本专栏对它的称呼") { .text($0.body.name) },
      Field("状态", "string", "已列入，或者没有列入的原因") { .text($0.state) },
      Field("专栏", "string", "单位的专栏的名称") { .text($0.body.data?.title) },
      Field("网址", "string", "单位的专栏的网址") { .text($0.body.data?.address.text) },
      Field("截至日期", "date", "单位的统计截至的日期") { .text($0.body.data?.asOf.description) },
      Field("年份", "integer", "空的是各年合在一起") { .number($0.scope.year) },
      Field("类型", "string", Kind.allCases.map(\.rawValue).joined(separator: "、") + "，空的是合在一起") {
        .text($0.scope.kind?.rawValue)
      },
      Field("件数", "integer", "建议和提案的件数；几个单位分办的，各单位都算，不能相加") { .number($0.figures?.proposals) },
      Field("用时中位数", "number", "从交办到答复的天数的中位数，不能相加") { .decimal($0.figures?.medianDays) },
    ]
    + BodyMeasure.counts.enumerated().map { index, measure in
      Field(measure.name, "integer", "办理件数，可以相加") { .number($0.figures?.counts[index]) }
    }
    + BodyMeasure.rates.enumerated().flatMap { index, measure in
      [
        Field(measure.name + "分子", "integer", "可以相加") { .number($0.figures?.rates[index].n) },
        Field(measure.name + "分母", "integer", "可以相加") { .number($0.figures?.rates[index].d) },
        Field(measure.name, "number", "百分数，不能相加：合计用分子之和除以分母之和") {
          .decimal($0.figures?.rates[index].percentNumber)
        },
      ]
    }

  /// An array of objects, one a line.
  static func writeJSON(_ bodies: [Body], into bytes: inout [UInt8]) {
    bytes += "[".utf8
    for (index, row) in rows(bodies).enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      JSONText.write(fields.map { ($0.name, $0.value(row)) }, into: &bytes)
    }
    bytes += "\n]\n".utf8
  }

  /// RFC 4180 with a byte order mark, as `data/records.csv`.
  static func writeCSV(_ bodies: [Body], into bytes: inout [UInt8]) {
    bytes += CSVText.byteOrderMark
    bytes += (fields.map(\.name).joined(separator: ",") + "\r\n").utf8
    for row in rows(bodies) {
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch field.value(row) {
        case .text(let text?): CSVText.write(text, into: &bytes)
        case .number(let number?): bytes += String(number).utf8
        case .decimal(let digits?): bytes += digits.utf8
        default: break
        }
      }
      bytes += "\r\n".utf8
    }
  }

  /// Bodies in their own order; the wider scope first, then the newer year.
  private static func rows(_ bodies: [Body]) -> [Row] {
    bodies.flatMap { body in
      guard let data = body.data else { return [Row(body: body, scope: Statistics.Scope(), figures: nil)] }
      let scopes = ([nil] + [body].years.map(Optional.some)).flatMap { year in
        ([nil] + Kind.allCases.map(Optional.some)).map { Statistics.Scope(year: year, kind: $0) }
      }
      return scopes.compactMap { scope in
        data.figures[scope].map { Row(body: body, scope: scope, figures: $0) }
      }
    }
  }
}
