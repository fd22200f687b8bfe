/// A piece of a paragraph in one style.
struct Run {
  var text: String
  var isStrong = false
  var isEmphasised = false
  var link: String?
  /// A footnote's number.
  var note: Int?
  var isBreak = false

  init(_ text: String) { self.text = text }
}
