import Diagnostics
import Disclosure

/// `data/datapackage.json`: what the data files hold, field by field (Frictionless Data Package v1).
enum DataPackage {
  static let address = "data/datapackage.json"
  static let licence = "可以下载、引用和再利用，请注明来源和截至日期"

  static func write(_ column: PublishedColumn, into bytes: inout [UInt8]) {
    let settings = column.column
    let package: [(String, JSONValue)] = [
      ("profile", .text("data-package")),
      ("name", .text(name(of: settings.address))),
      ("title", .text(settings.name)),
      ("description", .text("\(settings.summary)数据截至\(column.asOf.chinese)，\(licence)。")),
      ("homepage", .text(settings.address.text)),
      // From the as-of date: the clock would give the same records other bytes.
      ("created", .text("\(column.asOf)T00:00:00+08:00")),
      (
        "licenses",
        .list([
          .object([("path", .text(settings.address.text + DataView.address + "#licence")), ("title", .text(licence))])
        ])
      ),
      ("contributors", .list([.object([("title", .text(settings.host)), ("role", .text("publisher"))])])),
      ("keywords", .list(settings.keywords.split(separator: ",").map { .text(String($0)) })),
      (
        "resources",
        .list(
          [
            resource(
              RecordFile.csvAddress, "公开办理件（CSV）", "每个公开的办理件一行；列表用、分开；电子表格会当作公式的文字，前面加了撇号", "text",
              RecordField.all.map { field($0, inCSV: true) }),
            resource(
              RecordFile.jsonAddress, "公开办理件（JSON）", "每个公开的办理件一个对象，与 CSV 相同", "application",
              RecordField.all.map { field($0, inCSV: false) }),
            resource(
              StatisticsFile.address, "统计（JSON）", "每个统计范围一个对象，按全部办理件计算；比率有 n（分子）、d（分母）和 percent（百分数）",
              "application",
              Statistics.fields.map {
                .object([
                  ("name", .text($0.name)), ("title", .text($0.title)), ("type", .text($0.type.rawValue)),
                  ("description", .text($0.meaning)),
                ])
              }),
          ] + (column.bodies.isEmpty ? [] : bodyResources))
      ),
    ]
    JSONText.write(package, into: &bytes)
    bytes += "\n".utf8
  }

  /// `www.example.gov.cn-zwgk-jyta`: lower case, in the few characters that the specification allows.
  private static func name(of address: WebAddress) -> String {
    let text = (address.host + address.path).lowercased().utf8.map { byte -> Character in
      let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || ".-_".utf8.contains(byte)
      return isPlain ? Character(Unicode.Scalar(byte)) : "-"
    }
    return String(text.last == "-" ? text.dropLast() : text[...])
  }

  private static func resource(
    _ address: String, _ title: String, _ description: String, _ family: String, _ fields: [JSONValue]
  ) -> JSONValue {
    let file = address.split(separator: "/").last.map(String.init) ?? address
    let name = file.split(separator: ".").joined(separator: "-")
    let format = file.split(separator: ".").last.map(String.init) ?? ""
    return .object([
      ("profile", .text("tabular-data-resource")), ("name", .text(name)), ("path", .text(file)),
      ("title", .text(title)), ("description", .text(description)),
      ("format", .text(format)), ("mediatype", .text("\(family)/\(format)")),
      ("encoding", .text("utf-8")),
      ("schema", .object([("fields", .list(fields)), ("missingValues", .list([.text("")]))])),
    ])
  }

  /// The figures that other bodies have published.
  private static let bodyResources = [
    (BodyFile.csvAddress, "各单位统计（CSV）", "text"), (BodyFile.jsonAddress, "各单位统计（JSON）", "application"),
  ].map { address, title, family in
    resource(
      address, title, "各单位公开的统计，每个单位、每个统计范围一行；没有列入的单位写明原因", family,
      BodyFile.fields.map {
        .object([
          ("name", .text($0.name)), ("title", .text($0.name)), ("type", .text($0.type)),
          ("description", .text($0.meaning)),
        ])
      })
  }

  private static func field(_ field: RecordField, inCSV: Bool) -> JSONValue {
    let type =
      switch field.type {
      case .text: "string"
      case .number: "integer"
      case .truth: "boolean"
      case .date: "date"
      case .list: inCSV ? "string" : "array"
      }
    var members: [(String, JSONValue)] = [
      ("name", .text(field.name)), ("title", .text(field.name)), ("type", .text(type)),
      ("description", .text(field.meaning + (field.type == .list && inCSV ? "，用、分开" : ""))),
    ]
    if field.type == .truth, inCSV {
      members += [("trueValues", .list([.text("是")])), ("falseValues", .list([.text("否")]))]
    }
    var constraints: [(String, JSONValue)] = []
    if field.isRequired { constraints.append(("required", .truth(true))) }
    if !field.values.isEmpty { constraints.append(("enum", .list(field.values.map(JSONValue.text)))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }
}
