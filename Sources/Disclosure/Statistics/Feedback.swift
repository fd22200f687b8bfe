/// What proposers said of the replies to them. Rates are over the feedback given; who said nothing is shown apart.
package struct Feedback: Sendable, Hashable {
  package private(set) var satisfied = 0
  package private(set) var basicallySatisfied = 0
  package private(set) var dissatisfied = 0
  package private(set) var noFeedback = 0

  package init() {}

  mutating func count(_ satisfaction: Assignment.Satisfaction?) {
    switch satisfaction {
    case .satisfied: satisfied += 1
    case .basicallySatisfied: basicallySatisfied += 1
    case .dissatisfied: dissatisfied += 1
    case .noFeedback, nil: noFeedback += 1
    }
  }

  static func += (left: inout Feedback, right: Feedback) {
    left.satisfied += right.satisfied
    left.basicallySatisfied += right.basicallySatisfied
    left.dissatisfied += right.dissatisfied
    left.noFeedback += right.noFeedback
  }

  package var given: Int { satisfied + basicallySatisfied + dissatisfied }

  /// 满意率: 满意 and 基本满意, of the feedback given.
  package var rate: Ratio { Ratio(satisfied + basicallySatisfied, of: given) }

  /// 满意 alone, of the feedback given.
  package var fullRate: Ratio { Ratio(satisfied, of: given) }
}
