/// The names that have a meaning at one place of a template, found from the inside out.
final class Scope {
  /// What it is the scope of, if of more than a loop or the like.
  struct Boundary: OptionSet {
    let rawValue: Int

    static let data = Boundary(rawValue: 1)
    static let file = Boundary(rawValue: 2)
    static let block = Boundary(rawValue: 4)
    static let macro = Boundary(rawValue: 8)
  }

  let parent: Scope?
  let boundary: Boundary
  /// What each name means here.
  var bindings: [String: Binding] = [:]
  /// What the templates that this one extends set at their top: Jinja would show it to macros defined here.
  var laterNames: Set<String> = []
  /// How many `if` are open in it: what they set may stay unset.
  var branches = 0

  init(_ boundary: Boundary = [], in parent: Scope?) {
    self.boundary = boundary
    self.parent = parent
  }

  /// It and those around it.
  var chain: some Sequence<Scope> { sequence(first: self, next: \.parent) }

  /// The names that a module gives to those who import it.
  var exports: [String] { bindings.keys.sorted().filter { !$0.hasPrefix("_") && bindings[$0]?.isImported == false } }
}

/// What a name means in a scope.
struct Binding {
  enum Kind {
    /// To be defined further down, by a macro or an import.
    case pending
    case variable(slot: Int)
    case macro(MacroDefinition)
    case module(Scope)
    /// The items are at `slot`, the place of the current one behind it.
    case loop(slot: Int)
  }

  /// How sure it is that a variable has a value.
  enum State {
    /// It is set further down.
    case unset
    /// Nothing has set it so far, and outside there is nothing of that name.
    case missing
    /// It may be undefined.
    case perhaps
    case set
  }

  let kind: Kind
  var state = State.set
  var shape = Shape.any
  /// Whether it comes from another file: it is not set again, and not handed on.
  var isImported = false
}

/// A macro as it was written; it is compiled for each combination of shapes that it is called with.
struct MacroDefinition {
  let macro: Statement.Macro
  let offset: Int
  let unit: Int
  let scope: Scope
  let escaping: Escaping
}
