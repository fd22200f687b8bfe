import Diagnostics
import Disclosure

/// Reads `content/site.yaml` (manual: shezhi).
package struct SettingsReader {
  static let file = "content/site.yaml"

  static let keys = [
    "站点名称", "网址", "网站标识码", "专栏名称", "专栏说明", "专栏关键词", "主办单位", "联系方式", "ICP备案号", "公安备案号", "党政机关标识", "提出人显示",
    "公开未公开件标题", "答复类别", "承办方式", "承办单位", "工作日历", "截至日期", "台账工作表", "主题", "汇总", "旧网址",
  ]

  private let root: PlacedNode
  package private(set) var diagnostics = Diagnostics()

  package init(_ root: Node) { self.root = PlacedNode(root, in: Self.file) }

  /// What could be read; the diagnostics say what could not.
  package mutating func read() -> Column {
    var column = Column()
    root.checkKeys(among: Self.keys, reporting: &diagnostics)
    column.siteName = needed("站点名称")
    column.siteCode = siteCode()
    column.name = needed("专栏名称")
    column.summary = needed("专栏说明")
    if let keywords = diagnostics.collect(try root.required("专栏关键词").texts()) {
      if keywords.allSatisfy(\.isEmpty) { diagnostics.add(root.missing("专栏关键词")) }
      column.keywords = keywords.joined(separator: ",")
    }
    column.host = needed("主办单位")
    if let address = diagnostics.collect(try root.required("网址").webAddress()) { column.address = address }
    column.contact = optional("联系方式")
    column.icpRecord = optional("ICP备案号")
    column.policeRecord = optional("公安备案号")
    column.badge = optional("党政机关标识")
    column.proposerDisplay = value("提出人显示", PlacedNode.choice) ?? .surname
    column.namesWithheldItems = value("公开未公开件标题", PlacedNode.boolean) ?? false
    column.ledgerSheets = value("台账工作表", PlacedNode.texts) ?? []
    column.asOf = value("截至日期", PlacedNode.date)
    if root["答复类别"] != nil { column.schemes = schemes() }
    for (label, node) in entries("承办方式") {
      let role: Role? = diagnostics.collect(try node.choice(named: "承办方式"))
      if let role { column.roleLabels[label] = role }
    }
    column.units = units()
    column.workingDays = workingDays()
    column.topicCodes = topicCodes()
    column.bodies = bodies()
    for (former, node) in entries("旧网址") {
      if let former = diagnostics.collect(try FormerAddress.path(former, at: node.place)),
        let present = value(node, PlacedNode.text)
      {
        column.formerAddresses.append((former, present))
      }
    }
    return column
  }

  // MARK: - Values

  private mutating func needed(_ key: String) -> String {
    guard let text = diagnostics.collect(try root.required(key).text()) else { return "" }
    if text.allSatisfy(\.isWhitespace) { diagnostics.add(root.missing(key)) }
    return text
  }

  /// Ten digits, or eight behind the `bm` of a ministry, as the footers of government sites have them.
  private mutating func siteCode() -> String {
    let code = needed("网站标识码")
    let digits = code.hasPrefix("bm") ? code.dropFirst(2) : code[...]
    let isRight =
      digits.utf8.count == (code.hasPrefix("bm") ? 8 : 10) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if !isRight, !code.isEmpty, let place = root["网站标识码"]?.place {
      diagnostics.warning(
        "site/code", at: place, "网站标识码“\(code)”不是十位数字，也不是 bm 加八位数字", hint: "核对全国政府网站信息报送系统里的标识码；开头有零的，加半角引号")
    }
    return code
  }

  private mutating func optional(_ key: String) -> String { value(key, PlacedNode.text) ?? "" }

  private mutating func value<Value>(
    _ key: String, _ read: (PlacedNode) -> () throws(Diagnostic) -> Value
  ) -> Value? {
    value(root[key], read)
  }

  private mutating func value<Value>(
    _ node: PlacedNode?, _ read: (PlacedNode) -> () throws(Diagnostic) -> Value
  ) -> Value? {
    guard let node else { return nil }
    return diagnostics.collect(try read(node)())
  }

  private mutating func items(_ key: String) -> [PlacedNode] { value(key, PlacedNode.items) ?? [] }

  private mutating func entries(_ key: String) -> [(key: String, value: PlacedNode)] {
    value(key, PlacedNode.entries) ?? []
  }

  // MARK: - Answer schemes

  private mutating func schemes() -> [AnswerScheme] {
    var schemes: [AnswerScheme] = []
    for node in items("答复类别") {
      guard let scheme = scheme(node) else { continue }
      if let earlier = schemes.first(where: scheme.overlaps) {
        diagnostics.warning(
          "site/scheme-overlap", at: node.place, "方案“\(scheme.name)”和“\(earlier.name)”有同一年同一类的件，那里用的是前一套",
          hint: "用“年份”和“类型”把两套方案分开")
      }
      schemes.append(scheme)
    }
    return schemes
  }

  private mutating func scheme(_ node: PlacedNode) -> AnswerScheme? {
    node.checkKeys(among: ["方案", "类型", "年份", "类别"], reporting: &diagnostics)
    let kinds: [Kind] = value(node["类型"], PlacedNode.choices) ?? []
    let years = value(node["年份"], PlacedNode.years)
    guard let name = diagnostics.collect(try node.required("方案").text()),
      let list = diagnostics.collect(try node.required("类别").items())
    else { return nil }
    var classes: [AnswerScheme.ResultClass] = []
    for node in list {
      guard let found = resultClass(node) else { continue }
      if classes.contains(where: { $0.code.lowercased() == found.code.lowercased() }) {
        diagnostics.error("site/class-code", at: node.place, "方案“\(name)”里有两个类别的代码是“\(found.code)”", hint: "删去一个，或另定代码")
      }
      classes.append(found)
    }
    let scheme = AnswerScheme(name: name, kinds: kinds, years: years ?? AnswerScheme.allYears, classes: classes)
    checkAddresses(of: scheme, at: node.place)
    return scheme
  }

  /// Two classes with one address would be one list.
  private mutating func checkAddresses(of scheme: AnswerScheme, at place: Place) {
    var taken: [String: AnswerScheme.ResultClass] = [:]
    for (position, found) in scheme.classes.enumerated() {
      let code = scheme.addressCode(of: found, at: position)
      guard let earlier = taken.updateValue(found, forKey: code), earlier.code.lowercased() != found.code.lowercased()
      else { continue }
      diagnostics.error(
        "site/class-code", at: place, "方案“\(scheme.name)”里“\(earlier.code)”和“\(found.code)”在网址里都是“\(code)”",
        hint: "字母、数字以外的代码按次序编号；给其中一个另定代码")
    }
  }

  private mutating func resultClass(_ node: PlacedNode) -> AnswerScheme.ResultClass? {
    node.checkKeys(among: ["代码", "名称", "含义", "解决"], reporting: &diagnostics)
    let solved = value(node["解决"], PlacedNode.boolean)
    return diagnostics.collect(try node.resultClass(solved: solved ?? false))
  }

  // MARK: - Topics

  private mutating func topicCodes() -> [String: String] {
    var codes: [String: String] = [:]
    var taken: [String: String] = [:]
    for (topic, node) in entries("主题") {
      guard let code = value(node, PlacedNode.addressPart) else { continue }
      codes[topic] = code
      if let earlier = taken.updateValue(topic, forKey: code) {
        diagnostics.error(
          "site/topic-code", at: node.place, "主题“\(topic)”的网址代码“\(code)”与“\(earlier)”的相同", hint: "另定一个代码")
      }
    }
    return codes
  }

  // MARK: - Units

  private mutating func units() -> UnitDirectory {
    var entries: [(unit: UnitDirectory.Unit, aliases: [PlacedAlias])] = []
    var codes: [String: PlacedNode] = [:]
    var names: [String: PlacedNode] = [:]
    for node in items("承办单位") {
      node.checkKeys(among: ["名称", "代码", "别名"], reporting: &diagnostics)
      guard let name = diagnostics.collect(try node.required("名称").text()) else { continue }
      let code = value(node["代码"], PlacedNode.addressPart) ?? Pinyin.address(of: name)
      let unit = UnitDirectory.Unit(name: name, code: code)
      if let earlier = codes.updateValue(node, forKey: unit.code) {
        diagnostics.error(
          "site/unit-code", at: node.place, "“\(name)”的代码“\(unit.code)”与第 \(earlier.node.line) 行的单位相同", hint: "另定一个代码")
      }
      if let earlier = names.updateValue(node, forKey: name) {
        diagnostics.error(
          "site/unit-name", at: node.place, "“\(name)”与第 \(earlier.node.line) 行的单位同名", hint: "两处写成一项，以前的名称写在“别名”里")
      }
      entries.append((unit, aliases(of: node)))
    }
    checkAliases(entries)
    return UnitDirectory(entries.map { (unit: $0.unit, aliases: $0.aliases.map(\.alias)) })
  }

  private typealias PlacedAlias = (alias: UnitDirectory.Alias, place: Place)

  private mutating func aliases(of node: PlacedNode) -> [PlacedAlias] {
    (value(node["别名"], PlacedNode.items) ?? []).compactMap { item in
      if case .mapping = item.node.content {
        item.checkKeys(among: ["名称", "起", "止"], reporting: &diagnostics)
        return value(item, PlacedNode.datedAlias).map { ($0, item.place) }
      }
      return value(item, PlacedNode.alias).map { ($0, item.place) }
    }
  }

  /// On any day, a name is that of one unit.
  private mutating func checkAliases(_ entries: [(unit: UnitDirectory.Unit, aliases: [PlacedAlias])]) {
    var taken = Dictionary(
      entries.map { ($0.unit.name, [(alias: UnitDirectory.Alias(name: $0.unit.name), unit: $0.unit)]) },
      uniquingKeysWith: +)
    for (unit, aliases) in entries {
      for (alias, place) in aliases {
        if let other = taken[alias.name]?.first(where: { $0.unit != unit && $0.alias.overlaps(alias) })?.unit {
          diagnostics.error(
            "site/unit-alias", at: place, "“\(alias.name)”同时是“\(unit.name)”和“\(other.name)”的名称",
            hint: "从一处删去它；先后属于两个单位的，写明各自的起止日期：{名称: \(alias.name), 起: 2019-01-01, 止: 2023-12-31}")
        }
        taken[alias.name, default: []].append((alias, unit))
      }
    }
  }

  // MARK: - Bodies

  private mutating func bodies() -> [BodySource] {
    var bodies: [BodySource] = []
    for node in items("汇总") {
      node.checkKeys(among: ["名称", "数据"], reporting: &diagnostics)
      guard let name = diagnostics.collect(try node.required("名称").text()),
        let folder = diagnostics.collect(try node.required("数据").text())
      else { continue }
      if bodies.contains(where: { $0.name == name }) {
        diagnostics.error("body/twice", at: node.place, "“汇总”里有两个“\(name)”", hint: "删去一个，或写出区别")
      }
      bodies.append(BodySource(name: name, folder: folder, place: node.place))
    }
    return bodies
  }

  // MARK: - Calendar

  private mutating func workingDays() -> WorkingDays {
    var holidays: Set<CalendarDate> = []
    var worked: Set<CalendarDate> = []
    for calendar in items("工作日历") {
      calendar.checkKeys(among: ["年份", "节假日", "调休"], reporting: &diagnostics)
      guard let year = diagnostics.collect(try calendar.required("年份").year()) else { continue }
      holidays.formUnion(dates(calendar["节假日"], of: year))
      worked.formUnion(dates(calendar["调休"], of: year))
    }
    return .national.union(WorkingDays(holidays: holidays, workedWeekends: worked))
  }

  /// The dates of a list, which are all of one year.
  private mutating func dates(_ node: PlacedNode?, of year: Int) -> [CalendarDate] {
    (value(node, PlacedNode.items) ?? []).compactMap { item in
      guard let date = value(item, PlacedNode.date) else { return nil }
      if date.year == year { return date }
      diagnostics.error(
        "site/calendar-year", at: item.place, "\(date) 不在\(year)年", hint: "写到它那一年的“工作日历”里，或改正年份")
      return nil
    }
  }
}

