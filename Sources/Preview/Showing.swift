import Diagnostics
import Synchronization

/// What browsers are shown, and who is told when that changes.
///
/// A new column is shown at once, and the one before again should one of its pages turn out to have errors.
package final class Showing: Sendable {
  private struct State: Sendable {
    /// What is shown now.
    var column: ShownColumn?
    /// What was shown before `column`, until all pages of `column` have been looked at; its own may not have been.
    var before: ShownColumn?
    /// The last one that had no errors on any page.
    var good: ShownColumn?
    var workbench: Files?
    var diagnostics: [Diagnostic] = []
    /// Whether the content was read at all.
    var hasLooked = false
    /// Counts the columns that were shown.
    var columns = 0
    /// Counts the workbenches.
    var workbenches = 0
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var nextListener = 0
  }

  /// The two kinds of pages, each renewed by itself.
  enum Part: String {
    case column, workbench
  }

  /// Each changes whenever pages of its part may have changed.
  struct Versions {
    let column: String
    let workbench: String

    subscript(part: Part) -> String {
      switch part {
      case .column: column
      case .workbench: workbench
      }
    }
  }

  private let state = Mutex(State())
  /// Tells the pages of this process from those of an earlier one.
  private let process = String(UInt32.random(in: .min ... .max), radix: 36)

  package init() {}

  // MARK: - Changing

  /// Shows what the content gave; with errors, they are shown on the column that is there.
  package func take(_ look: Look) {
    change { state in
      state.diagnostics = look.diagnostics
      if look.column != nil || !state.hasLooked { state.columns += 1 }
      state.hasLooked = true
      if let column = look.column {
        (state.before, state.column) = (state.column, column)
      } else {
        state.workbench = look.workbench
        state.workbenches += 1
      }
    }
  }

  /// Settles whether the column that is shown stays, when all its pages have been looked at.
  package func conclude(_ look: Look, found: [Diagnostic]) {
    change { state in
      state.diagnostics += found
      state.workbench = look.workbench
      state.workbenches += 1
      if found.contains(where: { $0.severity == .error }) {
        state.column = state.before
        state.columns += 1
      } else {
        state.good = look.column
      }
      state.before = nil
    }
  }

  private func change(_ body: @Sendable (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      let event = event(of: state)
      for listener in state.listeners.values { listener.yield(event) }
    }
  }

  // MARK: - Asking

  var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics } }

  /// Where the column's address leads to; `nil` while there is no column.
  var columnPath: String? { state.withLock { $0.column?.path } }

  var hasLooked: Bool { state.withLock { $0.hasLooked } }

  /// A file of the column. One that cannot be made is the one of the last column without errors.
  ///
  /// - Throws: when there is no such column.
  func file(_ path: String) throws(Diagnostic) -> Content? {
    let (column, good) = state.withLock { ($0.column, $0.good) }
    do throws(Diagnostic) {
      return try column?.files(path)
    } catch {
      guard let good else { throw error }
      return try good.files(path)
    }
  }

  func workbenchFile(_ path: String) throws(Diagnostic) -> Content? {
    let workbench = state.withLock { $0.workbench }
    return try workbench?(path)
  }

  var versions: Versions { state.withLock { versions(of: $0) } }

  private func versions(of state: State) -> Versions {
    Versions(column: "\(process)-\(state.columns)", workbench: "\(process)-\(state.workbenches)")
  }

  // MARK: - Telling

  /// The events from now on, the first at once. Each says all, so that none that is missed is missing.
  func events() -> AsyncStream<[UInt8]> {
    let (stream, listener) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = listener
      listener.yield(event(of: state))
      return state.nextListener
    }
    listener.onTermination = { [weak self] _ in _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) } }
    return stream
  }

  /// Says again what was said, which shows whose connection is gone.
  func repeatEvents() { change { _ in } }

  /// As the script of the preview reads it (https://html.spec.whatwg.org/multipage/server-sent-events.html).
  private func event(of state: State) -> [UInt8] {
    let versions = versions(of: state)
    var bytes = Array("retry: 500\ndata: ".utf8)
    JSONText.write(
      [
        (Part.column.rawValue, .text(versions.column)),
        (Part.workbench.rawValue, .text(versions.workbench)), ("panel", .text(panel(of: state))),
      ], into: &bytes)
    bytes += "\n\n".utf8
    return bytes
  }

  /// What is shown over each page, as HTML.
  private func panel(of state: State) -> String {
    MessagePanel(
      diagnostics: state.diagnostics, hasColumn: state.column != nil, hasWorkbench: state.workbench != nil
    ).html
  }

  /// The same now.
  var panel: String { state.withLock { panel(of: $0) } }
}
