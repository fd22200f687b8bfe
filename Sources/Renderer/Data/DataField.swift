/// A field of the data file beside a page.
struct DataField: Sendable {
  let name: String
  let meaning: String
}