extension PlacedNode {
  fileprivate func webAddress() throws(Diagnostic) -> WebAddress {
    if let address = WebAddress(try text()) { return address }
    throw Diagnostic(
      .error, "site/address", at: place, "“网址”不是完整的网址", hint: "写成 https://www.example.gov.cn/zwgk/jyta/ 的样子")
  }

  fileprivate func resultClass(solved: Bool) throws(Diagnostic) -> AnswerScheme.ResultClass {
    let code = try required("代码").text()
    return AnswerScheme.ResultClass(
      code: code, label: try self["名称"]?.text() ?? code, meaning: try self["含义"]?.text() ?? "", solved: solved)
  }

  fileprivate func alias() throws(Diagnostic) -> UnitDirectory.Alias { UnitDirectory.Alias(name: try text()) }

  fileprivate func datedAlias() throws(Diagnostic) -> UnitDirectory.Alias {
    UnitDirectory.Alias(
      name: try required("名称").text(), from: try self["起"]?.date(), until: try self["止"]?.date())
  }

  /// `2023`, `2021-2022`, `2023-`, `-2022`
  fileprivate func years() throws(Diagnostic) -> ClosedRange<Int> {
    let texts = try text().split(separator: "-", omittingEmptySubsequences: false)
    let parts = texts.map { Int($0) }
    let open = AnswerScheme.allYears
    guard zip(texts, parts).allSatisfy({ $0.isEmpty || $1 != nil }) else { throw wrongYears }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let year?, _): return year...year
    case (2, let from?, let until?) where from <= until: return from...until
    case (2, let from?, nil): return from...max(from, open.upperBound)
    case (2, nil, let until?): return min(until, open.lowerBound)...until
    default: throw wrongYears
    }
  }

  private var wrongYears: Diagnostic { wrongType("年份，例如 2023、2021-2022、2023-（起）、-2022（止）") }

  /// A part of an address: small letters, digits and hyphens.
  fileprivate func addressPart() throws(Diagnostic) -> String {
    let part = try text()
    let isPlain = part.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if isPlain, !part.isEmpty, !part.hasPrefix("-") { return part }
    throw wrongType("小写字母、数字和连字符（会用在网址里，例如 jyt）")
  }
}
