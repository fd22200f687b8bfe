import Templates

/// Data as tests write it.
extension Value: ExpressibleByFloatLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(nilLiteral: ()) { self = Value.none }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) { self = .record(Record(elements)) }
}

extension RecordShape: ExpressibleByDictionaryLiteral {
  package convenience init(dictionaryLiteral fields: (String, Shape)...) { self.init(fields) }
}

extension TemplateOutput {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
