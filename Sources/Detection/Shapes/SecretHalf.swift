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
        // As most texts are: too short for any.
        guard text.count >= length else { return [] }
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
        var start: Int
        var end: Int
        /// How many characters there are, an escaped one counting as one.
        var count = 0

        init(at offset: Int, in text: [UInt8]) {
            // The end of an escape sequence is not the beginning of a secret.
            start = offset + Self.escapeTail(at: offset, in: text)
            end = start
            while end < text.count {
                let isPlain = text[end].isBase64
                guard isPlain || SecretHalf.escaped(at: end, in: text) != nil else { break }
                count += 1
                end += isPlain ? 1 : 3
            }
        }

        func occurrence(in text: [UInt8]) -> Occurrence? {
            switch count {
            case SecretHalf.length, SecretHalf.mailPasswordLength: return secret(in: text)
            case 61: return secretBehindID(in: text)
            case 100...: return sessionToken(in: text)
            default: return nil
            }
        }

        private func secret(in text: [UInt8]) -> Occurrence? {
            guard end >= text.count || text[end] != UInt8(ascii: "=") else { return nil }
            let characters = characters(in: text)
            let fits = count == SecretHalf.length || characters[0] == UInt8(ascii: "B")
            return fits && SecretHalf.isRandom(characters[...]) ? Occurrence(offset: start, isSessionToken: false) : nil
        }

        /// `AKIA…/SECRET`: a slash between the halves belongs to the alphabet of the second.
        private func secretBehindID(in text: [UInt8]) -> Occurrence? {
            let characters = characters(in: text)
            guard characters.prefix(20).allSatisfy(\.isBase32), characters[20] == UInt8(ascii: "/"),
                SecretHalf.isRandom(characters[21...])
            else { return nil }
            return Occurrence(offset: start + 21, isSessionToken: false)
        }

        /// Tokens of STS begin with one of a few protocol buffer headers.
        private func sessionToken(in text: [UInt8]) -> Occurrence? {
            let isToken = ["IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz"].contains {
                text[start...].starts(with: $0.utf8)
            }
            return isToken ? Occurrence(offset: start, isSessionToken: true) : nil
        }

        /// The characters with their percent-encoding removed.
        private func characters(in text: [UInt8]) -> [UInt8] {
            var (characters, offset) = ([UInt8](), start)
            while offset < end {
                let character = SecretHalf.escaped(at: offset, in: text)
                characters.append(character ?? text[offset])
                offset += character == nil ? 1 : 3
            }
            return characters
        }

        /// How many characters belong to an escape sequence that ends here.
        private static func escapeTail(at offset: Int, in text: [UInt8]) -> Int {
            guard offset > 0 else { return 0 }
            if text[offset - 1] == UInt8(ascii: "\\") { return TextEscape.ends(before: offset + 1, in: text) ? 1 : 0 }
            guard text[offset - 1] == UInt8(ascii: "%"), offset + 1 < text.count else { return 0 }
            return text[offset].isHex && text[offset + 1].isHex ? 2 : 0
        }
    }
}
