/// A page of the staff view, or its stylesheet. It names withheld items and must never stand among the column's pages.
package struct WorkbenchPage: Sendable {
  /// In the staff view's own folder, which has no others in it.
  package let path: String
  package let bytes: [UInt8]
}
