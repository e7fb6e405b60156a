public import MigrationModel
public import StructuredText

/// Decides quickly whether a document can hold a static key, so that only those that can are examined.
///
/// Looks at every text of the document, removes whatever whole-value encoding it has, as often as it takes, and searches
/// what is left for fingerprints. It has no false negatives: tests compare it with examining everything. Each worker owns
/// one, because it reuses its buffers.
public final class ObjectScreen {
    /// What came out of one document.
    public struct Verdict {
        /// Whether the document must be examined.
        public var mayHoldKey = false
        /// Whether something in it is a key if what stands around it says so.
        var hasShape = false
        /// Why the document could not be read to its end.
        public var problem: SyntaxProblem?
        /// Whether a key stood twice in one mapping, or a value of a Secret was not base64: what and where is found by
        /// examining.
        public var isOdd = false
        /// What the document says of itself; empty texts where it is no object.
        public var header = ObjectHeader(reference: ObjectReference(apiVersion: "", kind: "", name: ""))
        /// Whether it is a Secret or ConfigMap with an entry that is called, or begins, like settings of a cloud's SDK.
        public var speaksOfClouds = false
    }

    /// The length of an access key id, the shortest thing that is searched for.
    private static let shortest = 20
    /// How many wrappings are removed, one inside the other.
    static let depthLimit = 8
    /// How many bytes the values of one document may expand to in all.
    static let expansionLimit = 256 << 20

    private let filter: NeedleFilter
    private let listener: (any DocumentVisitor)?
    private let runs = Base64Runs()
    private let inflater = Inflater()
    private let layers: [Layer] = (0...ObjectScreen.depthLimit).map { _ in Layer() }
    private var jsonReader = JSONReader()
    private var yamlReader = YAMLReader()
    // What changes with every token is not checked for overlapping access, which would cost more than most tokens do: no
    // access to these lasts longer than the statement that it stands in, and none of those calls back.
    @exclusivity(unchecked) private var fields = TopLevelFields()
    @exclusivity(unchecked) private var verdict = Verdict()
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var expanded = 0
    @exclusivity(unchecked) private var shapes = NeedleFilter.Finding()
    /// Whether the text that was searched last was base64 as a whole.
    @exclusivity(unchecked) private var wasBase64 = false

    /// Creates a screen.
    ///
    /// - Parameter listener: is handed all that is read of a document itself, so that it need not read it, too.
    public convenience init(heardBy listener: (any DocumentVisitor)? = nil) {
        self.init(filter: NeedleFilter(), heardBy: listener)
    }

    init(filter: NeedleFilter, heardBy listener: (any DocumentVisitor)? = nil) {
        (self.filter, self.listener) = (filter, listener)
    }

    /// Looks at one document.
    ///
    /// - Parameters:
    ///   - bytes: the text of the document.
    ///   - syntax: how to read it; `nil` for a plain text.
    ///   - isItem: whether a YAML document is one item of a list.
    ///   - apiVersion: the group and version that the object has if it does not say itself.
    ///   - kind: the kind that the object has if it does not say itself.
    /// - Returns: whether to examine it, and what was odd about it.
    public func screen(
        _ bytes: Span<UInt8>, syntax: Syntax?, isItem: Bool = false, apiVersion: String = "", kind: String = ""
    ) -> Verdict {
        (verdict, depth, expanded, shapes) = (Verdict(), 0, 0, [])
        fields.begin(apiVersion: apiVersion, kind: kind)
        do throws(SyntaxProblem) {
            switch syntax {
            case .json: try jsonReader.read(bytes, into: self)
            case .yaml:
                searchComments(of: bytes)
                try isItem ? yamlReader.readItem(bytes, into: self) : yamlReader.read(bytes, into: self)
            case nil: examine(bytes)
            }
        } catch {
            verdict.problem = error
        }
        if !shapes.isEmpty, givesMeaning(bytes) { verdict.mayHoldKey = true }
        if fields.hasUndecodableSecretValue { verdict.isOdd = true }
        verdict.hasShape = !shapes.isEmpty
        verdict.header = fields.header
        verdict.speaksOfClouds = fields.speaksOfClouds && CarrierKind(rawValue: fields.header.reference.kind) != nil
        return verdict
    }

    /// Searches what a reader of YAML drops, and all the text behind the first comment with it.
    private func searchComments(of bytes: Span<UInt8>) {
        guard let first = bytes.position(of: UInt8(ascii: "#"), in: 0..<bytes.count) else { return }
        if filter.search(bytes.extracting(first..<bytes.count)).contains(.key) { verdict.mayHoldKey = true }
    }

