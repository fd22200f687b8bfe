import CMarkGFM
import Foundation

@testable import Markdown

/// libcmark-gfm as it is, with tables, task lists and footnotes: what ours is held against.
final class PlainLibrary {
  private let root: UnsafeMutablePointer<cmark_node>

  init(_ text: String) {
    _ = Syntax.shared  // registers the extensions, which must not happen twice at a time
    let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    root = cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(root) }

  var html: String {
    let html = cmark_render_html(root, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, nil)
    defer { free(html) }
    return html.map { String(cString: $0) } ?? ""
  }

  /// Whether there is raw HTML, a scheme other than those allowed, or an image without a description.
  var isToBeRefused: Bool {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: return true
      case CMARK_NODE_IMAGE where cmark_node_first_child(node) == nil: return true
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        let url = String(cString: cmark_node_get_url(node))
        if let match = url.wholeMatch(of: /([A-Za-z][A-Za-z0-9+.-]*):.*/) {
          if !["http", "https", "mailto", "tel"].contains(match.1.lowercased()) { return true }
        }
      default: break
      }
    }
    return false
  }

  /// Takes out of our HTML what differs from the library's on purpose, but for footnotes.
  static func normalized(_ html: String) -> String {
    html.replacing(/<(h[1-6]) id="[^"]*">/) { "<\($0.1)>" }
      .replacing(/<div class="table" role="region" aria-label="表格 \d+" tabindex="0">\n/, with: "")
      .replacing("</table>\n</div>", with: "</table>")
      .replacing("<th scope=\"col\"", with: "<th")
      .replacing(/\ aria-label="(已|未)完成"/, with: "")
      .replacing(/<(t[dh]) class="num"/) { "<\($0.1) align=\"right\"" }
      .replacing(/<(t[dh]) class="mid"/) { "<\($0.1) align=\"center\"" }
  }
}
