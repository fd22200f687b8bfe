/// UTF-8 text without the blanks at its ends that `LedgerCell.text` names.
func trimmed<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Text.SubSequence
where Text.SubSequence: BidirectionalCollection<UInt8> {
  var rest = text[...]
  while let first = rest.first, let length = blankLength(first, rest.prefix(3)) { rest = rest.dropFirst(length) }
  while let last = rest.last {
    // The last byte of a blank is its first one, or continues a scalar of two or three bytes.
    let ending = rest.suffix(last.continuesScalar ? (last == 0xA0 ? 2 : 3) : 1)
    guard let first = ending.first, let length = blankLength(first, ending), length == ending.count else { break }
    rest = rest.dropLast(length)
  }
  return rest
}

/// How many bytes the blank has that begins with `first`, if it is one.
private func blankLength(_ first: UInt8, _ start: some Collection<UInt8>) -> Int? {
  switch first {
  case .blank, .tab, .lineFeed, .carriageReturn: 1
  case 0xC2: start.starts(with: [0xC2, 0xA0]) ? 2 : nil
  case 0xE2: start.starts(with: [0xE2, 0x80, 0x8B]) ? 3 : nil
  case 0xE3: start.starts(with: [0xE3, 0x80, 0x80]) ? 3 : nil
  case 0xEF: start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
  default: nil
  }
}
