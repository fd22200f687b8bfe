#if LIBFUZZER
  import Foundation

  // What libFuzzer calls, in a build with `--sanitize fuzzer -Xswiftc -DLIBFUZZER`.

  /// The environment names it.
  private let reader: Reader = {
    guard let reader = Reader(rawValue: ProcessInfo.processInfo.environment["READER"] ?? "") else {
      fatalError("READER must be one of \(Reader.allCases.map(\.rawValue))")
    }
    return reader
  }()

  private let corpus = Corpus(of: reader)

  /// Reads what libFuzzer made.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }

  @_silgen_name("LLVMFuzzerMutate")
  private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int) -> Int

  /// libFuzzer's own changes, and those that know the formats.
  @_cdecl("LLVMFuzzerCustomMutator")
  public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: CUnsignedInt) -> Int {
    var bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var random = SeededGenerator(seed: UInt64(seed))
    if random.chance(30) { return mutateBytes(start, count, room) }
    if count <= 1 || random.chance(2) { bytes = random.pick(corpus.seeds) }
    var mutator = Mutator(corpus, seed: random.next())
    mutator.mutate(&bytes)
    let kept = bytes.prefix(room)
    start.update(from: Array(kept), count: kept.count)
    return kept.count
  }
#endif
