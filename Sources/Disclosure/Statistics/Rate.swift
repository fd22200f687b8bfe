/// A share that goes by a name, see the figures of `Statistics`; the raw value is the name.
package enum Rate: String, Sendable, CaseIterable {
  case answered = "答复率"
  case onTime = "按时率"
  case extended = "延期按时率"
  case assistOnTime = "会办按时率"
  case met = "见面率"
  case metOrWaived = "见面或免见面率"
  case contacted = "沟通率"
  case solved = "解决率"
  case satisfied = "满意率"
  case satisfiedAtFirst = "初次满意率"
  case disclosed = "公开率"
  case disclosedOfAll = "占总数公开率"
  case publishedInTime = "公开及时率"
  case fullText = "全文公开率"
  case converted = "转化率"

  package var name: String { rawValue }

  /// The keys that lead to it in the JSON of `Statistics`.
  package var path: [String] {
    switch self {
    case .answered: ["answeredRate"]
    case .onTime: ["onTime"]
    case .extended: ["extended"]
    case .assistOnTime: ["assistOnTime"]
    case .met: ["met"]
    case .metOrWaived: ["metOrWaived"]
    case .contacted: ["contacted"]
    case .solved: ["solved"]
    case .satisfied: ["satisfaction", "rate"]
    case .satisfiedAtFirst: ["satisfaction", "first", "rate"]
    case .disclosed: ["disclosure", "rate"]
    case .disclosedOfAll: ["disclosure", "rateOfAll"]
    case .publishedInTime: ["disclosure", "within20WorkingDays"]
    case .fullText: ["disclosure", "fullText"]
    case .converted: ["adopted", "converted"]
    }
  }
}

extension Statistics {
  package subscript(rate: Rate) -> Ratio {
    switch rate {
    case .answered: answered
    case .onTime: onTime
    case .extended: extended
    case .assistOnTime: assistOnTime
    case .met: met
    case .metOrWaived: metOrWaived
    case .contacted: contacted
    case .solved: solved
    case .satisfied: feedback.rate
    case .satisfiedAtFirst: firstFeedback.rate
    case .disclosed: disclosed
    case .disclosedOfAll: disclosedOfAll
    case .publishedInTime: publishedInTime
    case .fullText: fullText
    case .converted: converted
    }
  }
}
