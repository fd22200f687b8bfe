/// What stands behind `is`.
extension Function {
  static let tests = withAliases(
    [
      "==": "eq", "equalto": "eq", "!=": "ne", "<": "lt", "lessthan": "lt", "<=": "le", ">": "gt", "greaterthan": "gt",
      ">=": "ge", "sequence": "iterable",
    ],
    [
      "defined": Function(takes: .anything, gives: truth) { value, _ in .bool(!value.isUndefined) },
      "undefined": Function(takes: .anything, gives: truth) { value, _ in .bool(value.isUndefined) },
      "none": test(\.isNone),
      "boolean": test { if case .bool = $0 { true } else { false } },
      "true": test { if case .bool(true) = $0 { true } else { false } },
      "false": test { if case .bool(false) = $0 { true } else { false } },
      "integer": test { if case .int = $0 { true } else { false } },
      "float": test { if case .double = $0 { true } else { false } },
      "number": test { $0.number != nil },
      "string": test { $0.string != nil },
      "mapping": test { $0.mapping != nil },
      "iterable": test { $0.number == nil && !$0.isNone },
      "odd": test { try $0.remainder(by: 2).equals(1) },
      "even": test { try $0.remainder(by: 2).equals(0) },
      "divisibleby": Function(["num": nil], gives: .truth) { value, call in
        .bool(try value.remainder(by: call[0]).equals(0))
      },
      "eq": comparison(.equal), "ne": comparison(.unequal), "lt": comparison(.less), "le": comparison(.lessOrEqual),
      "gt": comparison(.greater), "ge": comparison(.greaterOrEqual), "in": comparison(.contained),
    ])

  private static let truth: Result = { _, _ in .truth }

  private static func test(_ holds: @escaping @Sendable (Value) throws -> Bool) -> Function {
    Function(gives: .truth) { value, _ in .bool(try holds(value)) }
  }

  private static func comparison(_ comparison: Operator) -> Function {
    Function(["other": nil], gives: .truth) { value, call in try value.calculate(comparison, call[0]) }
  }
}

extension Value {
  fileprivate func remainder(by divisor: Value) throws -> Value {
    guard number != nil else { throw Fault(.value, "\(title)不能除", hint: hint(with: 0)) }
    return try calculate(.modulo, divisor)
  }
}
