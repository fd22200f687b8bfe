/// Runs a program for one page.
struct Machine: ~Copyable {
  private let program: Program
  private let data: Record
  private let limits: Limits
  var output = TemplateOutput()
  private var stack: [Value] = []
  private var slots: [Value]
  private var loops: [Loop] = []
  /// Where captures began, in bytes of the output.
  private var captures: [Int] = []
  private var frames: [Frame] = []
  /// Where the slots and the loops of the running macro begin.
  private var slotBase = 0
  private var loopBase = 0
  private var counter = 0
  private var steps = 0

  fileprivate struct Loop {
    let items: [Value]
    var index = 0
    var kept: [Value] = []
  }

  private struct Frame {
    let call: Int
    let slotBase: Int
    let loopBase: Int
  }

  init(_ program: Program, data: Record, limits: Limits) {
    self.program = program
    self.data = data
    self.limits = limits
    slots = Array(repeating: .undefined, count: program.parts.slotCount)
    stack.reserveCapacity(32)
  }

  /// The instructions that are running, that of the page first.
  var callPlaces: [Int] { frames.map(\.call) + [counter] }

  /// Works on the memory of the program itself: counting references would take longer than all else.
  mutating func run() throws(Fault) {
    let parts = program.parts
    try parts.code.withUnsafeBufferPointer { code throws(Fault) in
      try parts.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
        try parts.steps.withUnsafeBufferPointer { steps throws(Fault) in
          while try step(code[counter], bytes, steps) { counter += 1 }
        }
      }
    }
  }

  /// Whether it goes on.
  private mutating func step(
    _ instruction: Instruction, _ bytes: UnsafeBufferPointer<UInt8>, _ steps: UnsafeBufferPointer<Program.FieldStep>
  ) throws(Fault) -> Bool {
    switch instruction {
    case .text(let start, let count):
      output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(start) + Int(count)]))
      try checkSize()
    case .emit(let escaping): try emit(pop(), escaping)
    case .constant(let place): stack.append(program.parts.constants[Int(place)])
    case .load(let slot): stack.append(slots[index(of: slot)])
    case .store(let slot): slots[index(of: slot)] = pop()
    case .data(let place): stack.append(try field(of: .record(data), steps[Int(place)], isSoft: false))
    case .dataNamed(let name, let isSoft): try loadData(program.parts.texts[Int(name)], isSoft: isSoft)
    case .field(let place, let isSoft): stack.append(try field(of: pop(), steps[Int(place)], isSoft: isSoft))
    case .fieldNamed(let name, let isSoft):
      stack.append(try field(of: pop(), program.parts.texts[Int(name)], isSoft: isSoft))
    case .item(let isSoft): try loadItem(isSoft: isSoft)
    case .require(let fault): if stack[stack.count - 1].isUndefined { throw program.parts.faults[Int(fault)] }
    case .list(let count): stack.append(try Value.list(take(Int(count))).checkedNesting())
    case .record(let place):
      let shape = program.parts.shapes[Int(place)]
      stack.append(try Value.record(Record(shape, take(shape.shapes.count))).checkedNesting())
    case .calculate(let operation):
      let right = pop()
      stack.append(try pop().calculate(operation, right))
    case .negate: stack.append(try pop().negated())
    case .affirm: stack.append(try pop().affirmed())
    case .not: stack.append(.bool(!pop().isTrue))
    case .compare(let comparison):
      let right = pop()
      stack.append(.bool(try pop().compare(comparison, right)))
    case .compareOrJump(let comparison, let offset):
      let right = pop()
      let holds = try pop().compare(comparison, right)
      stack.append(holds ? right : false)
      if !holds { jump(offset) }
    case .concatenate(let count, let escapes):
      let items = take(Int(count))
      stack.append(try Value.concatenated(items[...], escapes: escapes))
    case .filter(let place, let count, let escapes):
      let call = Filter.Call(arguments: take(Int(count)), escapes: escapes)
      stack.append(try program.parts.filters[Int(place)](pop(), call))
    case .test(let place):
      let argument = pop()
      stack.append(.bool(try program.parts.tests[Int(place)](pop(), argument)))
    case .range(let count): try loadRange(take(Int(count)))
    case .jump(let offset): jump(offset)
    case .jumpUnless(let offset): if !pop().isTrue { jump(offset) }
    case .jumpIfTrue(let offset): keepOrPop(jumpingIf: true, offset)
    case .jumpIfFalse(let offset): keepOrPop(jumpingIf: false, offset)
    case .openLoop(let offset):
      let items = try pop().elements()
      if items.isEmpty { jump(offset) } else { loops.append(Loop(items: items)) }
    case .loopItem: stack.append(loops[loops.count - 1].items[loops[loops.count - 1].index])
    case .unpack(let count): try unpack(Int(count))
    case .nextItem(let offset):
      if try advanceLoop() { jump(offset) } else { loops.removeLast() }
    case .keepItem:
      if pop().isTrue {
        let last = loops.count - 1
        loops[last].kept.append(loops[last].items[loops[last].index])
      }
    case .nextKept(let offset):
      if try advanceLoop() { jump(offset) } else { stack.append(.list(loops.removeLast().kept)) }
    case .loopField(let field, let depth, let isSoft):
      stack.append(try loops[loopBase + Int(depth)].field(field, isSoft: isSoft))
    case .beginCapture: captures.append(output.bytes.count)
    case .endCapture(let isMarkup):
      let start = captures.removeLast()
      let text = String(decoding: output.bytes[start...], as: UTF8.self)
      output.bytes.removeSubrange(start...)
      stack.append(isMarkup ? .markup(text) : .string(text))
    case .endFragment: output.makeFragment(from: captures.removeLast())
    case .call(let place): try call(program.parts.macros[Int(place)])
    case .returnFromMacro:
      let frame = frames.removeLast()
      slots.removeSubrange(slotBase...)
      (counter, slotBase, loopBase) = (frame.call, frame.slotBase, frame.loopBase)
    case .halt: return false
    }
    return true
  }

  private mutating func pop() -> Value { stack.removeLast() }

  /// The topmost values, in the order in which they were put there.
  private mutating func take(_ count: Int) -> [Value] {
    let values = Array(stack.suffix(count))
    stack.removeLast(count)
    return values
  }

  private func index(of slot: Int32) -> Int { slot >= 0 ? Int(slot) : slotBase + Int(~slot) }

  /// The counter is moved on after every instruction.
  private mutating func jump(_ offset: Int32) { counter += Int(offset) - 1 }

  private mutating func keepOrPop(jumpingIf truth: Bool, _ offset: Int32) {
    if stack[stack.count - 1].isTrue == truth { jump(offset) } else { stack.removeLast() }
  }

  private func checkSize() throws(Fault) {
    if output.bytes.count > limits.size { throw Fault(.limit, "页面太长，超过 \(limits.size) 字节") }
  }

  private mutating func countStep(_ count: Int = 1) throws(Fault) {
    steps += count
    if steps > limits.steps { throw Fault(.limit, "循环和宏的次数太多，超过 \(limits.steps) 次") }
  }

  private mutating func emit(_ value: Value, _ escaping: Escaping) throws(Fault) {
    switch escaping {
    case .html:
      if case .string(let text) = value {
        output.bytes.append(escaping: text)
      } else {
        output.bytes.append(contentsOf: try value.printed().utf8)
      }
    case .none: output.bytes.append(contentsOf: try value.printed().utf8)
    case .markdown:
      if case .markup(let text) = value {
        let start = output.bytes.count
        output.bytes.append(contentsOf: text.utf8)
        output.makeFragment(from: start)
      } else {
        output.bytes.append(markdown: try value.printed())
      }
    }
    try checkSize()
  }

  private func field(of value: Value, _ step: Program.FieldStep, isSoft: Bool) throws(Fault) -> Value {
    if case .record(let record) = value, ObjectIdentifier(record.shape) == step.shape {
      return record.values[Int(step.index)]
    }
    return try field(of: value, program.parts.texts[Int(step.name)], isSoft: isSoft)
  }

  private func field(of value: Value, _ name: String, isSoft: Bool) throws(Fault) -> Value {
    let found = try value.field(name)
    if !isSoft, found.isUndefined { throw value.missingField(name) }
    return found
  }

  private mutating func loadData(_ name: String, isSoft: Bool) throws(Fault) {
    guard let found = data[name] else {
      guard isSoft else { throw .unknown("变量", name, among: data.shape.names) }
      return stack.append(.undefined)
    }
    stack.append(found)
  }

  private mutating func loadItem(isSoft: Bool) throws(Fault) {
    let key = pop()
    let value = pop()
    let found = try value.item(key)
    if !isSoft, found.isUndefined {
      if let name = key.string { throw value.missingField(name) }
      throw Fault(.value, "\(value.title)没有第 \(try key.printed()) 项")
    }
    stack.append(found)
  }

  private mutating func loadRange(_ arguments: [Value]) throws(Fault) {
    var bounds: [Int] = []
    for argument in arguments {
      guard let bound = argument.integer else { throw Fault(.value, "range 的参数要是整数") }
      bounds.append(bound)
    }
    let (start, end) = bounds.count == 1 ? (0, bounds[0]) : (bounds[0], bounds[1])
    let step = bounds.count == 3 ? bounds[2] : 1
    guard step != 0 else { throw Fault(.value, "range 的步长不能是 0") }
    let numbers = stride(from: start, to: end, by: step).prefix(Limits.range + 1)
    let items = numbers.map(Value.int)
    guard items.count <= Limits.range else { throw Fault(.limit, "range 太长，超过 \(Limits.range) 项") }
    try countStep(items.count)
    stack.append(.list(items))
  }

  private mutating func unpack(_ count: Int) throws(Fault) {
    let value = pop()
    if case .string = value { throw Fault(.value, "文字不能分给几个变量") }
    guard value.mapping == nil else { throw Fault(.value, "记录不能分给几个变量", hint: "用 |items") }
    let values = try value.elements()
    guard values.count == count else { throw Fault(.value, "有 \(values.count) 个值，却有 \(count) 个变量") }
    stack.append(contentsOf: values.reversed())
  }

  /// Whether there is another item.
  private mutating func advanceLoop() throws(Fault) -> Bool {
    try countStep()
    let last = loops.count - 1
    loops[last].index += 1
    return loops[last].index < loops[last].items.count
  }

  private mutating func call(_ macro: Program.MacroEntry) throws(Fault) {
    try countStep()
    guard frames.count < limits.depth else { throw Fault(.limit, "宏互相调用太深，超过 \(limits.depth) 层") }
    frames.append(Frame(call: counter, slotBase: slotBase, loopBase: loopBase))
    slotBase = slots.count
    loopBase = loops.count
    slots += take(macro.argumentCount)
    slots += repeatElement(.undefined, count: macro.slotCount - macro.argumentCount)
    counter = macro.start - 1
  }
}

extension Machine.Loop {
  fileprivate func field(_ field: LoopField, isSoft: Bool) throws(Fault) -> Value {
    switch field {
    case .index: return .int(index + 1)
    case .index0: return .int(index)
    case .revindex: return .int(items.count - index)
    case .revindex0: return .int(items.count - index - 1)
    case .first: return .bool(index == 0)
    case .last: return .bool(index == items.count - 1)
    case .length: return .int(items.count)
    case .depth: return 1
    case .depth0: return 0
    case .previtem, .nextitem:
      let neighbour = field == .previtem ? index - 1 : index + 1
      if items.indices.contains(neighbour) { return items[neighbour] }
      guard isSoft else { throw Fault(.value, field == .previtem ? "这是第一项，没有前一项" : "这是最后一项，没有后一项") }
      return .undefined
    }
  }
}
