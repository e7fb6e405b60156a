import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct PeelerTests {
    private func peel(_ bytes: [UInt8], claim: Peeler.Claim = .none) -> (Peeler.Outcome, String) {
        var output: [UInt8] = []
        let outcome = Peeler().peel(bytes.span, claim: claim, into: &output)
        return (outcome, String(decoding: output, as: UTF8.self))
    }

    @Test func peelsOneLayer() {
        let text = "twenty characters..."
        #expect(peel(Array(text.base64.utf8)) == (.peeled(.base64, .certain), text))
        #expect(peel(Array(text.utf8).gzip) == (.peeled(.gzip, .certain), text))
        #expect(peel(Array(text.utf8).zlib) == (.peeled(.zlib, .certain), text))
        #expect(peel(Array(text.base64.base64.utf8)) == (.peeled(.base64, .certain), text.base64))
        #expect(peel([0xff, 0xfe] + text.utf8.flatMap { [$0, 0] }) == (.peeled(.utf16, .certain), text))
    }

    @Test func triesBase64FromTheLengthOfAKeyID() {
        #expect(peel(Array("12345678901234567890".base64.utf8)).0 == .peeled(.base64, .certain))
        #expect(peel(Array("1234567890123456789".base64.dropLast(2).utf8)).0 == .plain)
    }

    @Test func believesAClaim() {
        #expect(peel(Array("YQ==\n".utf8), claim: .secretData) == (.peeled(.base64, .certain), "a"))
        #expect(peel(Array("?".utf8), claim: .base64).0 == .notBase64)
    }

    @Test func doubtsWhatDecodesToNoText() {
        #expect(peel(Array(PlantedKey.secret.utf8)).0 == .plain)
        #expect(
            peel(Array(([0, 1, 2] + Array("AccountKey=0123456789".utf8)).base64.utf8)).0 == .peeled(.base64, .possible))
    }

    @Test func recognisesZlibOnlyInBinary() {
        #expect(peel(Array("x and more text that begins like zlib".utf8)).0 == .plain)
        #expect(peel([0x78, 0x9c] + [UInt8](repeating: 0xff, count: 40)).0 == .plain)
    }

    @Test func namesWhatIsDamaged() {
        #expect(peel(Array("some text".utf8).gzip.dropLast(4)).0 == .damaged)
    }
}

struct UTF16DecoderTests {
    @Test func decodesSurrogatesAndReplacesHalves() {
        var output: [UInt8] = []
        let text: [UInt8] = [0xff, 0xfe, 0x3d, 0xd8, 0x00, 0xde, 0x3d, 0xd8, 0x41, 0x00, 0x42]
        #expect(UTF16Decoder.decode(text.span, into: &output))
        #expect(String(decoding: output, as: UTF8.self) == "\u{1f600}\u{fffd}A")
        #expect(!UTF16Decoder.decode(Array("plain text".utf8).span, into: &output))
        #expect(!UTF16Decoder.decode([0, 1, 0, 2, 0, 3, 0, 4].span, into: &output))
    }
}

struct PercentDecoderTests {
    private func decode(_ text: String) -> String? {
        var output: [UInt8] = []
        return PercentDecoder.decode(Array(text.utf8).span, into: &output)
            ? String(decoding: output, as: UTF8.self) : nil
    }

    @Test func decodesOctets() {
        #expect(decode("a%2Fb%2bc%41%") == "a/b+cA%")
        #expect(decode("100%, %zz %4") == nil)
        #expect(decode("a%20b") == nil)
        #expect(decode("") == nil)
    }
}
