import Disclosure
import Glibc

/// What the commands have in common.
package struct Options: Sendable {
  /// The day at which everything is looked at; `nil` is the site's own 截至日期, else today.
  package var asOf: CalendarDate?
  /// How many workers render at once.
  package var workers: Int
  /// Whether warnings stop a build too.
  package var isStrict: Bool
  /// Told how far a build is, and asked whether it is to go on.
  package var progress: Progress

  package init(
    asOf: CalendarDate? = nil, workers: Int? = nil, isStrict: Bool = false, progress: Progress = Progress()
  ) {
    self.asOf = asOf
    self.workers = workers ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.isStrict = isStrict
    self.progress = progress
  }
}
