import Diagnostics

/// A template with all that it includes, extends and imports, compiled and unchanging, so that any number of workers
/// render with it at the same time.
package struct Program: Sendable {
  /// Where each `| safe` stands, in the order found.
  package let safeUses: [Place]

  let action: Action
  let macros: [Macro]
  let slotCount: Int
  let units: [Unit]
  /// The data that it was compiled for, whose fields are in the first slots.
  let shape: RecordShape?
  /// Where fields of the data are wanted, by name.
  let fields: [(name: String, slot: Int)]

  /// A use of a file: one file may be included from several places.
  struct Unit: Sendable {
    let source: Source
    /// How it was reached: the places of the tags, outermost first, from the page or from the macro it is in.
    let trail: [Place]
  }

  /// Where something stands: in which use of a file, and at which of its scalars.
  struct Spot: Sendable {
    let unit: Int32
    let offset: Int32
  }

  /// A macro for arguments of certain shapes.
  struct Macro: Sendable {
    /// All that it stores, its arguments first.
    let slots: Range<Int>
    let action: Action
  }

  /// Appends the page for `data` to `output`. Data of the shape that the program was compiled for is read by place,
  /// any other by name. After an error `output` ends where it happened.
  package func render(
    _ data: Record, into output: inout TemplateOutput, limits: Limits = Limits()
  ) throws(Diagnostic) {
    var machine = Machine(self, data: data, limits: limits)
    swap(&machine.output, &output)
    defer { swap(&machine.output, &output) }
    do {
      if shape != nil, let field = fields.first(where: { machine.slots[$0.slot].isUndefined }) {
        throw Fault.unknown("变量", field.name, among: data.shape.names)
      }
      try action.run(&machine)
    } catch {
      throw units.diagnostic(Fault.from(error), at: machine.spots)
    }
  }
}

extension [Program.Unit] {
  /// `spots` are those that were at work, that of the page first, that of the innermost macro last.
  func diagnostic(_ fault: Fault, at spots: [Program.Spot]) -> Diagnostic {
    let trail = spots.flatMap { spot in
      let unit = self[Int(spot.unit)]
      return unit.trail + [unit.source.place(at: Int(spot.offset))]
    }
    let innermost = spots[spots.count - 1]
    var diagnostic = self[Int(innermost.unit)].source.diagnostic(fault, cursor: Int(innermost.offset))
    diagnostic.trail = trail.dropLast()
    return diagnostic
  }
}
