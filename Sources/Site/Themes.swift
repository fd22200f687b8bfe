import Diagnostics
import Integrity
import Renderer
import Synchronization

/// The theme that the last site had, for the next one if its templates are the same: compiling them takes most of a
/// small site's time.
final class Themes: Sendable {
  private let last = Mutex<(digest: Digest, theme: Theme)?>(nil)

  func compile(_ templates: TemplateFolder, reporting diagnostics: inout Diagnostics) -> Theme? {
    let digest = templates.digest
    if let known = last.withLock({ $0 }), known.digest == digest { return known.theme }
    let theme = Theme.compile(templates.texts, assets: templates.assets, reporting: &diagnostics)
    if let theme { last.withLock { $0 = (digest, theme) } }
    return theme
  }
}

extension TemplateFolder {
  /// Of all that a theme is made of, byte for byte.
  fileprivate var digest: Digest {
    var digester = Digester()
    func add(_ text: String) {
      // With its length, or two texts could look like two others.
      digester.add(Array("\(text.utf8.count)\n\(text)".utf8))
    }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      add(path)
      add(text)
    }
    for path in assets { add(path) }
    return digester.finish()
  }
}
