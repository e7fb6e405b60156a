import MigrationModel
import StructuredText

/// Finds out what an input is from its first bytes, and removes gzip and UTF-16.
enum InputRecognition {
    /// Bytes that are looked at.
    private static let sampleSize = 4096

    /// Recognises an input.
    ///
    /// - Throws: ``InputFailure`` for an empty or binary input, or one that cannot be read.
    static func open(_ source: any ByteSource, name: String, depth: Int = 0) throws(InputFailure) -> OpenedInput {
        let sample = try read(source)
        guard !sample.isEmpty else {
            throw InputFailure(.empty, message: "it is empty", advice: "check how it was made")
        }
        let rest = PrefixedSource(prefix: sample, source)
        if sample.starts(with: [0x1f, 0x8b]), depth < 2 {
            return try open(GzipSource(rest), name: name, depth: depth + 1)
        }
        if let isBigEndian = byteOrderOfUTF16(sample), depth < 3 {
            return try open(UTF16Source(rest, isBigEndian: isBigEndian), name: name, depth: 3)
        }
        guard !sample.contains(0) else {
            throw InputFailure(
                .binary, message: "it is binary, neither JSON nor YAML nor text",
                advice: "give the dump itself, as kubectl printed it, or compressed with gzip")
        }
        let text = sample.starts(with: [0xef, 0xbb, 0xbf]) ? Array(sample.dropFirst(3)) : sample
        guard sample.count == sampleSize || text.contains(where: { $0 > 0x20 }) else {
            throw InputFailure(.empty, message: "it holds nothing but white space", advice: "check how it was made")
        }
        return OpenedInput(name: name, source: source, syntax: syntax(of: text, name: name), beginning: text)
    }

    /// The first bytes.
    ///
    /// A source that fails behind some bytes will say so again to whoever reads on.
    private static func read(_ source: any ByteSource) throws(InputFailure) -> [UInt8] {
        var sample = [UInt8](repeating: 0, count: sampleSize)
        var filled = 0
        while filled < sampleSize {
            do throws(InputFailure) {
                let count = try sample.read(from: source, at: filled)
                if count == 0 { break }
                filled += count
            } catch {
                if filled == 0 { throw error }
                break
            }
        }
        return Array(sample[..<filled])
    }

    /// Whether UTF-16 is big-endian; `nil` when the text is not UTF-16.
    private static func byteOrderOfUTF16(_ sample: [UInt8]) -> Bool? {
        guard sample.count >= 4 else { return nil }
        switch (sample[0], sample[1]) {
        case (0xff, 0xfe): return sample[2] == 0 && sample[3] == 0 ? nil : false
        case (0xfe, 0xff): return true
        case (0, 1...): return sample[2] == 0 && sample[3] != 0 ? true : nil
        case (1..., 0): return sample[2] != 0 && sample[3] == 0 ? false : nil
        default: return nil
        }
    }

    private static func syntax(of text: [UInt8], name: String) -> Syntax? {
        let visible = KubectlMessages.drop(from: text[...])
        let second = visible.dropFirst().first { $0 > 0x20 }
        switch visible.first {
        // `{{` begins a template and not an object.
        case UInt8(ascii: "{"): if second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") { return .json }
        case UInt8(ascii: "["): if second != nil, !isSectionHeader(visible) { return .json }
        default: break
        }
        let ending = name.split(separator: "/").last?.split(separator: ".").last.map { String($0) } ?? ""
        let isNamedYAML = ["yaml", "yml"].contains(ending.lowercased())
        return isNamedYAML || looksLikeYAML(visible) ? .yaml : nil
    }

    /// `[default]` on a line of its own begins an INI file and not an array.
    private static func isSectionHeader(_ text: ArraySlice<UInt8>) -> Bool {
        let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let name = line.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        return !name.isEmpty && name.count + 2 == line.count
            && name.first.map { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") } == true
            && !["true", "false", "null"].contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether the first line that says something is a document marker, a list item or `key:`.
    private static func looksLikeYAML(_ text: ArraySlice<UInt8>) -> Bool {
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let line = String(decoding: line, as: UTF8.self)
            if line.hasPrefix("#") || line.allSatisfy({ $0.isWhitespace }) { continue }
            if line.hasPrefix("---") || line.hasPrefix("- ") || line.hasPrefix("%YAML") { return true }
            guard let colon = line.firstIndex(of: ":") else { return false }
            let rest = line[line.index(after: colon)...]
            let key = line[..<colon]
            return (rest.isEmpty || rest.first?.isWhitespace == true)
                && key.allSatisfy { $0.isLetter || $0.isNumber || "_-./\"'".contains($0) }
        }
        return false
    }
}

/// Bytes that were already read, followed by the rest of their source.
final class PrefixedSource: ByteSource {
    private var prefix: ArraySlice<UInt8>
    private let rest: any ByteSource

    init(prefix: [UInt8], _ rest: any ByteSource) {
        self.prefix = prefix[...]
        self.rest = rest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        guard !prefix.isEmpty else { return try rest.read(into: buffer) }
        let count = min(buffer.count, prefix.count)
        buffer.copyBytes(from: prefix.prefix(count))
        prefix.removeFirst(count)
        return count
    }
}
