/// What the row says is the first letter's; another letter has only what it states itself.
extension Assignment {
  func repliedOn(by letter: Reply) -> CalendarDate? {
    letter.repliedOn ?? (letter.sequence == .first ? repliedOn : nil)
  }

  /// The day of the reply, or else the one on which it was written.
  func day(of letter: Reply) -> CalendarDate? { repliedOn(by: letter) ?? letter.writtenOn }

  /// A further letter without a date of its own came out with the first, if it was written by then.
  func publishedOn(of letter: Reply) -> CalendarDate? {
    letter.publishedOn
      ?? publishedOn.flatMap { published in (day(of: letter) ?? published) <= published ? published : nil }
  }

  func documentNumber(of letter: Reply) -> String {
    letter.documentNumber ?? (letter.sequence == .first ? documentNumber : "")
  }

  func resultClass(of letter: Reply) -> AnswerScheme.ResultClass? {
    letter.resultClass ?? (letter.sequence == .first ? resultClass : nil)
  }

  /// The day of the newest of its letters.
  package var lastReply: CalendarDate? { replies.compactMap { day(of: $0) ?? repliedOn }.max() }

  /// The days on which its letters were published.
  var publications: [CalendarDate] { replies.compactMap { publishedOn(of: $0) } }
}

extension Published<Assignment> {
  package func repliedOn(by letter: Reply) -> CalendarDate? { box.value.repliedOn(by: letter) }
  package func day(of letter: Reply) -> CalendarDate? { box.value.day(of: letter) }
  package func publishedOn(of letter: Reply) -> CalendarDate? { box.value.publishedOn(of: letter) }
  package func documentNumber(of letter: Reply) -> String { box.value.documentNumber(of: letter) }
  package func resultClass(of letter: Reply) -> AnswerScheme.ResultClass? { box.value.resultClass(of: letter) }

  /// How many days passed from the assignment to a day of reply.
  package func duration(until day: CalendarDate?) -> Int? {
    guard let day, let assignedOn = box.value.assignedOn, day >= assignedOn else { return nil }
    return day.days(since: assignedOn)
  }
}
