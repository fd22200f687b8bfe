import Diagnostics
import Disclosure

/// `data/statistics.json`: the figures of all years, kinds and units and of their combinations, as `fuwen stats` has them.
enum StatisticsFile {
  static let address = "data/statistics.json"

  /// An array of objects, one a line; wider scopes first.
  static func write(_ column: PublishedColumn, into bytes: inout [UInt8]) {
    bytes += "[".utf8
    var separator = "\n"
    for (scope, figures) in column.statistics.filter({ $0.key.session == nil && $0.value.total > 0 }).sorted(by: {
      key($0.key) < key($1.key)
    }
    ) {
      bytes += separator.utf8
      separator = ",\n"
      JSONText.write(figures.json(of: scope, asOf: column.asOf), into: &bytes)
    }
    bytes += "\n]\n".utf8
  }

  private static func key(_ scope: Statistics.Scope) -> (Int, Int, String) {
    (
      scope.year.map { -$0 } ?? Int.min, scope.kind.flatMap { Kind.allCases.firstIndex(of: $0) } ?? -1,
      scope.unit?.code ?? ""
    )
  }
}