    /// Searches one text, decoding it as far as it goes.
    private func examine(_ text: Span<UInt8>) {
        guard text.count >= Self.shortest, !verdict.mayHoldKey else { return }
        if depth > 0, examineWrapped(text) { return }
        let before = shapes
        shapes = []
        examinePlain(text)
        if !shapes.isEmpty, !verdict.mayHoldKey { verdict.mayHoldKey = givesMeaning(text) }
        shapes.formUnion(before)
    }

    private func examinePlain(_ text: Span<UInt8>) {
        let first = text[0] <= 0x20 ? firstVisible(text) : text[0]
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), examineJSON(text) { return }
        // What is base64 of something is nothing else besides: most bytes of a dump need not be looked at twice.
        let outcome = text.count >= Base64Runs.shortest ? examineBase64(text) : .notBase64
        if outcome == .certain || verdict.mayHoldKey { return }
        shapes.formUnion(filter.search(text))
        if shapes.contains(.key) { verdict.mayHoldKey = true }
        guard text.count >= Base64Runs.shortest, !verdict.mayHoldKey else { return }
        if outcome == .possible, let digits = Self.unbrokenDigits(text) {
            if Self.mayBeEncoded(text) { examineRun(text.extracting(0..<digits), from: 1) }
        } else {
            examineRuns(text)
        }
    }

    /// Whether a text says what the shapes in it are: that may stand in any layer around them.
    private func givesMeaning(_ text: Span<UInt8>) -> Bool {
        shapes.contains(.storageKeyShape) && CredentialNames.speaksOfStorage(text)
            || shapes.contains(.privateKeyShape) && CredentialNames.speaksOfServiceAccount(text)
    }

    private func firstVisible(_ text: Span<UInt8>) -> UInt8 {
        for index in text.indices where text[index] > 0x20 { return text[index] }
        return 0
    }

    /// Searches what compressed or UTF-16 bytes hold; false when they are neither.
    private func examineWrapped(_ bytes: Span<UInt8>) -> Bool {
        guard Self.mayBeWrapped(bytes[0], bytes[1]) else { return false }
        let layer = layers[depth]
        let limit = max(0, min(Inflater.limit, Self.expansionLimit - expanded))
        switch inflater.inflate(bytes, into: layer.inflated, limit: limit) {
        case .inflated:
            expanded += layer.inflated.count
            descend { layer.inflated.withBytes(examine) }
            return true
        case .damaged, .tooLarge:
            // Examining the document tells what is wrong with it.
            verdict.mayHoldKey = true
            return true
        case .notCompressed:
            break
        }
        var text: [UInt8] = []
        guard UTF16Decoder.decode(bytes, into: &text) else { return false }
        descend { examine(text.span) }
        return true
    }

    /// Whether compressed or UTF-16 bytes may begin so, which a text hardly ever does.
    @inline(__always)
    private static func mayBeWrapped(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0x1f || first & 0x8f == 8 || first == 0 || second == 0 || first >= 0xfe
    }

    /// Searches the strings of a JSON text; false when it is none.
    private func examineJSON(_ text: Span<UInt8>) -> Bool {
        guard depth < Self.depthLimit else {
            verdict.mayHoldKey = true
            return true
        }
        depth += 1
        defer { depth -= 1 }
        do throws(SyntaxProblem) {
            try layers[depth].reader.read(text, noticingDuplicates: false, into: self)
            return true
        } catch {
            return false
        }
    }

    /// How sure it is that a text is base64.
    private enum Base64Outcome {
        case notBase64
        /// It decodes, but not to anything that explains it.
        case possible
        case certain
    }

    /// Searches what a text holds that is base64 as a whole.
    private func examineBase64(_ text: Span<UInt8>) -> Base64Outcome {
        let layer = layers[depth]
        guard Base64Decoder.decode(text, into: layer.decoded) != nil else { return .notBase64 }
        wasBase64 = true
        count(layer.decoded)
        return layer.decoded.withBytes { inside in
            descend { examine(inside) }
            return Peeler.isMeaningful(inside) || TextShape.isDER(inside) ? .certain : .possible
        }
    }

    /// How many digits a text of base64 has that is not wrapped; `nil` for one that is.
    private static func unbrokenDigits(_ text: Span<UInt8>) -> Int? {
        var end = text.count
        while end > 0, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        for index in 0..<min(end, 80) where text[index] <= 0x20 { return nil }
        return end > 0 && text[end - 1] > 0x20 ? end : nil
    }

    /// Searches what stretches of base64 inside a text hold.
    private func examineRuns(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes in
            var (position, joined) = (0, [UInt8]())
            while !verdict.mayHoldKey, let run = runs.next(in: bytes, from: position, joined: &joined) {
                Base64Runs.withDigits(of: run, in: bytes, joined: joined) { digits in
                    if Self.mayBeEncoded(digits) { examineRun(digits, from: 0) }
                }
                position = run.upperBound
            }
        }
    }

    /// Searches what one stretch of base64 holds, which may begin with characters that do not belong to it.
    ///
    /// It may end with lines that do not, either, as long as no format has taken the text apart.
    private func examineRun(_ digits: Span<UInt8>, from first: Int) {
        let layer = layers[depth]
        for start in EmbeddedBase64.starts(in: digits) where start >= first && !verdict.mayHoldKey {
            guard EmbeddedBase64.decode(digits, from: start, into: layer.decoded) != nil else { continue }
            count(layer.decoded)
            let isDone = layer.decoded.withBytes { inside in
                if start == 0 || TextShape.isWorthExamining(inside) {
                    descend { examine(inside) }
                } else if filter.search(inside).contains(.key) {
                    verdict.mayHoldKey = true
                }
                // Nobody looks for a second meaning in what has one: whoever examines it does not, either.
                return TextShape.isText(inside) || TextShape.isDER(inside)
            }
            if isDone { return }
        }
    }

    /// Counts what was decoded inside something that was decoded, which hostile texts could make grow without end.
    private func count(_ decoded: ScratchBuffer) {
        if depth > 0 { expanded += decoded.count }
    }

    /// Whether a stretch looks encoded and not like a name, a path or a digest.
    ///
    /// Wherever a capital letter, a digit or a sign was encoded there is a capital letter, and of 64 digits of base64 hardly
    /// ever all are letters. An access key id in a shorter stretch has its own fingerprints.
    private static func mayBeEncoded(_ digits: Span<UInt8>) -> Bool {
        guard digits.withUnsafeBufferPointer(TextShape.hasCapital) else { return false }
        guard digits.count < 64 else { return true }
        for index in digits.indices {
            let byte = digits[index]
            if byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") { return true }
        }
        return false
    }

    private func descend(_ body: () -> Void) {
        guard depth < Self.depthLimit, expanded < Self.expansionLimit else {
            verdict.mayHoldKey = true
            return
        }
        depth += 1
        body()
        depth -= 1
    }

    /// The buffers of one level of wrapping.
    private final class Layer {
        let decoded = ScratchBuffer()
        let inflated = ScratchBuffer()
        var reader = JSONReader()
    }
}

