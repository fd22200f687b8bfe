extension Sequence<Diagnostic> {
  /// The exit status that they give a command: 3 when the system failed, 2 when the command asks for what is not there,
  /// else 1 with errors, else 0.
  package var exitStatus: Int32 {
    let errors = filter { $0.severity == .error }
    if errors.contains(where: { $0.rule.hasPrefix("system/") }) { return 3 }
    if errors.contains(where: { $0.rule.hasPrefix("usage/") }) { return 2 }
    return errors.isEmpty ? 0 : 1
  }
}
