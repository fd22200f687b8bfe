/// Takes in what a part says, element by element.
package protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// Whether to go on; if not, the reader pauses behind the element.
  func end(_ name: XMLName) -> Bool
  /// A piece of text, which may come in several.
  func text(_ text: UnsafeBufferPointer<UInt8>)
}
