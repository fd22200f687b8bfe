import Testing
@testable import Integrity
@Suite struct DigestTests {}
