/// How figures are written.
package enum FigureFormat: String, Sendable, CaseIterable {
  case text, json, csv, xlsx
}
