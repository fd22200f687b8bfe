extension SummaryForm {
  /// A class of key items, for which places have names of their own.
  struct KeyClass {
    let name: String
    /// A 重点类别 is of the class when it has one word of each list; without lists, when it is the name.
    private let words: [[String]]

    init(_ name: String, _ words: [[String]]) {
      self.name = name
      self.words = words
    }

    /// A class that the form does not foresee.
    init(_ name: String) { self.init(name, []) }

    func includes(_ label: String) -> Bool {
      words.isEmpty ? label == name : words.allSatisfy { $0.contains { label.contains($0) } }
    }

    static func led(_ item: String) -> KeyClass { KeyClass("“一把手”领办\(item)", [["一把手"]]) }

    static let ofCongress = KeyClass("省人大代表重点建议", [["人大", "代表"], ["重点"]])
    static let ofConference = KeyClass("政协重点提案", [["政协", "提案"], ["重点"]])

    static func supervised(_ item: String) -> KeyClass {
      KeyClass("省府办公厅重点督办\(item)", [["办公厅", "办公室", "府办", "政府"], ["督办"]])
    }
  }

  /// How the form speaks of a kind.
  struct Words {
    let item: String
    let plural: String
    let classes: [KeyClass]
    let repeated: String

    init(_ kind: Kind?) {
      switch kind {
      case .suggestion, .motion:
        item = Kind.suggestion.rawValue
        plural = kind == .motion ? Kind.motion.rawValue : "代表建议"
        classes = [.led(item), .ofCongress, .supervised(item)]
        repeated = "代表连续多年就同一内容提出建议"
      case .proposal:
        item = Kind.proposal.rawValue
        plural = Kind.proposal.fullName
        classes = [.led(item), .ofConference, .supervised(item)]
        repeated = "委员连续多年就同一内容提出提案"
      case nil:
        item = Kind.together
        plural = item
        classes = [.led(item), .ofCongress, .ofConference, .supervised(item)]
        repeated = "连续多年就同一内容提出建议提案"
      }
    }
  }
}
