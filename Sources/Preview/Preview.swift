import Diagnostics

/// A column in the browser while it is written: at each change of the content it is read anew.
package struct Preview: Sendable {
  private static let reminderInterval = Duration.seconds(15)

  private let watcher: Watcher
  private let showing = Showing()
  private let server: PreviewServer
  private let look: @Sendable () -> Look
  private let report: @Sendable (Update) -> Void

  /// What became of a change.
  package struct Update: Sendable {
    package let diagnostics: [Diagnostic]
    /// Whether they are others than before.
    package let areNew: Bool
    /// From the change, as far as it could be noticed, until browsers were told of it.
    package let duration: Duration
  }

  /// - Parameters:
  ///   - site: the folder of the site.
  ///   - port: 0 is any that is free.
  ///   - look: reads the content.
  ///   - report: is told of each change.
  /// - Throws: `system/…` when the folder cannot be watched.
  package init(
    of site: String, port: UInt16, look: @escaping @Sendable () -> Look,
    report: @escaping @Sendable (Update) -> Void
  ) throws(Diagnostic) {
    watcher = try Watcher(site: site, folders: ["content", "templates"])
    server = PreviewServer(port: port, handler: RequestHandler(showing: showing, site: SiteFolder(site)))
    self.look = look
    self.report = report
  }

  /// Serves until the process ends.
  ///
  /// - Parameter announce: is told the port when the column is there.
  /// - Throws: `system/…` when the port cannot be had.
  package func run(announce: (UInt16) -> Void) async throws(Diagnostic) -> Never {
    let port = try server.start()
    Task {
      while (try? await Task.sleep(for: Self.reminderInterval)) != nil { showing.repeatEvents() }
    }
    var inspection = await update(told: [])
    announce(port)
    while true {
      // What the look at the pages would find is of no use any more, and the next one needs all workers.
      await watcher.change { [inspection] in inspection.cancel() }
      inspection = await update(told: inspection.value)
    }
  }

  /// Reads the content and shows it.
  ///
  /// - Parameter told: the diagnostics that were reported last.
  /// - Returns: the look at all pages, which goes on meanwhile and changes nothing any more once it is cancelled; its
  ///   value is what was reported last then.
  private func update(told: [Diagnostic]) async -> Task<[Diagnostic], Never> {
    let started = ContinuousClock.now
    // Before the content is read: what changes from now on is the next change.
    let fault = watcher.renew()
    var look = look()
    if let fault { look.diagnostics.append(fault) }
    showing.take(look)
    let duration = ContinuousClock.now - started
    guard let column = look.column else {
      let diagnostics = tell(duration, told: told)
      return Task { diagnostics }
    }
    return Task { [look] in
      guard let found = await column.inspect() else { return told }
      showing.conclude(look, found: found)
      return tell(duration, told: told)
    }
  }

  private func tell(_ duration: Duration, told: [Diagnostic]) -> [Diagnostic] {
    let diagnostics = showing.diagnostics
    report(Update(diagnostics: diagnostics, areNew: diagnostics != told, duration: duration))
    return diagnostics
  }
}
