import Diagnostics

extension Approval {
  /// The value of `approval` in `build --dry-run --format json`:
  ///
  /// `{"asOf", "added": [page], "changed": [page], "withdrawn": [address], "otherFiles": {"added", "changed", "removed"},
  /// "decisions": [{"number", "unit", "title", "address", "published", "class"}]}`, where a page is `{"address", "title",
  /// "article", "lines": [{"mark": "+" | "-" | " ", "text"}], "omitted", "hidden"}` and class is null where published.
  package var json: JSONValue {
    .object([
      ("asOf", .text(asOf.description)), ("added", .list(added.map(\.json))), ("changed", .list(changed.map(\.json))),
      ("withdrawn", .list(withdrawn.map(JSONValue.text))),
      (
        "otherFiles",
        .object([
          ("added", .number(otherFiles.added)), ("changed", .number(otherFiles.changed)),
          ("removed", .number(otherFiles.removed)),
        ])
      ),
      ("decisions", .list(decisions.map(\.json))),
    ])
  }
}

extension Approval.Page {
  fileprivate var json: JSONValue {
    .object([
      ("address", .text(address)), ("title", .text(title)), ("article", .truth(isArticle)),
      ("lines", .list(lines.map { .object([("mark", .text($0.mark.code)), ("text", .text($0.text))]) })),
      ("omitted", .number(omitted)), ("hidden", .number(hidden)),
    ])
  }
}

extension Approval.Line.Mark {
  fileprivate var code: String {
    switch self {
    case .removed: "-"
    case .added: "+"
    case .kept: " "
    }
  }
}

extension Approval.Decision {
  fileprivate var json: JSONValue {
    .object([
      ("number", .text(number)), ("unit", .text(unit)), ("title", .text(title)), ("address", .text(address)),
      ("published", .truth(withheld == nil)), ("class", .text(withheld)),
    ])
  }
}
