/// Where in a text a person has vouched for what a rule would find.
struct ExcusedRanges {
  /// One excuse's passage, wherever it stands.
  private struct Passages {
    let rule: Rule
    let length: Int
    /// In the order of the text.
    var starts: [Int]
  }

  private var passages: [Passages] = []

  init(_ excuses: [Proofreader.Excuse], in text: Bytes) {
    for excuse in excuses where !excuse.content.isEmpty {
      let starts = text.indices.filter { start in
        text[start] == excuse.content[0] && text[start...].starts(with: excuse.content)
      }
      passages.append(Passages(rule: excuse.rule, length: excuse.content.count, starts: starts))
    }
  }

  func cover(_ rule: Rule, _ offset: Int) -> Bool {
    passages.contains { passages in
      guard passages.rule == rule else { return false }
      // The last one that begins at or before the offset.
      var (low, high) = (0, passages.starts.count)
      while low < high {
        let middle = (low + high) / 2
        if passages.starts[middle] <= offset { low = middle + 1 } else { high = middle }
      }
      return low > 0 && offset < passages.starts[low - 1] + passages.length
    }
  }
}
