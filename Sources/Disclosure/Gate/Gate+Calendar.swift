import Diagnostics

extension Gate {
  /// That 公开及时率 counts days of years whose holidays nobody stated; `nil` when all are known.
  package func missingCalendars(of catalogue: Catalogue) -> Diagnostic? {
    let known = catalogue.column.workingDays.years
    var missing: Set<Int> = []
    for row in catalogue.proposals.lazy.flatMap(\.assignments) where row.role.answers {
      guard let repliedOn = row.repliedOn, let publishedOn = row.publishedOn, repliedOn <= publishedOn else { continue }
      let years = [repliedOn.year, publishedOn.year]
      if years.allSatisfy(known.contains) || ![nil, .letterMissing].contains(reason(toWithhold: row)) { continue }
      missing.formUnion(Set(years[0]...years[1]).subtracting(known))
    }
    if missing.isEmpty { return nil }
    let years = missing.sorted().map(String.init).joined(separator: "、")
    return Diagnostic(
      .warning, "site/calendar-missing", at: Place("content/site.yaml", field: "工作日历"),
      "没有 \(years) 年的工作日历，这些年的节假日都算成了工作日，“二十个工作日内公开”的件数不准",
      hint: "按国务院办公厅的放假通知补上一段：- {年份: \(missing.min() ?? 0), 节假日: […], 调休: […]}")
  }
}
