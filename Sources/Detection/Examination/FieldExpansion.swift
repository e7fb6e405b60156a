import MigrationModel
import StructuredText

/// Where a text stands, apart from its path.
struct FieldPosition {
    /// The nearest name.
    var name: String
    /// The group of fields it belongs to.
    var scope: Int
}

/// The work on one object: the fields found so far, the path to the text at hand, and what may still be spent.
///
/// Formats and walks extend the path, hand in the texts they find, and each of those is expanded in turn.
final class FieldExpansion {
    // What every value touches is not checked for overlapping access: no access to these lasts longer than the statement that
    // it stands in, and none of those calls back.

    /// What was found so far.
    @exclusivity(unchecked) private(set) var collection = FieldCollection()
    /// Offset of the scalar of the document that is being expanded.
    @exclusivity(unchecked) var offset = 0

    @exclusivity(unchecked) private var steps: [ValuePath.Step] = []
    @exclusivity(unchecked) private var decodings = 0
    @exclusivity(unchecked) private var nesting = 0
    @exclusivity(unchecked) private var remaining: Int
    private let peeler = Peeler()
    private let screen: ObjectScreen
    @exclusivity(unchecked) private var buffers: [[UInt8]] = []
    @exclusivity(unchecked) private var damages = 0

    /// Prepares for one object.
    ///
    /// - Parameters:
    ///   - limit: how many bytes may be examined, over all layers.
    ///   - screen: tells which large texts are worth taking apart.
    init(limit: Int, screen: ObjectScreen) { (remaining, self.screen) = (limit, screen) }

    /// Whether the text at hand is a value of the document itself, not of a format inside one.
    var isOutermost: Bool { nesting == 0 && decodings == 0 }
    /// How many fields there are.
    var count: Int { collection.fields.count }

    // MARK: Path and scope

    /// A new scope.
    func openScope(in parent: Int?) -> Int {
        _ = spend(16)
        collection.parents.append(parent)
        return collection.parents.count - 1
    }

    /// Extends the path for as long as the body runs.
    func within(_ step: ValuePath.Step, in scope: Int? = nil, _ body: () -> Void) {
        enter(step, in: scope)
        body()
        leave()
    }

    /// Extends the path until ``leave()``.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - scope: the group to which a name belongs that is itself a key, such as a profile called by its id.
    func enter(_ step: ValuePath.Step, in scope: Int? = nil) {
        steps.append(step)
        guard let scope, case .field(let name) = step, name.utf8.count >= 20 else { return }
        let text = Array(name.utf8)
        if TextShape.holdsMarker(text.span) { add(text.span, at: FieldPosition(name: "", scope: scope)) }
    }

    /// Takes back the last step of the path.
    func leave() { steps.removeLast() }

    /// The path as it is kept: paths of hostile depth are cut off, or paths would cost the square of the document.
    private var path: ValuePath { ValuePath(steps.count <= 128 ? steps : Array(steps.prefix(128))) }

    /// Notes that the text at hand could not be searched completely.
    func report(_ code: ProblemCode) {
        // A hundred say what a million would.
        guard collection.problems.count < 100 else { return }
        collection.problems.append(FieldProblem(code: code, path: path))
    }

    /// Moves the fields of one scope to another, as those of a list entry to the list.
    func move(_ range: Range<Int>, from scope: Int, to list: Int) {
        for index in range where collection.fields[index].scope == scope { collection.fields[index].scope = list }
    }

    /// Gives fields that are only called `value` the name that stands beside them.
    func rename(_ range: Range<Int>, in scope: Int, to name: String) {
        for index in range where collection.fields[index].scope == scope {
            if collection.fields[index].name.lowercased() == "value" { collection.fields[index].name = name }
        }
    }

    // MARK: Texts

