import Diagnostics

/// The work of compiling one program: what has been written so far, and where in the templates it is.
///
/// Includes, parents and blocks are written out where they are used, so that every name has its slot and every field
/// its place; only macros are called.
final class Compilation {
  let sources: TemplateSources
  let data: Shape
  var parts = Program.Parts()
  /// What imported modules do, before the page.
  var prologue = Function()
  var macroCode: [(entry: Int32, function: Function)] = []
  var context: Context
  var parsed: [String: [Statement]] = [:]
  var modules: [String: Scope] = [:]
  /// What is being included and imported, outermost first; a file in it twice would never end.
  var openFiles: [String] = []
  var files: [String] = []
  var safeUses: [Place] = []
  var depth = 0
  private var instructionCount = 0
  private var textPlaces: [String: Int32] = [:]

  /// What changes with the place in the templates.
  struct Context {
    var unit: Int32 = 0
    var scope = Scope(.none, in: nil, branchDepth: 0)
    var escaping: Escaping
    /// How many `if` are open.
    var branchDepth = 0
    /// The templates that extend each other, of which one is being written.
    var lineage = Lineage()
    var block: (name: String, level: Int, outside: Scope)?
    /// How the place came to be compiled, outermost first.
    var trail: [Place] = []
    /// Where in the trail the macro begins that is being compiled.
    var trailStart = 0
    /// The code of the page, or of that macro.
    var function = Function()
  }

  struct Function {
    var code: [Instruction] = []
    var spots: [Program.Spot] = []
    var isMacro = false
    var localCount = 0
    var loopDepth: Int32 = 0
  }

  init(_ sources: TemplateSources, data: Shape, escaping: Escaping) {
    self.sources = sources
    self.data = data
    context = Context(escaping: escaping)
  }

  func program(_ name: String) throws(Failure) -> Program {
    try writeTemplate(name, at: nil)
    try emit(.halt, at: 0)
    parts.code = prologue.code + context.function.code
    parts.spots = prologue.spots + context.function.spots
    for (entry, function) in macroCode {
      parts.macros[Int(entry)].start = parts.code.count
      parts.code += function.code
      parts.spots += function.spots
    }
    return Program(parts, safeUses: safeUses, files: files)
  }

  var source: Source { parts.units[Int(context.unit)].source }

  func failure(_ fault: Fault, at offset: Int) -> Failure { source.failure(fault, at: offset) }

  func fault(_ rule: Fault.Rule, _ message: String, at offset: Int, hint: String? = nil) -> Failure {
    failure(Fault(rule, message, hint: hint), at: offset)
  }

  /// Does `work` in a context that it may change, and takes up the old one again.
  func nested<Result>(
    at offset: Int, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outer = context
    try goDeeper(at: offset)
    let result = try work()
    depth -= 1
    let function = context.function
    context = outer
    context.function = function
    return result
  }

  func goDeeper(at offset: Int) throws(Failure) {
    depth += 1
    if depth > Limits.nesting { throw fault(.limit, "模板嵌套太深，超过 \(Limits.nesting) 层", at: offset) }
  }

  /// Begins to write for another file, reached by what the trail says.
  func open(_ source: Source) {
    parts.units.append(Program.Unit(source: source, trail: Array(context.trail[context.trailStart...])))
    context.unit = Int32(parts.units.count - 1)
  }
}

/// Writing of code.
extension Compilation {
  func emit(_ instruction: Instruction, at offset: Int) throws(Failure) {
    instructionCount += 1
    guard instructionCount <= Limits.instructions else { throw fault(.limit, "模板互相引入，合起来太大", at: offset) }
    context.function.code.append(instruction)
    context.function.spots.append(Program.Spot(unit: context.unit, offset: Int32(offset)))
  }

  /// The place of a jump whose end is not known yet; `fill` writes it.
  func emitHole(at offset: Int) throws(Failure) -> Int {
    try emit(.halt, at: offset)
    return context.function.code.count - 1
  }

  /// Makes the jump at `hole` lead here.
  func fill(_ hole: Int, with jump: (Int32) -> Instruction) {
    context.function.code[hole] = jump(Int32(context.function.code.count - hole))
  }

  /// How far it is back to `start`.
  func distance(to start: Int) -> Int32 { Int32(start - context.function.code.count) }

  func emitText(_ text: String, at offset: Int) throws(Failure) {
    if context.escaping == .markdown, text.unicodeScalars.contains(where: \.isFragmentMark) {
      throw fault(.syntax, "文字里不能有 U+FDD0 和 U+FDD1", at: offset)
    }
    let start = parts.bytes.count
    guard start + text.utf8.count <= Limits().size else { throw fault(.limit, "模板互相引入，合起来太大", at: offset) }
    parts.bytes += text.utf8
    try emit(.text(start: Int32(start), count: Int32(parts.bytes.count - start)), at: offset)
  }

  func emitConstant(_ value: Value, at offset: Int) throws(Failure) {
    parts.constants.append(value)
    try emit(.constant(Int32(parts.constants.count - 1)), at: offset)
  }

  /// Makes the program stop if the value on top is undefined.
  func emitRequire(_ fault: Fault, at offset: Int) throws(Failure) {
    parts.faults.append(fault)
    try emit(.require(Int32(parts.faults.count - 1)), at: offset)
  }

  func emitRecord(_ shape: RecordShape, at offset: Int) throws(Failure) {
    parts.shapes.append(shape)
    try emit(.record(Int32(parts.shapes.count - 1)), at: offset)
  }

  func text(_ text: String) -> Int32 {
    if let place = textPlaces[text] { return place }
    parts.texts.append(text)
    textPlaces[text] = Int32(parts.texts.count - 1)
    return Int32(parts.texts.count - 1)
  }

  func step(_ shape: RecordShape, _ index: Int) -> Int32 {
    parts.shapes.append(shape)
    let name = text(shape.names[index])
    parts.steps.append(Program.FieldStep(shape: ObjectIdentifier(shape), index: Int32(index), name: name))
    return Int32(parts.steps.count - 1)
  }

  func newSlot() -> Int32 {
    if context.function.isMacro {
      context.function.localCount += 1
      return ~Int32(context.function.localCount - 1)
    }
    parts.slotCount += 1
    return Int32(parts.slotCount - 1)
  }
}
