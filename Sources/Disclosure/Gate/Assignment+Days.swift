extension Assignment {
  /// The day of the newest of its letters. The row's date is the first letter's.
  package var lastReply: CalendarDate? {
    replies.compactMap { $0.repliedOn ?? ($0.sequence == .first ? repliedOn : nil) ?? $0.writtenOn ?? repliedOn }.max()
  }

  /// The days on which its letters were published.
  var publications: [CalendarDate] { replies.compactMap { $0.publishedOn ?? publishedOn } }
}