    /// Expands a text: what is wrapped is unwrapped, what has a format is read, what remains becomes a field.
    func expand(_ text: Span<UInt8>, at position: FieldPosition, claim: Peeler.Claim = .none) {
        guard !text.isEmpty else { return }
        guard spend(text.count) else {
            if isOutermost { add(text, at: position) }
            return
        }
        var buffer = buffers.popLast() ?? []
        switch peeler.peel(text, claim: claim, into: &buffer) {
        case .peeled(let decoding, let evidence):
            if evidence == .possible { add(text, at: position) }
            let before = damages
            let isTooDeep = !descend(decoding, buffer.span, at: position)
            // What only begins like base64 of gzip may be a text of its own.
            let isDoubtful = damages != before && TextShape.isGzip(buffer.span)
            if isTooDeep || isDoubtful, evidence == .certain { add(text, at: position) }
        case .plain:
            interpret(text, at: position, as: TextFormats.all)
        case .notBase64:
            if claim == .secretData, !text.trimmed.isEmpty { report(.secretNotBase64) }
            interpret(text, at: position, as: TextFormats.all)
        case .damaged:
            _ = spend(text.count * 16)
            damages += 1
            report(.damagedCompression)
            add(text, at: position)
        case .tooLarge:
            _ = spend(Inflater.limit)
            report(.expansionLimit)
            add(text, at: position)
        }
        recycle(&buffer)
    }

    /// Expands a text that was found under a name inside the text at hand.
    func expand(_ text: Span<UInt8>, field name: String, scope: Int) {
        within(.field(name), in: scope) { expand(text, at: FieldPosition(name: name, scope: scope)) }
    }

    /// Texts from this size on are only taken apart when they show a sign of a key.
    ///
    /// What matters beside a key, its secret half or an endpoint, is shorter. A Helm release has hundreds of such texts.
    private static let largeText = 1024

    /// Reads a text by the first format that recognises it.
    func interpret(_ text: Span<UInt8>, at position: FieldPosition, as formats: [any TextFormat]) {
        if text.count >= Self.largeText, !isOutermost {
            let verdict = screen.screen(text, syntax: nil)
            if !verdict.mayHoldKey, !verdict.hasShape { return }
        }
        if TextFormats.mayRecognise(text), nesting < FieldExpander.nestingLimit, TextShape.beginsAsText(text) {
            nesting += 1
            defer { nesting -= 1 }
            for format in formats where format.recognises(text, named: position.name) {
                if format.emit(text, into: self, at: position) { return }
            }
        }
        searchUnstructured(text, at: position)
    }

    /// Makes a field of a text without a format, and expands what is encoded inside it.
    func searchUnstructured(_ text: Span<UInt8>, at position: FieldPosition) {
        add(text, at: position)
        guard text.count >= 20, spend(text.count) else { return }
        var buffer = buffers.popLast() ?? []
        if PercentDecoder.decode(text, into: &buffer) { _ = descend(.percent, buffer.span, at: position) }
        recycle(&buffer)
        guard text.count >= Base64Runs.shortest else { return }
        let hasLines = text.contains(UInt8(ascii: "\n"), in: text.trimmed)
        EmbeddedBase64.search(text) { line, alphabet, inside in
            if hasLines { enter(.line(line)) }
            _ = descend(alphabet, inside, at: position)
            if hasLines { leave() }
        }
    }

    /// Expands a value that is certainly not wrapped but may be percent-encoded, as the parts of a URL are.
    func expandComponent(_ text: Span<UInt8>, at position: FieldPosition) {
        var buffer = buffers.popLast() ?? []
        if PercentDecoder.decode(text, into: &buffer) {
            if !descend(.percent, buffer.span, at: position) { add(text, at: position) }
        } else {
            expand(text, at: position)
        }
        recycle(&buffer)
    }

    /// Expands what was inside a wrapping; `false` when that lies too deep, which is reported.
    private func descend(_ decoding: Decoding, _ inside: Span<UInt8>, at position: FieldPosition) -> Bool {
        guard decodings < FieldExpander.depthLimit else {
            report(.decodingDepth)
            return false
        }
        decodings += 1
        within(.decoding(decoding)) { expand(inside, at: position) }
        decodings -= 1
        return true
    }

    private func add(_ text: Span<UInt8>, at position: FieldPosition) {
        guard spend(96 + text.count + 24 * min(steps.count, 128)) || isOutermost else { return }
        collection.fields.append(
            Field(
                path: path, name: position.name, text: [UInt8](copying: text), offset: offset, scope: position.scope))
    }

    private func spend(_ bytes: Int) -> Bool {
        guard remaining > 0 else { return false }
        remaining -= bytes
        if remaining <= 0 { report(.expansionLimit) }
        return remaining > 0
    }

    private func recycle(_ buffer: inout [UInt8]) {
        // One bomb must not make every later value pay for a huge buffer.
        if buffer.capacity <= 1 << 20, buffers.count < 32 { buffers.append(buffer) }
        buffer = []
    }
}
