/// 承办单位: the units that handle proposals, with the names that they had and have.
package struct UnitDirectory: Sendable {
  package struct Unit: Sendable, Hashable {
    package let name: String
    /// Its part of addresses.
    package let code: String

    package init(name: String, code: String) {
      self.name = name
      self.code = code
    }
  }

  /// Another name of a unit, in use from one day to another, both included; `nil` is open.
  package struct Alias: Sendable {
    package let name: String
    package let from: CalendarDate?
    package let until: CalendarDate?

    package init(name: String, from: CalendarDate? = nil, until: CalendarDate? = nil) {
      self.name = name
      self.from = from
      self.until = until
    }

    /// Whether there is a day on which both are in use.
    package func overlaps(_ other: Alias) -> Bool {
      func isBefore(_ end: CalendarDate?, _ start: CalendarDate?) -> Bool {
        if let end, let start { end < start } else { false }
      }
      return !isBefore(until, other.from) && !isBefore(other.until, from)
    }

    package func isInForce(on day: CalendarDate) -> Bool {
      (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  /// In the order of `site.yaml`.
  package let units: [Unit]
  /// The units that have a name, a unit's own name first, then aliases in the order of `site.yaml`.
  private let byName: [String: [(unit: Unit, alias: Alias?)]]

  package init(_ entries: [(unit: Unit, aliases: [Alias])]) {
    units = entries.map(\.unit)
    var byName: [String: [(unit: Unit, alias: Alias?)]] = [:]
    for entry in entries { byName[entry.unit.name, default: []].append((entry.unit, nil)) }
    for entry in entries {
      for alias in entry.aliases { byName[alias.name, default: []].append((entry.unit, alias)) }
    }
    self.byName = byName
  }

  /// Whether `site.yaml` names units at all; if not, any name is taken.
  package var isOpen: Bool { units.isEmpty }

  package var names: [String] { byName.keys.sorted() }

  /// The unit of a name, and the alias by which it was found. Where several units had the name, it is the one that
  /// had it on the day.
  package func find(_ name: String, on day: CalendarDate? = nil) -> (unit: Unit, alias: Alias?)? {
    guard let found = byName[name] else { return nil }
    return found.first { found in day.map { found.alias?.isInForce(on: $0) ?? true } ?? true } ?? found.first
  }
}
