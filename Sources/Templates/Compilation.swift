import Diagnostics

/// The work of compiling one program: what there is so far, and where in the templates it is.
///
/// Includes, parents and blocks are compiled where they are used, so that every name has its slot and every field its
/// place; only macros are called.
final class Compilation {
  let sources: TemplateSources
  let data: Shape
  var context: Context
  /// Where in the file of `context` the work is: the cursor that gives a fault its place.
  var offset = 0
  var units: [Program.Unit] = []
  /// `nil` while a macro is being compiled.
  var macros: [Program.Macro?] = []
  /// For which shapes of arguments each of them is, `nil` for those that are not given.
  var instances: [(definition: MacroDefinition, shapes: [Shape?])] = []
  /// What imported modules do, before the page.
  var prologue: [Action] = []
  var slotCount = 0
  var templates: [String: Template] = [:]
  var modules: [String: Scope] = [:]
  /// What is being included and imported, outermost first; a file in it twice would never end.
  var openFiles: [String] = []
  var files: [String] = []
  var safeUses: [Place] = []
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
    /// How the place came to be compiled, outermost first.
    var trail: [Place] = []
    /// Where in the trail the macro begins that is being compiled.
    var trailStart = 0
    var isInMacro = false
  }

  init(_ sources: TemplateSources, data: Shape, escaping: Escaping) {
    self.sources = sources
    self.data = data
    let isOpen = if case .any = data { true } else { false }
    let scope = Scope(.none, in: nil, isOpen: isOpen)
    if case .record(let shape) = data {
      for (place, name) in shape.names.enumerated() {
        scope.bindings[name] = Binding(kind: .field(place), shape: shape.shapes[place])
      }
    }
    context = Context(scope: scope, escaping: escaping)
  }

  func program(_ name: String) throws(Diagnostic) -> Program {
    do {
      let page = try template(name)
      return Program(
        safeUses: safeUses, files: files, action: Action(prologue + [page]), macros: macros.compactMap(\.self),
        slotCount: slotCount, units: units)
    } catch {
      throw diagnostic(Fault.from(error), of: name)
    }
  }

  private func diagnostic(_ fault: Fault, of name: String) -> Diagnostic {
    guard !units.isEmpty else {
      return Diagnostic(.error, fault.rule.rawValue, at: Place(name), fault.message, hint: fault.hint)
    }
    var diagnostic = source.diagnostic(fault, cursor: offset)
    diagnostic.trail = context.trail
    return diagnostic
  }

  var source: Source { units[context.unit].source }

  var spot: Program.Spot { Program.Spot(unit: Int32(context.unit), offset: Int32(offset)) }

  var escapes: Bool { context.escaping != .none }

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
    if depth > Limits.nesting { throw Fault(.limit, "模板嵌套太深，超过 \(Limits.nesting) 层") }
    nodeCount += 1
    if nodeCount > Limits.nodes { throw Fault(.limit, "模板互相引入，合起来太大") }
    let result = try work()
    depth -= 1
    return result
  }
}
