import Diagnostics

/// The work of compiling one program: what there is so far, and where in the templates it is.
///
/// Includes, parents and blocks are compiled where they are used, so that every name has its slot and every field its
/// place; only macros are called.
final class Compilation {
  let sources: TemplateSources
  var context: Context
  /// Where in the file of `context` the work is: the cursor that gives a fault its place.
  var offset = 0
  var units: [Program.Unit] = []
  /// For which shapes of arguments each macro is, `nil` for those that are not given; it has no code while it is being
  /// compiled.
  var macros: [(definition: MacroDefinition, shapes: [Shape?], code: Program.Macro?)] = []
  /// What imported modules do, before the page.
  var prologue: [Action] = []
  /// Where the fields of the page's data are.
  var fields: [(name: String, slot: Int)] = []
  var slotCount = 0
  var templates: [String: Template] = [:]
  var modules: [String: Scope] = [:]
  /// What is being included and imported, outermost first; a file in it twice would never end.
  var openFiles: [String] = []
  var safeUses: [Place] = []
  private let data: Shape
  private var depth = 0
  private var nodeCount = 0

  /// What changes with the place in the templates.
  struct Context {
    var unit = 0
    var scope: Scope
    var escaping: Escaping
    /// The blocks of the templates that extend each other, of which one is being compiled.
    var lineage = Lineage()
    var block: (name: String, level: Int, outside: Scope)?
    /// Where the macros were called that are being compiled, outermost first.
    var calls: [Program.Spot] = []
    var isInMacro = false
    /// Whether a template that extends another is past that: of what is outside of blocks, nothing is printed.
    var isSilent = false
  }

  init(_ sources: TemplateSources, data: Shape, escaping: Escaping) {
    self.sources = sources
    self.data = data
    context = Context(scope: Scope(.data, in: nil), escaping: escaping)
    guard case .record(let shape) = data else { return }
    // A name that no template can have would, as a key, be found by others that look the same.
    for (name, shape) in zip(shape.names, shape.shapes) where name.unicodeScalars.allSatisfy(\.isPlainInNames) {
      _ = field(name, shape, .set, in: context.scope)
    }
  }

  func program(_ name: String) throws(Diagnostic) -> Program {
    do {
      let page = try template(name).action
      let shape: RecordShape? = if case .record(let shape) = data { shape } else { nil }
      return Program(
        safeUses: safeUses, action: Action(prologue + [page]), macros: macros.compactMap(\.code), slotCount: slotCount,
        units: units, shape: shape, fields: fields)
    } catch {
      let fault = Fault.from(error)
      guard units.isEmpty else { throw units.diagnostic(fault, at: context.calls + [spot]) }
      throw Diagnostic(.error, fault.rule.rawValue, at: Place(name), fault.message, hint: fault.hint)
    }
  }

  /// Gives a field of the page's data its slot.
  func field(_ name: String, _ shape: Shape, _ state: Binding.State, in scope: Scope) -> Binding {
    let slot = newSlot()
    fields.append((name, slot))
    let binding = Binding(kind: .variable(slot: slot), state: state, shape: shape)
    scope.bindings[name] = binding
    return binding
  }

  /// Whether names that no scope has may be those of fields that are known at run time only.
  var isOpen: Bool { if case .any = data { true } else { false } }

  var source: Source { units[context.unit].source }

  var spot: Program.Spot { Program.Spot(unit: Int32(context.unit), offset: Int32(offset)) }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// Does `work` with the cursor at `offset`, which stays there if it fails.
  func at<Result>(_ offset: Int, _ work: () throws -> Result) throws -> Result {
    let outer = self.offset
    self.offset = offset
    let result = try deeper(work)
    self.offset = outer
    return result
  }

  /// Does `work` in a context that it may change, and takes up the old one again.
  func nested<Result>(_ work: () throws -> Result) throws -> Result {
    let outer = (context, offset)
    let result = try deeper(work)
    (context, offset) = outer
    return result
  }

  private func deeper<Result>(_ work: () throws -> Result) throws -> Result {
    depth += 1
    if depth > Limits.nesting { throw Fault(.limit, "模板嵌套太深，超过 \(Limits.nesting) 层", hint: "里层的写成宏，或先 set 中间的结果") }
    nodeCount += 1
    if nodeCount > Limits.nodes { throw Fault(.limit, "模板互相引入，合起来太大") }
    let result = try work()
    depth -= 1
    return result
  }
}
