/// Finds what has the shape of the secret half of an AWS or Google HMAC key.
///
/// A shape is weak evidence (any 30 bytes in base64 have it), so it only ever counts beside a key id. Neither the half
/// nor any part of it leaves this file: callers learn where one stands.
enum SecretHalf {
    /// Where a secret half stands, or a session token, which takes its place for temporary keys.
    struct Occurrence: Hashable {
        var offset: Int
        var isSessionToken: Bool
    }

    private static let length = 40
    /// Version byte 4 and a SHA-256, <https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html>.
    private static let mailPasswordLength = 44

    /// All occurrences in the order of the text, which is read once.
    static func occurrences(in text: [UInt8]) -> [Occurrence] {
        var found: [Occurrence] = []
        var offset = 0
        while offset < text.count {
            guard text[offset].isBase64 || escaped(at: offset, in: text) != nil else {
                offset += 1
                continue
            }
            let run = Run(at: offset, in: text)
            if let occurrence = run.occurrence(in: text) { found.append(occurrence) }
            offset = run.end
        }
        return found
    }

    /// Whether characters are as random as a secret half.
    ///
    /// 40 random characters miss one of the limits once in 700,000 keys: fewer than 20 different ones (5e-7), fewer than
    /// 10 changes of class (8e-7), letters of only one case (1e-9), only hexadecimal digits (1e-18). A digit is not
    /// asked for; one secret in 900 has none.
    static func isRandom(_ characters: ArraySlice<UInt8>) -> Bool {
        let randomness = Randomness(of: characters)
        return randomness.mixesCases && randomness.distinct >= 20 && randomness.changes >= 10
            && !characters.allSatisfy(\.isHex) && !DocumentationLookAlike.marksExample(characters)
    }

    /// `/` or `+` when it is written `%2F` or `%2B`.
    private static func escaped(at offset: Int, in text: [UInt8]) -> UInt8? {
        guard offset + 2 < text.count, text[offset] == UInt8(ascii: "%"), text[offset + 1] == UInt8(ascii: "2") else {
            return nil
        }
        switch text[offset + 2].lowercased {
        case UInt8(ascii: "f"): return UInt8(ascii: "/")
        case UInt8(ascii: "b"): return UInt8(ascii: "+")
        default: return nil
        }
    }

    /// One maximal run of base64 characters, percent-encoded ones included.
    private struct Run {
        /// The first characters, as many as decide.
        var characters: [UInt8] = []
        var start: Int
        var end: Int
        /// How many characters there are, an escaped one counting as one.
        var count = 0

        init(at offset: Int, in text: [UInt8]) {
            start = offset
            end = offset
            // The end of an escape sequence is not the beginning of a secret.
            if let skipped = Self.escapeTail(at: offset, in: text) {
                start += skipped
                end += skipped
            }
            characters.reserveCapacity(64)
            while end < text.count {
                let plain = text[end].isBase64
                guard let character = plain ? text[end] : SecretHalf.escaped(at: end, in: text) else { break }
                if count < 64 { characters.append(character) }
                count += 1
                end += plain ? 1 : 3
            }
        }

        func occurrence(in text: [UInt8]) -> Occurrence? {
            if count == 61, let tail = secretBehindID() { return Occurrence(offset: start + tail, isSessionToken: false) }
            if count >= 100, isSessionToken { return Occurrence(offset: start, isSessionToken: true) }
            let isMail = count == mailPasswordLength && characters[0] == UInt8(ascii: "B")
            guard count == length || isMail, end >= text.count || text[end] != UInt8(ascii: "=") else { return nil }
            return SecretHalf.isRandom(characters[...]) ? Occurrence(offset: start, isSessionToken: false) : nil
        }

        /// `AKIA…/SECRET`: a slash between the halves belongs to the alphabet of the second.
        private func secretBehindID() -> Int? {
            let isID = characters.prefix(20).allSatisfy(\.isBase32) && characters[20] == UInt8(ascii: "/")
            return isID && SecretHalf.isRandom(characters[21...]) ? 21 : nil
        }

        /// Tokens of STS begin with one of a few protocol buffer headers.
        private var isSessionToken: Bool {
            ["IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz"].contains { characters.starts(with: $0.utf8) }
        }

        private static func escapeTail(at offset: Int, in text: [UInt8]) -> Int? {
            if TextEscape.ends(before: offset + 1, in: text), text[offset - 1] == UInt8(ascii: "\\") { return 1 }
            guard offset > 0, offset + 2 <= text.count, text[offset - 1] == UInt8(ascii: "%") else { return nil }
            return text[offset].isHex && text[offset + 1].isHex ? 2 : nil
        }
    }
}
