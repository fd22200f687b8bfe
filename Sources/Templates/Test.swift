import Diagnostics

/// What stands behind `is`.
struct Test: Sendable {
  typealias Function = @Sendable (Value, Value) throws(Fault) -> Bool

  /// Whether it compares with another value.
  let takesArgument: Bool
  /// Whether it may be asked of what is not there.
  let takesUndefined: Bool
  let apply: Function

  private init(takesArgument: Bool = false, takesUndefined: Bool = false, _ apply: @escaping Function) {
    self.takesArgument = takesArgument
    self.takesUndefined = takesUndefined
    self.apply = apply
  }

  private static func comparing(_ comparison: Comparison) -> Test {
    Test(takesArgument: true) { value, other throws(Fault) in try value.compare(comparison, other) }
  }

  private static func kind(_ matches: @escaping @Sendable (Value) -> Bool) -> Test {
    Test { value, _ in matches(value) }
  }

  static let all: [String: Test] = {
    var all: [String: Test] = [
      "defined": Test(takesUndefined: true) { value, _ in !value.isUndefined },
      "undefined": Test(takesUndefined: true) { value, _ in value.isUndefined },
      "none": kind { if case .none = $0 { true } else { false } },
      "boolean": kind { if case .bool = $0 { true } else { false } },
      "true": kind { if case .bool(true) = $0 { true } else { false } },
      "false": kind { if case .bool(false) = $0 { true } else { false } },
      "integer": kind { if case .int = $0 { true } else { false } },
      "float": kind { if case .double = $0 { true } else { false } },
      "number": kind { $0.double != nil },
      "string": kind { $0.string != nil },
      "mapping": kind { $0.mapping != nil },
      "sequence": kind(isIterable),
      "iterable": kind(isIterable),
      "odd": Test { value, _ throws(Fault) in try value.remainder(by: 2).equals(1) },
      "even": Test { value, _ throws(Fault) in try value.remainder(by: 2).equals(0) },
      "divisibleby": Test(takesArgument: true) { value, other throws(Fault) in try value.remainder(by: other).equals(0)
      },
      "eq": comparing(.equal), "ne": comparing(.unequal), "lt": comparing(.less), "le": comparing(.lessOrEqual),
      "gt": comparing(.greater), "ge": comparing(.greaterOrEqual), "in": comparing(.contained),
    ]
    let aliases = [
      "==": "eq", "equalto": "eq", "!=": "ne", "<": "lt", "lessthan": "lt", "<=": "le", ">": "gt", "greaterthan": "gt",
      ">=": "ge",
    ]
    for (alias, name) in aliases { all[alias] = all[name] }
    return all
  }()

  /// What to use for tests that only Jinja has.
  static let substitutes = [
    "callable": "", "escaped": "", "filter": "", "lower": "", "sameas": "用 ==", "test": "", "upper": "",
  ]

  private static let isIterable: @Sendable (Value) -> Bool = { value in
    switch value {
    case .string, .markup, .list, .record: true
    default: false
    }
  }
}

extension Value {
  fileprivate func remainder(by divisor: Value) throws(Fault) -> Value {
    guard double != nil else { throw Fault(.value, "\(title)不能除") }
    return try calculate(.modulo, divisor)
  }
}
