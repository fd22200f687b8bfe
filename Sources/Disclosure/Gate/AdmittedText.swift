/// A text that the gate has looked through; the renderer takes no other.
package struct AdmittedText: Sendable {
  package let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}
