import MigrationModel

/// Text between the JSON documents of an input, where only white space may be.
struct StrayTexts {
    /// Beyond so many, the texts of one input say nothing new.
    private static let limit = 10
    private var count = 0

    /// Whether the text is only `---` or `...`, which a stream of YAML has between documents that are JSON.
    static func isMarker(_ text: [UInt8]) -> Bool {
        text.split { DocumentPiece.isSeparator($0) }.allSatisfy { word in
            word.elementsEqual("---".utf8) || word.elementsEqual("...".utf8)
        }
    }

    /// The problem to report, if there were not too many; `offset` and `line` are those of the text's first byte.
    mutating func problem(_ text: [UInt8], input: String, offset: Int, line: Int) -> Problem? {
        guard count < Self.limit else { return nil }
        count += 1
        let blank = text.prefix { DocumentPiece.isSeparator($0) }
        return Problem(
            .malformedJSON, input: input, line: line + blank.count { $0 == UInt8(ascii: "\n") },
            offset: offset + blank.count, message: "text that belongs to no object",
            advice: "it was searched as plain text; make the dump again without it")
    }
}
