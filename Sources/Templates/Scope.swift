/// The names that have a meaning at one place of a template, found from the inside out.
final class Scope {
  enum Boundary {
    case none
    /// A file or a block: from here outwards Jinja looks up what is set by now, not what will be.
    case file, block
    case macro
  }

  let parent: Scope?
  let boundary: Boundary
  /// How many `if` are open where it begins.
  let branchDepth: Int
  /// Whether names that no scope has are looked up in the page's data.
  let seesData: Bool
  /// What the templates that this one extends set at their top: Jinja would show it to macros defined here.
  var laterNames: Set<String> = []
  private(set) var bindings: [String: Binding] = [:]

  init(_ boundary: Boundary, in parent: Scope?, branchDepth: Int, seesData: Bool = true) {
    self.boundary = boundary
    self.parent = parent
    self.branchDepth = branchDepth
    self.seesData = parent?.seesData ?? seesData
  }

  subscript(name: String) -> Binding? {
    get { bindings[name] }
    set { bindings[name] = newValue }
  }

  /// In a fixed order.
  var names: [String] { bindings.keys.sorted() }
}

/// What a name means in a scope.
final class Binding {
  enum Kind {
    /// To be defined further down, by a macro or an import.
    case pending
    case variable(slot: Int32)
    case macro(MacroDefinition)
    case module(Scope)
    case loop(depth: Int32)
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
  var state: State
  var shape: Shape
  /// Whether it comes from another file: it is not set again, and not handed on.
  let isImported: Bool

  init(_ kind: Kind, _ state: State = .set, shape: Shape = .any, isImported: Bool = false) {
    self.kind = kind
    self.state = state
    self.shape = shape
    self.isImported = isImported
  }

  var imported: Binding { Binding(kind, state, shape: shape, isImported: true) }

  var isUnset: Bool { if case .unset = state { true } else { false } }
}

/// A macro as it was written; it is compiled for each combination of shapes that it is called with.
final class MacroDefinition {
  let macro: Statement.Macro
  let offset: Int
  let unit: Int32
  let scope: Scope
  let escaping: Escaping
  var instances: [(shapes: [Shape?], entry: Int32)] = []

  init(_ macro: Statement.Macro, at offset: Int, unit: Int32, scope: Scope, escaping: Escaping) {
    self.macro = macro
    self.offset = offset
    self.unit = unit
    self.scope = scope
    self.escaping = escaping
  }
}

/// The names that statements give a meaning to in their own scope, as Jinja's symbol tracking finds them.
struct Declarations {
  /// In order; `isSetFirst` if on every way the name is set before it is looked up.
  private(set) var variables: [(name: String, isSetFirst: Bool)] = []
  /// Macros and imports.
  private(set) var definitions: [String] = []
  private var seen: Set<String> = []

  init(_ statements: [Statement]) { visit(statements, isBranch: false) }

  private mutating func visit(_ statements: [Statement], isBranch: Bool) {
    for statement in statements {
      switch statement.kind {
      case .text, .block, .extends, .include: break
      case .output(let value): seen.formUnion(value.names)
      case .loop(let loop): seen.formUnion(loop.items.names)
      case .condition(let branches, let otherwise):
        for branch in branches {
          seen.formUnion(branch.test.names)
          visit(branch.body, isBranch: true)
        }
        visit(otherwise, isBranch: true)
      case .set(let names, let value):
        seen.formUnion(value.names)
        for name in names { declare(name, isBranch: isBranch) }
      case .capture(let name, _): declare(name, isBranch: isBranch)
      case .macro(let macro): definitions.append(macro.name)
      case .importModule(_, let alias): definitions.append(alias)
      case .importNames(_, let names): definitions += names.map(\.alias)
      }
    }
  }

  private mutating func declare(_ name: String, isBranch: Bool) {
    let isFirst = seen.insert(name).inserted
    if !variables.contains(where: { $0.name == name }) { variables.append((name, isFirst && !isBranch)) }
  }
}
