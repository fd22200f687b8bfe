/// A name with an address, where that is all.
struct NamedLink: Sendable {
  let name: String
  let address: String

  static let schema = Schema<NamedLink>([.text("名称") { $0.name }, .text("地址") { $0.address }])
}
