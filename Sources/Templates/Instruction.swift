/// One step of a program. Values go over a stack; jumps are relative to the jump itself.
enum Instruction: Sendable {
  case text(start: Int32, count: Int32)
  /// Prints the value on top.
  case emit(Escaping)
  case constant(Int32)
  /// Slots from 0 on are those of the page, those below 0 the bitwise complement of a place in the running macro.
  case load(Int32)
  case store(Int32)
  /// A field of the page's data, by its step.
  case data(Int32)
  case dataNamed(Int32, isSoft: Bool)
  /// A field of the value on top, by its step, or by the place of its name in `texts`.
  case field(Int32, isSoft: Bool)
  case fieldNamed(Int32, isSoft: Bool)
  case item(isSoft: Bool)
  /// Stops with the fault at this place in `faults` if the value on top is undefined.
  case require(Int32)
  case list(Int32)
  /// A record of the shape at this place in `shapes`, from as many values as it has fields.
  case record(Int32)
  case calculate(Arithmetic)
  case negate
  case affirm
  case not
  case compare(Comparison)
  /// Compares, keeps the right value if it holds, and otherwise jumps with `false`.
  case compareOrJump(Comparison, Int32)
  case concatenate(Int32, escapes: Bool)
  case filter(Int32, arguments: Int32, escapes: Bool)
  case test(Int32)
  case range(Int32)
  case jump(Int32)
  case jumpUnless(Int32)
  /// Keeps the value and jumps if it is true, or false; otherwise drops it.
  case jumpIfTrue(Int32)
  case jumpIfFalse(Int32)
  /// Opens a loop over the value on top, or jumps if there is nothing in it.
  case openLoop(Int32)
  case loopItem
  /// Spreads the value on top over as many places on the stack, first one topmost.
  case unpack(Int32)
  /// Jumps back for the next item; when there is none, closes the loop.
  case nextItem(Int32)
  /// Keeps the item if the value on top is true; the loop then gives what it kept.
  case keepItem
  case nextKept(Int32)
  case loopField(LoopField, Int32, isSoft: Bool)
  case beginCapture
  /// Takes what was written since the last `beginCapture` as a value, or away to the fragments.
  case endCapture(isMarkup: Bool)
  case endFragment
  case call(Int32)
  case returnFromMacro
  case halt
}

enum LoopField: String, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, previtem, nextitem, depth, depth0
}
