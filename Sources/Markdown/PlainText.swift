import CMarkGFM

extension Node {
  /// The text below this node on one line, without its form and without fragments.
  var plainText: String {
    var result: [UInt8] = []
    var node = pointee.first_child
    while let current = node {
      switch current.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        for case .text(let text) in TextPieces(current.literal) { result.append(contentsOf: text) }
      case CMARK_NODE_SOFTBREAK: if !current.vanishesInChinese { result.append(UInt8(ascii: " ")) }
      case CMARK_NODE_LINEBREAK: result.append(UInt8(ascii: " "))
      default: break
      }
      node = current.next(below: self)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
