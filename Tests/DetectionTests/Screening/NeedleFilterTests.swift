import StructuredText
import Testing

@testable import Detection

struct NeedleFilterTests {
    private let portable = NeedleFilter(usesVectors: false)
    private let vectors = NeedleFilter()

    private static let needles =
        [
            TestKeys.id, TestKeys.temporary, TestKeys.userHMAC, TestKeys.clientSecret, TestKeys.storageKey,
            "AccountKey=", "private_key", "privateKey", "CLIENT_SECRET", "client_secret", "clientSecret", "\\u0041",
            "%41KIA",
        ] + (0..<3).map { (String(repeating: "x", count: $0) + TestKeys.id).base64 }

    /// Positions and buckets, without what only the coarser vector tables let pass.
    private func candidates(_ filter: NeedleFilter, in bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { buffer in
            var (position, found) = (0, [String]())
            while let candidate = filter.nextCandidate(in: buffer, from: position) {
                position = candidate.position + 1
                var exact = candidate.buckets
                for offset in 0..<4 {
                    exact &= Fingerprints.all.bytes[offset][Int(buffer[candidate.position + offset])]
                }
                if exact != 0 { found.append("\(candidate.position) \(exact)") }
            }
            return found
        }
    }

    private func agree(on bytes: [UInt8]) -> Bool {
        candidates(vectors, in: bytes) == candidates(portable, in: bytes)
            && vectors.search(bytes.span) == portable.search(bytes.span)
    }

    @Test func agreesOnRandomTexts() {
        var numbers = SeededGenerator(seed: 41)
        let alphabets: [[UInt8]] = [
            Array(0...255), Array(0x20...0x7e), Array("AKISQUJVtNFLTBS0lGO~%u045".utf8), Array("AKISGO8Q~t_keKS=".utf8),
        ]
        for count in 0...200 {
            for alphabet in alphabets {
                let bytes = (0..<count).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
                #expect(agree(on: bytes), "\(bytes)")
            }
        }
    }

    @Test func agreesOnPlantedTexts() {
        for needle in Self.needles {
            for count in 0...200 where count >= needle.utf8.count {
                for offset in [0, 1, 3, 28, 29, 30, 31, 32, 33, 34, 35, 36, 63, 64, 65, count - needle.utf8.count]
                where offset + needle.utf8.count <= count {
                    var bytes = [UInt8](repeating: UInt8(ascii: "."), count: count)
                    bytes.replaceSubrange(offset..<offset + needle.utf8.count, with: needle.utf8)
                    #expect(agree(on: bytes), "\(needle.prefix(4)) at \(offset) of \(count)")
                }
            }
        }
    }

    @Test(arguments: needles.indices)
    func findsEachAtEveryOffset(index: Int) {
        let needle = Array(Self.needles[index].utf8)
        let expected: NeedleFilter.Finding = Self.needles[index] == TestKeys.storageKey ? .storageKeyShape : .key
        for count in needle.count...200 {
            for offset in 0...count - needle.count {
                var bytes = [UInt8](repeating: UInt8(ascii: " "), count: count)
                bytes.replaceSubrange(offset..<offset + needle.count, with: needle)
                #expect(vectors.search(bytes.span) == expected, "at \(offset) of \(count)")
                #expect(portable.search(bytes.span) == expected, "at \(offset) of \(count)")
            }
        }
    }

    @Test func stopsAtAKey() {
        #expect(vectors.search(Array("\(TestKeys.storageKey) \(TestKeys.id)".utf8).span) == [.storageKeyShape, .key])
        let text = Array("private_key \(TestKeys.storageKey)".utf8)
        #expect(vectors.search(text.span) == .key)
        #expect(vectors.search(text.span, until: .storageKeyShape) == [.storageKeyShape, .key])
        #expect(vectors.search(Array("\(TestKeys.id) \(TestKeys.storageKey)".utf8).span) == .key)
    }
}
