import Diagnostics
import Disclosure

/// The codes of topics and units, which are parts of addresses.
extension Loader {
  /// Topics without a code in `site.yaml` get one from their reading.
  func addTopicCodes(
    of proposals: [Proposal], to column: inout Column, reporting diagnostics: inout Diagnostics
  ) {
    var taken: [String: String] = [:]
    for (topic, code) in column.topicCodes { taken[code] = topic }
    for index in proposals.indices {
      for topic in proposals[index].topics where column.topicCodes[topic] == nil {
        let code = Pinyin.address(of: topic)
        if code.isEmpty || taken[code] != nil {
          diagnostics.error(
            "record/topic-code", at: proposals[index].origin.place(of: .topics),
            taken[code].map { "主题“\(topic)”的网址代码“\(code)”与“\($0)”的相同" } ?? "主题“\(topic)”里没有文字，定不出网址代码",
            hint: "在 site.yaml 的“主题”里给它另写一个代码，例如 \(topic): zhuti-1")
        }
        taken[code] = topic
        // Never published, as the error above says; but its pages must not add errors of their own.
        column.topicCodes[topic] = code.isEmpty ? "-" : code
      }
    }
  }

  /// Units have no codes of their own where `site.yaml` names none, and names that read alike would share a page.
  func checkUnitCodes(of proposals: [Proposal], reporting diagnostics: inout Diagnostics) {
    var names: [String: String] = [:]
    var reported: Set<String> = []
    for assignment in proposals.lazy.flatMap(\.assignments) {
      let unit = assignment.unit
      let first = names[unit.code, default: unit.name]
      names[unit.code] = first
      guard unit.code.isEmpty || first != unit.name, reported.insert(unit.name).inserted else { continue }
      diagnostics.error(
        "record/unit-code", at: assignment.origin.place(of: .unit),
        unit.code.isEmpty
          ? "承办单位“\(unit.name)”定不出网址代码" : "承办单位“\(unit.name)”和“\(first)”读音相同，网址代码都是“\(unit.code)”",
        hint: "在 site.yaml 的“承办单位”里写明各单位的名称和代码")
    }
  }
}
