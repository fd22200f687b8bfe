extension Statistics {
  /// Labels that ledgers write freely, and that the public may see.
  struct PublicLabels {
    private(set) var units: Set<String>
    private(set) var others: Set<String> = []

    /// The labels of published records, the units and role labels that `site.yaml` names, and common role labels.
    init(_ column: Column) {
      units = Set(column.units.units.map(\.name))
      others = Set(Role.allCases.map(\.rawValue)).union(Role.commonLabels.keys).union(column.roleLabels.keys)
    }

    mutating func formUnion(_ more: PublicLabels) {
      units.formUnion(more.units)
      others.formUnion(more.others)
    }

    mutating func insert(_ proposal: Proposal) {
      others.insert(proposal.category)
      others.formUnion(proposal.topics)
      for row in proposal.assignments {
        units.insert(row.unit.name)
        others.insert(row.roleLabel)
        others.formUnion(row.keyTypes)
        others.insert(row.adoption)
        others.formUnion(row.conversions)
      }
    }
  }

  /// The same figures; rows whose label no published record carries are counted under 其他.
  func naming(_ labels: PublicLabels) -> Statistics {
    var named = self
    named.byRoleLabel = byRoleLabel.mapValues { $0.naming(labels.others) }
    named.byUnit = byUnit.naming(labels.units)
    named.byCategory = byCategory.naming(labels.others)
    named.byTopic = byTopic.naming(labels.others)
    named.byKeyType = byKeyType.naming(labels.others)
    named.answeringByKeyType = answeringByKeyType.naming(labels.others)
    named.byAdoption = byAdoption.naming(labels.others)
    named.byConversion = byConversion.naming(labels.others)
    return named
  }
}
