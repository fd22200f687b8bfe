import Diagnostics
import Disclosure

/// What `datapackage.json` says of a column.
extension PlacedNode {
  /// The first figure that the column's own words define in another way than this program does, if any.
  func fieldDefinedOtherwise() throws(Diagnostic) -> String? {
    var meanings: [String: String] = [:]
    for resource in try required("resources").items() {
      guard try resource["path"]?.text() == BodyReader.figuresFile else { continue }
      for field in try resource.required("schema").required("fields").items() {
        meanings[try field.required("name").text()] = try field.required("description").text()
      }
    }
    return Statistics.fields.first { BodyMeasure.definedFields.contains($0.name) && meanings[$0.name] != $0.meaning }?
      .name
  }

  /// A day at the front of a text.
  func day() throws(Diagnostic) -> CalendarDate {
    if let day = CalendarDate(text: String(try text().prefix(10))) { return day }
    throw wrongType("日期，例如 2024-05-20")
  }

  /// The most characters that a name from elsewhere may have.
  private static let longestName = 200

  func name() throws(Diagnostic) -> String {
    let text = try text()
    if !text.isEmpty, text.count <= Self.longestName { return text.visible }
    throw wrongType("不超过 \(Self.longestName) 个字的文字")
  }

  func address() throws(Diagnostic) -> WebAddress {
    if let address = WebAddress(try text()) { return address }
    throw wrongType("以 http:// 或 https:// 开头的网址")
  }
}

/// What `statistics.json` says.
extension PlacedNode {
  /// The greatest count that is believed.
  private static let greatestCount = 100_000_000

  /// The figures of all scopes that name no unit and no session.
  func figures(asOf day: CalendarDate) throws(Diagnostic) -> [Statistics.Scope: BodyFigures] {
    var figures: [Statistics.Scope: BodyFigures] = [:]
    for item in try items() {
      let scope = try item.required("scope")
      guard scope["unit"] == nil, scope["session"] == nil else { continue }
      let kind: Kind? = try scope["kind"]?.choice(named: "类型")
      let key = Statistics.Scope(year: try scope["year"]?.year(), kind: kind)
      guard try item.required("asOf").date() == day else {
        throw item.fault("截至日期与 \(BodyReader.packageFile) 里的不同，两个文件不是一次生成的")
      }
      if figures.updateValue(try item.figures(), forKey: key) != nil { throw item.fault("同一统计范围有两份数字") }
    }
    return figures
  }

  private func figures() throws(Diagnostic) -> BodyFigures {
    var counts: [Int] = []
    for measure in BodyMeasure.counts { counts.append(try value(at: measure.path).count()) }
    var rates: [Ratio] = []
    for measure in BodyMeasure.rates { rates.append(try value(at: measure.path).ratio()) }
    return BodyFigures(
      counts: counts, rates: rates, results: try required("byResult").results(),
      proposals: try required("proposals").count(),
      medianDays: try required("replyDays")["median"]?.decimal(upTo: Self.greatestCount))
  }

  private func value(at path: [String]) throws(Diagnostic) -> PlacedNode {
    var value = self
    for key in path { value = try value.required(key) }
    return value
  }

  private func count() throws(Diagnostic) -> Int {
    let count = try integer()
    if 0...Self.greatestCount ~= count { return count }
    throw wrongType("0 到 \(Self.greatestCount) 的整数")
  }

  /// n of d, with the percentage that this program would print.
  private func ratio() throws(Diagnostic) -> Ratio {
    let ratio = Ratio(try required("n").count(), of: try required("d").count())
    guard ratio.n <= ratio.d, try self["percent"]?.text() == ratio.percentNumber else {
      throw fault("比率自相矛盾：n、d 和 percent 对不上")
    }
    return ratio
  }

  /// As it stands there, since it is printed and written into JSON again.
  private func decimal(upTo limit: Int) throws(Diagnostic) -> String {
    let text = try text()
    if text.utf8.count <= 12, text.wholeMatch(of: /(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil, let number = Double(text),
      number <= Double(limit)
    {
      return text
    }
    throw wrongType("数字")
  }

  /// The classes with their counts, those of one scheme after one another.
  private func results() throws(Diagnostic) -> [ResultCounts] {
    var schemes: [(name: String, classes: [AnswerScheme.ResultClass], counts: [Int])] = []
    for item in try items() {
      let name = try item.required("scheme").name()
      let result = AnswerScheme.ResultClass(
        code: try item.required("code").name(), label: try item["label"]?.name() ?? "",
        meaning: "", solved: false)
      if schemes.last?.name != name { schemes.append((name, [], [])) }
      schemes[schemes.count - 1].classes.append(result)
      schemes[schemes.count - 1].counts.append(try item.required("count").count())
    }
    return schemes.compactMap { name, classes, counts in
      let scheme = AnswerScheme(name: name, kinds: [], years: AnswerScheme.allYears, classes: classes)
      let results = ResultCounts(scheme, counts: counts)
      return results.classified > 0 ? results : nil
    }
  }

  private func fault(_ message: String) -> Diagnostic { Diagnostic(.error, "body/damaged", at: place, message) }
}
