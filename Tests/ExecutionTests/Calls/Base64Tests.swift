import Foundation
import Testing

@testable import Execution

struct Base64Tests {
    @Test(arguments: 0..<70) func isWhatFoundationWrites(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
        let text = Data(bytes).base64EncodedString()
        #expect(Base64.text(bytes) == text)
        #expect(Base64.bytes(text) == bytes)
    }

    @Test(arguments: ["a", "ab", "a===", "ab!=", "====", "YQ=a"]) func readsNothingElse(text: String) {
        #expect(Base64.bytes(text) == nil)
    }
}
