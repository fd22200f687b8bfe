import CYAML
import Diagnostics

/// What libyaml tells of a document, as far as content may use YAML: no anchors, aliases and tags.
enum YAMLEvent {
  case documentStart
  case scalar(String, Node.Kind)
  case sequenceStart
  case mappingStart
  /// The end of a sequence, a mapping, a document or the text.
  case end
}

/// libyaml's parser over one text.
struct YAMLParser: ~Copyable {
  /// Where the last event begins: lines as of `firstLine`, columns from 1.
  private(set) var line = 0
  private(set) var column = 0

  private let text: UnsafeBufferPointer<UInt8>
  private let file: String
  private let firstLine: Int
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// A parser of valid UTF-8 that is not empty and outlives the parser.
  init(_ text: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    self.text = text
    self.file = file
    self.firstLine = firstLine
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  var place: Place { Place(file, line: line, column: column) }

  mutating func next() throws(Diagnostic) -> YAMLEvent {
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(parser, &event) == 1 else {
        throw YAMLFault(parser.pointee, in: text, file: file, firstLine: firstLine).diagnostic
      }
      if event.type != YAML_STREAM_START_EVENT { break }
      yaml_event_delete(&event)
    }
    defer { yaml_event_delete(&event) }
    line = Int(event.start_mark.line) + firstLine
    column = Int(event.start_mark.column) + 1

    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      return .documentStart
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      // No text has one; an escape in double quotes can write it all the same.
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, let (character, _) = ControlCharacter.first(in: bytes) {
        throw character.diagnostic("yaml/control-character", at: place, hint: "请删去反斜杠开头的写法")
      }
      let kind = scalar.style == YAML_PLAIN_SCALAR_STYLE ? Node.Kind.plain : .string
      return .scalar(String(decoding: bytes, as: UTF8.self), kind)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
      return .mappingStart
    case YAML_ALIAS_EVENT:
      throw YAMLFault.reference(at: place)
    default:
      return .end
    }
  }

  private func refuse(anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?) throws(Diagnostic) {
    if anchor != nil { throw YAMLFault.reference(at: place) }
    if tag != nil { throw YAMLFault.tag(at: place) }
  }
}
