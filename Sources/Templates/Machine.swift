/// An expression, compiled: what is known of its value, and what reads it. No bare closure, since Swift would wrap that
/// again wherever it passes through generic code.
struct Code: Sendable {
  let shape: Shape
  /// Where the value stands if it need not be made, so that its fields are read in place: to count references to what all
  /// workers share is dear.
  let slot: Int?
  let read: @Sendable (inout Machine) throws -> Value

  init(_ shape: Shape, _ read: @escaping @Sendable (inout Machine) throws -> Value) {
    (self.shape, slot, self.read) = (shape, nil, read)
  }

  init(_ shape: Shape, slot: Int) {
    (self.shape, self.slot, read) = (shape, slot, { machine in machine.slots[slot] })
  }
}

/// What a statement does.
struct Action: Sendable {
  let run: @Sendable (inout Machine) throws -> Void

  init(_ run: @escaping @Sendable (inout Machine) throws -> Void) { self.run = run }

  /// All of `actions`, in order: as a tree, which needs neither much of the stack nor counting of references.
  init(_ actions: [Action]) {
    guard actions.count > 1 else {
      self = actions.first ?? Action { _ in }
      return
    }
    let middle = actions.count / 2
    let (start, end) = (Action(Array(actions[..<middle])), Action(Array(actions[middle...])))
    self.init { machine in
      try start.run(&machine)
      try end.run(&machine)
    }
  }
}

/// What a program works with while it makes one page.
struct Machine: ~Copyable {
  let data: Record
  var output = TemplateOutput()
  /// The values of variables, and for each loop its items and the place of the current one.
  var slots: [Value]
  /// Where the work is: the cursor that gives a fault its place.
  var spot = Program.Spot(unit: 0, offset: 0)
  private let macros: [Program.Macro]
  private let limits: Limits
  /// Where the macros were called that are running.
  private var calls: [Program.Spot] = []
  /// What was in the slots of those macros.
  private var saved: [Value] = []
  private var steps = 0

  init(_ program: Program, data: Record, limits: Limits) {
    self.data = data
    self.limits = limits
    macros = program.macros
    slots = Array(repeating: .undefined, count: program.slotCount)
    for (place, (name, slot)) in program.fields.enumerated() {
      slots[slot] = data.shape === program.shape ? data.values[place] : data[name] ?? .undefined
    }
  }

  var spots: [Program.Spot] { calls + [spot] }

  mutating func print(_ value: Value, _ escaping: Escaping) throws {
    switch (escaping, value) {
    case (.html, .string(let text)): output.bytes.append(escaping: text)
    case (.markdown, .markup(let text)):
      let start = output.bytes.count
      output.bytes.append(contentsOf: text.utf8)
      output.makeFragment(from: start)
    case (.markdown, _): output.bytes.append(markdown: try value.printed())
    default: output.bytes.append(contentsOf: try value.printed().utf8)
    }
    try checkSize()
  }

  mutating func print(_ text: [UInt8]) throws {
    // The text is shared by all workers: as a buffer nobody counts references to it.
    text.withUnsafeBufferPointer { output.bytes.append(contentsOf: $0) }
    try checkSize()
  }

  private func checkSize() throws {
    if output.bytes.count > limits.size { throw Self.tooLong(limits.size) }
  }

  // Static, since a getter would let each check copy all of this value.
  private static func tooLong(_ size: Int) -> Fault { Fault(.limit, "页面太长，超过 \(size) 字节", hint: "分成几页") }

  /// Counts a round of a loop or a call.
  mutating func countStep() throws {
    steps += 1
    if steps > limits.steps { throw Fault(.limit, "循环和宏的次数太多，超过 \(limits.steps) 次", hint: "看看循环里的循环，或分成几页") }
  }

  /// What `action` prints, which is not printed.
  mutating func text(of action: Action) throws -> String {
    let start = output.bytes.count
    try action.run(&self)
    defer { output.bytes.removeSubrange(start...) }
    return String(decoding: output.bytes[start...], as: UTF8.self)
  }

  /// Calls a macro, which prints to where its caller does. Its slots are given back as they were, since a macro may call
  /// itself.
  mutating func call(_ macro: Int, _ arguments: [Value], at spot: Program.Spot) throws {
    self.spot = spot
    try countStep()
    guard calls.count < limits.depth else { throw Fault(.limit, "宏互相调用太深，超过 \(limits.depth) 层", hint: "看看宏有没有不停地调用自己") }
    let macro = macros[macro]
    saved += slots[macro.slots]
    for (slot, argument) in zip(macro.slots, arguments) { slots[slot] = argument }
    calls.append(spot)
    try macro.action.run(&self)
    calls.removeLast()
    slots.replaceSubrange(macro.slots, with: saved.suffix(macro.slots.count))
    saved.removeLast(macro.slots.count)
  }
}
