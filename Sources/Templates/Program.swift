import Diagnostics

/// A template with all that it includes, extends and imports, compiled: flat and unchanging, so that any number of
/// workers render with it at the same time.
package final class Program: Sendable {
  /// Where each `| safe` stands, in the order found.
  package let safeUses: [Place]
  /// The templates it was made from, the first one being the page's own.
  package let files: [String]

  let parts: Parts

  /// What the machine runs on.
  struct Parts: Sendable {
    var code: [Instruction] = []
    /// For each instruction, where it comes from.
    var spots: [Spot] = []
    var units: [Unit] = []
    /// The bytes of all literal text.
    var bytes: [UInt8] = []
    var constants: [Value] = []
    var texts: [String] = []
    var faults: [Fault] = []
    var shapes: [RecordShape] = []
    var steps: [FieldStep] = []
    var filters: [Filter.Function] = []
    var tests: [Test.Function] = []
    var macros: [MacroEntry] = []
    var slotCount = 0
  }

  /// A use of a file: one file may be included from several places.
  struct Unit: Sendable {
    let source: Source
    /// How it was reached: the places of the tags, outermost first, from the page or from the macro it is in.
    let trail: [Place]
  }

  struct Spot: Sendable {
    let unit: Int32
    let offset: Int32
  }

  /// A field of records of a known shape.
  struct FieldStep: Sendable {
    let shape: ObjectIdentifier
    let index: Int32
    /// The place of its name in `texts`, to look it up in records of other shapes.
    let name: Int32
  }

  struct MacroEntry: Sendable {
    var start: Int
    let argumentCount: Int
    var slotCount: Int
  }

  init(_ parts: Parts, safeUses: [Place], files: [String]) {
    self.parts = parts
    self.safeUses = safeUses
    self.files = files
  }

  /// Appends the page for `data` to `output`. Data of the shape that the program was compiled for is read by place,
  /// any other by name. After an error `output` ends where it happened.
  package func render(
    _ data: Record, into output: inout TemplateOutput, limits: Limits = Limits()
  ) throws(Diagnostic) {
    var machine = Machine(self, data: data, limits: limits)
    swap(&machine.output, &output)
    defer { swap(&machine.output, &output) }
    do throws(Fault) {
      try machine.run()
    } catch {
      throw diagnostic(error, calls: machine.callPlaces)
    }
  }

  /// `calls` are the instructions that were running, that of the page first, that of the innermost macro last.
  private func diagnostic(_ fault: Fault, calls: [Int]) -> Diagnostic {
    var trail: [Place] = []
    var last: Diagnostic?
    for call in calls {
      let spot = parts.spots[call]
      let unit = parts.units[Int(spot.unit)]
      if let last { trail.append(last.place) }
      trail += unit.trail
      last = unit.source.diagnostic(fault, at: Int(spot.offset))
    }
    var diagnostic = last ?? Diagnostic(.error, fault.rule.rawValue, at: Place(files.first ?? ""), fault.message)
    diagnostic.trail = trail
    return diagnostic
  }
}
