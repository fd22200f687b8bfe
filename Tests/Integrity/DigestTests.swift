import Testing

@testable import Integrity

@Suite struct DigestTests {
  /// The examples of FIPS 180-4 and of NIST's test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func examples(_ text: String, _ digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
    #expect(Digest(digest.utf8) == Digest(of: Array(text.utf8)))
  }

  @Test(arguments: [1, 7, 63, 64, 65, 1000]) func piecesDoNotMatter(_ size: Int) {
    let text = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digester = Digester()
    for start in stride(from: 0, to: text.count, by: size) { digester.add(Array(text[start...].prefix(size))) }
    #expect(digester.finish() == Digest(of: text))
    digester.add(text)
    #expect(digester.finish() == Digest(of: text))
  }

  @Test(arguments: ["", "0", String(repeating: "0", count: 63), String(repeating: "A", count: 64)])
  func noDigests(_ text: String) { #expect(Digest(text.utf8) == nil) }
}
