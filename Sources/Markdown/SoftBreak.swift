import CMarkGFM

extension Node {
  /// Whether this end of a source line stands between two characters of Chinese, which no blank may part.
  ///
  /// Signs that Chinese shares with other scripts follow the character on the other side of the break; between two
  /// such signs those beyond them decide.
  var vanishesInChinese: Bool {
    guard kind == CMARK_NODE_SOFTBREAK, let before = textBefore, let after = textAfter,
      let last = before.lastScalar(before: before.count), let first = after.firstScalar(from: 0)
    else { return false }
    switch (last.lineRole, first.lineRole) {
    case (.narrow, _), (_, .narrow): return false
    case (.either, .either): return before.endsWide || after.beginsWide
    default: return true
    }
  }

  /// The text that ends right before this node, within its parent.
  private var textBefore: Bytes? {
    var node = pointee.prev
    while let current = node {
      switch current.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        let text = current.literal.withoutMark
        if !text.isEmpty { return text }
        node = current.pointee.prev
      case CMARK_NODE_FOOTNOTE_REFERENCE: node = current.pointee.prev
      default: node = current.pointee.last_child
      }
    }
    return nil
  }

  private var textAfter: Bytes? {
    var node = pointee.next
    while let current = node {
      switch current.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        let text = current.literal.withoutMark
        if !text.isEmpty { return text }
        node = current.pointee.next
      default: node = current.pointee.first_child
      }
    }
    return nil
  }
}

extension Bytes {
  /// A text may begin with a mark; it never ends with one, as a mark stands before something.
  fileprivate var withoutMark: Bytes { first == EmphasisMark.byte ? self[rebased: 1..<count] : self }

  fileprivate var endsWide: Bool {
    var end = count
    while let scalar = lastScalar(before: end) {
      if scalar.lineRole != .either { return scalar.lineRole == .wide }
      end -= UTF8.width(scalar)
    }
    return false
  }

  fileprivate var beginsWide: Bool {
    var start = 0
    while let scalar = firstScalar(from: start) {
      if scalar.lineRole != .either { return scalar.lineRole == .wide }
      start += UTF8.width(scalar)
    }
    return false
  }
}
