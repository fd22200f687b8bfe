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

    package func isInForce(on day: CalendarDate) -> Bool {
      (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  /// In the order of `site.yaml`.
  package let units: [Unit]
  private let byName: [String: (unit: Int, alias: Alias?)]

  package init(_ entries: [(unit: Unit, aliases: [Alias])]) {
    units = entries.map(\.unit)
    var byName: [String: (Int, Alias?)] = [:]
    for (index, entry) in entries.enumerated() {
      byName[entry.unit.name] = (index, nil)
      for alias in entry.aliases where byName[alias.name] == nil { byName[alias.name] = (index, alias) }
    }
    self.byName = byName
  }

  /// Whether `site.yaml` names units at all; if not, any name is taken.
  package var isOpen: Bool { units.isEmpty }

  package var names: [String] { byName.keys.sorted() }

  /// The unit of a name, and the alias by which it was found.
  package func find(_ name: String) -> (unit: Unit, alias: Alias?)? {
    byName[name].map { (units[$0.unit], $0.alias) }
  }
}
