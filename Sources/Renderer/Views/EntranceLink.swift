/// 项: an entrance to a list, with the number of proposals behind it.
struct EntranceLink: Sendable {
  let name: String
  let address: String
  let count: Int
  var isCurrent = false
  var note = ""

  static let schema = Schema<EntranceLink>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .number("件数") { $0.count },
    .truth("当前") { $0.isCurrent }, .text("说明") { $0.note },
  ])
}
