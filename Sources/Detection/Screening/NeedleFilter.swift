import CByteKernels

/// Says whether a text can hold, or lead to, a static key; a few nanoseconds for most texts.
///
/// It lets pass too much rather than too little: what passes is examined properly.
struct NeedleFilter {
    private let usesVectors: Bool
    private let nibbles = Fingerprints.all.nibbles

    /// Creates a filter.
    ///
    /// - Parameter usesVectors: false to take the portable path, for tests.
    init(usesVectors: Bool = Base64Decoder.hasVectors) {
        self.usesVectors = usesVectors
    }

    /// What a text shows of keys.
    struct Finding: OptionSet {
        let rawValue: UInt8

        /// Something that needs a closer look.
        static let key = Finding(rawValue: 1)
        /// 64 random bytes in base64, which are a storage account key if anything around them speaks of one.
        static let storageKeyShape = Finding(rawValue: 2)
        /// A private key, which is Google's if anything around it speaks of a service account.
        static let privateKeyShape = Finding(rawValue: 4)
    }

    /// What the text shows.
    ///
    /// - Parameters:
    ///   - text: the whole text.
    ///   - last: what makes going on useless; everything before the first of it is found.
    /// - Returns: what was found.
    func search(_ text: Span<UInt8>, until last: Finding = .key) -> Finding {
        text.withUnsafeBufferPointer { bytes in
            var (position, finding) = (0, Finding())
            while !finding.contains(last), let candidate = nextCandidate(in: bytes, from: position) {
                finding.formUnion(NeedleCheck.finding(candidate.buckets, at: candidate.position, in: bytes))
                position = candidate.position + 1
            }
            return finding
        }
    }

    /// The next position whose four bytes have a fingerprint.
    func nextCandidate(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (position: Int, buckets: UInt8)? {
        guard usesVectors, let base = bytes.baseAddress else { return nextByTable(in: bytes, from: start) }
        var buckets: UInt8 = 0
        let found = keyshift_next_candidate(nibbles, base, start, bytes.count, &buckets)
        return found < bytes.count ? (found, buckets) : nil
    }

    private func nextByTable(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (position: Int, buckets: UInt8)? {
        guard bytes.count >= 4 else { return nil }
        let tables = Fingerprints.all.bytes
        let (first, second, third, fourth) = (tables[0], tables[1], tables[2], tables[3])
        var position = start
        while position + 4 <= bytes.count {
            let two = first[Int(bytes[position])] & second[Int(bytes[position + 1])]
            if two != 0 {
                let all = two & third[Int(bytes[position + 2])] & fourth[Int(bytes[position + 3])]
                if all != 0 { return (position, all) }
            }
            position += 1
        }
        return nil
    }
}
