import Diagnostics

extension Publication {
  /// Publishes what was put, once every `put` has returned, and removes what earlier builds wrote and this one did
  /// not.
  ///
  /// - Parameter commit: writes down elsewhere that this is published; called when nothing is left that could be refused.
  /// - Throws: a diagnostic, with the output as it was; only when the file system fails between two of the last moves
  ///   is it left as a kill at that instant would leave it.
  package func finish(committing commit: () throws(Diagnostic) -> Void = {}) throws(Diagnostic) -> Changes {
    defer { abandon() }
    let claims = claims.withLock { $0 }
    if let failure = claims.failure { throw failure }
    let paths = claims.paths

    var changes = Changes()
    changes.added = claims.added.sorted()
    changes.changed = claims.changed.sorted()
    changes.unchanged = paths.count - changes.added.count - changes.changed.count
    changes.renewsManifest = listed?.holds(exactly: paths) != true
    guard let target else {
      if let stage {
        try stage.writeManifest(paths)
        try commit()
        try stage.become(output)
      }
      return changes
    }

    let survey = try Survey(target, paths: paths, folders: claims.folders, listed: listed ?? [], fileSystem)
    changes.removed = survey.outdated
    changes.foreign = survey.foreign
    if listed == nil, !survey.foreign.isEmpty { throw strangers(survey.foreign) }
    guard let stage else { return changes }
    guard !changes.isEmpty else {
      try commit()
      return changes
    }
    let exchange = Exchange(changes, listed: listed, paths: paths, folders: claims.folders, present: survey.present)
    try exchange.prepare(stage, for: target, fileSystem)
    try commit()
    try exchange.run(from: stage, to: target, fileSystem)
    return changes
  }

  private func strangers(_ foreign: [String]) -> Diagnostic {
    let more = foreign.count > 1 ? "等 \(foreign.count) 项" : ""
    return Diagnostic(
      .error, "system/output-not-empty", at: Place(output.given),
      "输出文件夹里已有不是 Fuwen 写的东西：\(foreign.prefix(3).joined(separator: "、"))\(more)",
      hint: "请换一个空的输出文件夹，或先移走它们")
  }
}
