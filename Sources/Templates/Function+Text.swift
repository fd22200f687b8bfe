import Diagnostics

/// Filters on text.
extension Function {
  static let textFilters: [String: Function] = [
    "escape": Function(gives: .markup) { value, _ in .markup(try value.escaped()) },
    "lower": mapping(\.inSmallLetters),
    "replace": Function(["old": nil, "new": nil, "count": -1], gives: .text) { value, call in
      var count = try call.int(2)
      let isMarkup = [value, call[0], call[1]].contains(where: \.isMarkup)
      let utf8 = { (value: Value) in Array((isMarkup ? try value.escaped() : try value.printed()).utf8) }
      let (source, old, new) = (try utf8(value), Array(try call[0].printed().utf8), try utf8(call[1]))
      guard !old.isEmpty else { throw Fault(.unsupported, "replace 要替换的文字是空的", hint: "第 1 个参数写要换掉的文字") }
      var result: [UInt8] = []
      var position = 0
      while count != 0, let found = source.firstIndex(of: old, from: position) {
        result += source[position..<found] + new
        guard result.count <= Limits.text else { throw Value.tooLong }
        position = found + old.count
        count -= 1
      }
      return try Value(String(decoding: result + source[position...], as: UTF8.self), isMarkup: isMarkup)
    },
    "safe": Function(gives: .markup) { value, _ in .markup(try value.printed()) },
    "string": mapping { $0 },
    "tojson": Function(["indent": Value.none], gives: .markup) { value, call in
      let indent = try call.given(0) == nil ? nil : max(0, call.int(0))
      guard indent ?? 0 <= Limits.text / Limits.nesting else { throw Value.tooLong }
      return .markup(try value.json(indent: indent))
    },
    "trim": Function(["chars": Value.none], gives: .text) { value, call in
      let marks = try call.given(0) == nil ? nil : Set(call.text(0).unicodeScalars)
      return try Value(value.printed().trimmed { marks?.contains($0) ?? $0.isPythonSpace }, isMarkup: value.isMarkup)
    },
    "truncate": Function(["length": 255, "killwords": false, "end": "...", "leeway": 5], gives: .text) { value, call in
      guard let text = value.string else {
        throw Fault(.value, "truncate 要文字，不是\(value.title)", hint: value.number == nil ? nil : "数先用 |string 变成文字")
      }
      let (length, leeway, endLength) = (try call.int(0), try call.int(3), try call.text(2).unicodeScalars.count)
      guard length >= endLength, leeway >= 0 else {
        throw Fault(.value, "truncate 的长度太小", hint: "长度不能小于末尾省略号的字数，如 truncate(20, end=\"…\")")
      }
      let scalars = text.unicodeScalars
      guard scalars.count - leeway > length else { return value }
      var kept = scalars.prefix(length - endLength)
      if !call[1].isTrue, let blank = kept.lastIndex(of: " ") { kept = kept[..<blank] }
      return try Value(String(kept), isMarkup: value.isMarkup).calculate(.add, call[2])
    },
    "upper": mapping { $0.uppercased() },
    "urlencode": Function(takes: .sequence, gives: .text) { value, _ in
      switch value {
      case .list, .record:
        let pairs = try (value.mapping == nil ? value.elements() : value.pairs()).map { pair in
          let parts = try pair.elements()
          guard parts.count == 2 else { throw Fault(.value, "urlencode 要一对对的名字和值") }
          return try parts.map { try $0.printed().urlQuoted(" ", as: "+") }.joined(separator: "=")
        }
        return .string(pairs.joined(separator: "&"))
      default: return .string(try value.printed().urlQuoted("/", as: "/"))
      }
    },
  ]

  /// What changes the text of a value; markup stays markup.
  private static func mapping(_ change: @escaping @Sendable (String) -> String) -> Function {
    Function(gives: .text) { value, _ in try Value(change(value.printed()), isMarkup: value.isMarkup) }
  }
}

extension String {
  /// Percent-encoded, but for `separator`, which becomes `mark`.
  fileprivate func urlQuoted(_ separator: Unicode.Scalar, as mark: String) -> String {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map { PercentText.encoded(component: String($0)) }.joined(separator: mark)
  }
}
