import CExpat
import Diagnostics

/// Reads a part of a package with Expat, never more of it than its handler takes.
package final class XMLReader {
  private static let chunk: CInt = 64 << 10
  /// Through how many chunks one tag or comment may go: Expat looks at all of it again with each.
  private static let patience = 32

  private let stream: PartStream
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var isAtEnd = false
  private var isPaused = false
  private var hasDocumentType = false
  private var position: XML_Index = 0
  private var chunksWithoutProgress = 0

  /// - Throws: when there is no such part.
  package init(_ part: String, of package: OfficePackage, to handler: any XMLHandler) throws(Diagnostic) {
    stream = try package.open(part)
    self.handler = handler
    guard let parser = XML_ParserCreate(nil) else { throw OfficeFault.damaged(package.file, "内存不足") }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let name else { return }
        XMLReader.of(reader)?.handler.start(XMLName(name), XMLAttributes(attributes))
      },
      { reader, name in
        guard let name, let reader = XMLReader.of(reader), !reader.handler.end(XMLName(name)) else { return }
        XML_StopParser(reader.parser, XML_Bool(1))
      })
    XML_SetCharacterDataHandler(parser) { reader, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { text in
        XMLReader.of(reader)?.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
      }
    }
    // Entities could make a great deal of a little text, or name files.
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      guard let reader = XMLReader.of(reader) else { return }
      reader.hasDocumentType = true
      XML_StopParser(reader.parser, XML_Bool(0))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// The reader behind what Expat hands back; each reader outlives its parser.
  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Reads the part to its end, past all pauses.
  package func readAll() throws(Diagnostic) { while try advance() {} }

  /// Reads on until the handler pauses; `false` at the end.
  package func advance() throws(Diagnostic) -> Bool {
    while true {
      let status: XML_Status
      if isPaused {
        status = XML_ResumeParser(parser)
      } else {
        if isAtEnd { return false }
        status = try parseChunk()
      }
      isPaused = status == XML_STATUS_SUSPENDED
      if isPaused { return true }
      if hasDocumentType { throw OfficeFault.entities(stream.package.file, stream.name) }
      if status == XML_STATUS_ERROR {
        throw damaged(String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
      }
    }
  }

  private func parseChunk() throws(Diagnostic) -> XML_Status {
    guard let buffer = XML_GetBuffer(parser, Self.chunk) else { throw damaged("内存不足") }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.chunk))
    let count = try stream.read(into: room)
    isAtEnd = count == 0
    let status = XML_ParseBuffer(parser, CInt(count), isAtEnd ? 1 : 0)
    let position = XML_GetCurrentByteIndex(parser)
    chunksWithoutProgress = position == self.position ? chunksWithoutProgress + 1 : 0
    self.position = position
    if chunksWithoutProgress > Self.patience { throw damaged("有一个标记太长") }
    return status
  }

  private func damaged(_ what: String) -> Diagnostic {
    OfficeFault.damaged(
      stream.package.file, "\(stream.name.visible) 第 \(XML_GetCurrentLineNumber(parser)) 行不是合格的 XML（\(what)）")
  }
}
