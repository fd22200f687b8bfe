import Renderer

/// A page of tables.
struct TablesView: Sendable {
  let head: HeadView
  /// Empty where the content could not be read.
  let sections: [TableSection]

  static let schema = Schema<TablesView>([
    .record("头", HeadView.schema) { $0.head }, .list("节", TableSection.schema) { $0.sections },
  ])
}
