internal import StructuredText

/// Names and ids that are the same in every run.
enum StableHash {
    private static let letters = Array("bcdfghjklmnpqrstvwxz2456789".utf8)

    /// FNV-1a ([reference](http://www.isthe.com/chongo/tech/comp/fnv/)).
    static func number(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Letters as Kubernetes has them at the end of generated names.
    static func letters(_ text: String, count: Int) -> String {
        var rest = number(text)
        // The low bits of the hash of a short text differ little.
        rest ^= rest >> 29
        rest = rest &* 0xBF58_476D_1CE4_E5B9
        rest ^= rest >> 32
        var result: [UInt8] = []
        for _ in 0..<count {
            result.append(letters[Int(rest % UInt64(letters.count))])
            rest /= UInt64(letters.count)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The hash of a value, members in any order.
    static func letters(_ value: StructuredValue, count: Int) -> String {
        letters(JSONWriter.text(for: value.sorted, pretty: false), count: count)
    }

    /// A unique id from a number ([RFC 9562](https://www.rfc-editor.org/rfc/rfc9562), version 8).
    static func uid(_ number: Int) -> String {
        let hash = [Self.number("uid \(number)"), Self.number("more \(number)")].map { value in
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        let digits = Array(hash.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return "\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))-a\(part(17..<20))-\(part(20..<32))"
    }
}
