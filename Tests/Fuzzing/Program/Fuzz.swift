#if !LIBFUZZER
  import ArgumentParser
  import Diagnostics
  import Foundation

  /// `fuzz`: gives mutated inputs to the readers and notices what breaks them (see Tests/Fuzzing/README.md).
  @main
  struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
      subcommands: [Run.self, Inputs.self, Show.self, Try.self], defaultSubcommand: Run.self)

    /// Each reader's inputs, in child processes one after the other.
    struct Run: ParsableCommand {
      @Argument(help: "The readers; all, if none is named.")
      var readers: [Reader] = []

      @Option(help: "How many inputs for each reader.")
      var inputs = 1_000_000

      @Option(help: "The number of the first input.")
      var first = 0

      @Option(help: "Where inputs that break a reader are written.")
      var findings = "findings"

      @OptionGroup var bounds: Bounds

      func run() throws {
        var isClean = true
        for reader in readers.isEmpty ? Reader.real : readers {
          let campaign = Campaign(reader: reader, numbers: first..<first + inputs, findings: findings, bounds: bounds)
          isClean = try campaign.run() && isClean
        }
        if !isClean { throw ExitCode(1) }
      }
    }

    /// What a child process does.
    struct Inputs: ParsableCommand {
      static let configuration = CommandConfiguration(shouldDisplay: false)

      @Argument var reader: Reader
      @Argument var first: Int
      @Argument var end: Int
      @Argument var noteFile: Int32
      @OptionGroup var bounds: Bounds

      func run() throws {
        bounds.limitMemory()
        Trial(reader, note: try SharedNote(file: noteFile), bounds: bounds).run(first..<end)
      }
    }

    /// Writes an input to standard output.
    struct Show: ParsableCommand {
      @Argument var reader: Reader
      @Argument var number: Int

      func run() { FileHandle.standardOutput.write(Data(Mutator.input(number, of: Corpus(of: reader)))) }
    }

    /// Gives a file to a reader and prints what it says.
    struct Try: ParsableCommand {
      @Argument var reader: Reader
      @Argument var file: String

      func run() throws {
        let diagnostics = reader.read(Array(try Data(contentsOf: URL(filePath: file))))
        for diagnostic in diagnostics { print(DiagnosticText.text(of: diagnostic, inColor: false)) }
      }
    }
  }

  extension Reader: ExpressibleByArgument {}
#endif
