/// What the gate let through. Only the gate can make one, so nothing behind it can show what it held back.
///
/// Public, as only what is public is inlined into other modules, and a key path that is looked up at run time takes
/// longer than all else with a field.
@dynamicMemberLookup
public struct Published<Value: Sendable>: Sendable {
  /// A record holds dozens of texts, and pages and lists pass it on often: a copy is one reference.
  @usableFromInline let box: Box

  @usableFromInline
  final class Box: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) { self.value = value }
  }

  init(_ value: Value) { box = Box(value) }

  /// A field of the value.
  @inlinable
  public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member { box.value[keyPath: member] }
}