extension ObjectScreen: DocumentVisitor {
    /// Keeps track of where in the object the next value stands.
    public func beginMapping(at offset: Int) {
        guard depth == 0 else { return }
        fields.begin()
        listener?.beginMapping(at: offset)
    }

    /// Keeps track of where in the object the next value stands.
    public func beginSequence(at offset: Int) {
        guard depth == 0 else { return }
        fields.begin()
        listener?.beginSequence(at: offset)
    }

    /// Keeps track of where in the object the next value stands.
    public func endCollection() {
        guard depth == 0 else { return }
        fields.end()
        listener?.endCollection()
    }

    /// Searches a key, which can name a credential whose value shows nothing.
    public func key(_ text: Span<UInt8>, at offset: Int) {
        if depth == 0 {
            fields.key(text)
            listener?.key(text, at: offset)
        }
        if CredentialNames.mayName(text) { verdict.mayHoldKey = true }
        if text.count >= Self.shortest { examine(text) }
    }

    /// Searches a value.
    public func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        if depth == 0 {
            if fields.isAwaited { fields.note(text, quoted: quoted) }
            listener?.scalar(text, quoted: quoted, at: offset)
        }
        // The name of a variable, whose value stands beside it.
        if CredentialNames.mayBeName(text) { verdict.mayHoldKey = true }
        guard depth == 0, fields.isInData else {
            if text.count >= Self.shortest { examine(text) }
            return
        }
        fields.noteEntry(text)
        wasBase64 = text.count < Base64Runs.shortest && Base64Decoder.isBase64(text)
        examine(text)
        // A document that is to be examined needs no further hints.
        if !wasBase64, !verdict.mayHoldKey { fields.hasUndecodableValue = true }
    }

    /// Notes that the document should be looked at.
    public func duplicateKey(_ text: Span<UInt8>, at offset: Int) {
        if depth == 0 { verdict.isOdd = true }
    }
}
