/// Reads one YAML document.
///
/// What kubectl prints is read line by line at memory speed; at the first thing that is not kubectl's way libyaml takes
/// over, and hands out what comes after the calls that were made already.
public struct YAMLReader {
    private var kubectlBuffers = KubectlYAMLReader.Buffers()

    /// Creates a reader.
    public init() {}

    /// Hands out the document to the visitor; aliases are expanded, up to a limit.
    ///
    /// A text without any node (empty, or only comments) hands out nothing. A node that an alias stands for keeps its own
    /// offsets. Bytes that cannot be in YAML are read as `;` and reported after everything was handed out.
    ///
    /// - Parameters:
    ///   - bytes: the document, in UTF-8, or in UTF-16 with a byte order mark.
    ///   - visitor: receives the document.
    /// - Throws: ``SyntaxProblem`` at the first byte that cannot be right; everything before it was handed out. Where
    ///   another document begins is a problem too.
    public mutating func read(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) throws(SyntaxProblem) {
        try read(bytes, isItem: false, into: visitor)
    }

    /// Hands out the only element of a sequence, as a splitter cuts it out of a List: `- kind: Secret …`, at any
    /// indentation.
    ///
    /// - Parameters:
    ///   - bytes: the sequence; a text that is no sequence is read as by ``read(_:into:)``.
    ///   - visitor: receives the element, without the sequence around it.
    /// - Throws: ``SyntaxProblem`` as ``read(_:into:)`` does.
    public mutating func readItem(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) throws(SyntaxProblem) {
        try read(bytes, isItem: true, into: visitor)
    }

    private mutating func read(
        _ bytes: Span<UInt8>, isItem: Bool, into visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        let problem = bytes.withUnsafeBufferPointer { text in
            let characters = YAMLCharacters(of: text)
            guard let problem = characters.problem else {
                return Self.problem(reading: text, characters, isItem, visitor, &kubectlBuffers)
            }
            let second = YAMLCharacters.replacingProblems(in: text).withUnsafeBufferPointer {
                Self.problem(reading: $0, characters, isItem, visitor, &kubectlBuffers)
            }
            guard let second, second.offset < problem.offset else { return problem }
            return second
        }
        if let problem { throw problem }
    }

    private static func problem(
        reading text: UnsafeBufferPointer<UInt8>, _ characters: YAMLCharacters, _ isItem: Bool,
        _ visitor: any DocumentVisitor, _ buffers: inout KubectlYAMLReader.Buffers
    ) -> SyntaxProblem? {
        var calls = 0
        // Moved and not copied: an array that two values share is copied when it is written to.
        let taken = buffers
        buffers = KubectlYAMLReader.Buffers()
        if !characters.needsLibYAML,
            var fast = KubectlYAMLReader(
                text, hasTabs: characters.hasTabs, isItem: isItem, buffers: taken, into: visitor)
        {
            let isRead = fast.read()
            buffers = fast.buffers
            if isRead { return nil }
            calls = fast.calls
        }
        let feed = VisitorFeed(visitor, isItem: isItem, skipping: calls)
        var reader = LibYAMLReader(text, isASCII: characters.isASCII, into: feed)
        do throws(SyntaxProblem) {
            try reader.read()
            return nil
        } catch {
            return error
        }
    }
}
