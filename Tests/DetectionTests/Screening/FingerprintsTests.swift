import CByteKernels
import Testing

@testable import Detection

struct FingerprintsTests {
    /// The vector search may let pass more than the table, never less.
    @Test func nibblesCoverBytes() {
        let fingerprints = Fingerprints.all
        var nibbles = fingerprints.nibbles.pointee
        withUnsafeBytes(of: &nibbles) { tables in
            for position in 0..<4 {
                for value in 0..<256 {
                    let byNibbles = tables[position * 16 + value & 15] & tables[64 + position * 16 + value >> 4]
                    let byByte = fingerprints.bytes[position][value]
                    #expect(byNibbles & byByte == byByte)
                }
            }
        }
    }

    @Test func everyBucketIsUsed() {
        for position in 0..<4 {
            #expect(Fingerprints.all.bytes[position].reduce(0, |) == 0xff)
        }
        #expect(Fingerprints.Bucket.allCases.map(\.rawValue) == Array(0..<8))
    }
}
