import Diagnostics

/// A column in the browser while it is written: at each change of the content it is read anew.
package struct Preview: Sendable {
  private static let reminderInterval = Duration.seconds(15)

  private let watcher: Watcher
  private let showing = Showing()
  private let server: PreviewServer
  private let look: @Sendable () async -> Look
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
    of site: String, port: UInt16, look: @escaping @Sendable () async -> Look,
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
    await update()
    announce(port)
    while true {
      await watcher.change()
      await update()
    }
  }

  private func update() async {
    let before = showing.diagnostics
    let started = ContinuousClock.now
    // Before the content is read: what changes from now on is the next change.
    let fault = watcher.renew()
    var look = await look()
    if let fault { look.diagnostics.append(fault) }
    showing.take(look)
    let duration = ContinuousClock.now - started
    if let column = look.column { showing.conclude(look, found: await column.inspect()) }
    let diagnostics = showing.diagnostics
    report(Update(diagnostics: diagnostics, areNew: diagnostics != before, duration: duration))
  }
}
