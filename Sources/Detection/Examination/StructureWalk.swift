import MigrationModel
import StructuredText

/// Makes fields of what a reader hands out, for an object and for JSON or YAML inside a text.
///
/// Entries of lists that have a name and a value each (`env`, Helm parameters, HTTP headers, Tekton parameters) are fields of
/// one scope, named by their names, so that the two halves of a key stand beside each other.
final class StructureWalk: DocumentVisitor {
    /// Whether the document is a Secret, whose `data` is base64.
    enum Secret {
        /// It is not.
        case none
        /// It is one that stands inside a text.
        case embedded
        /// It is the object that was read: a value that is not base64 is a problem.
        case read
    }

    private struct Frame {
        var isMapping: Bool
        var isEntry: Bool
        var scope: Int
        var key = ""
        var index = 0
        var flag: String?
        var entryName: String?
        var nameFields = 0..<0
        var valueFields = 0..<0
        var hasStep: Bool
    }

    /// Offset of the last key or scalar; `nil` when there was none.
    private(set) var lastEvent: Int?

    private let fields: FieldExpansion
    private let parent: Int?
    private let secret: Secret
    // Every value touches them several times. No access lasts longer than its statement, and none of those calls back.
    @exclusivity(unchecked) private var frames: [Frame] = []

    /// Prepares for one document.
    ///
    /// - Parameters:
    ///   - fields: receives the fields.
    ///   - parent: the scope around the document.
    ///   - secret: whether it is a Secret.
    init(_ fields: FieldExpansion, parent: Int?, secret: Secret) {
        (self.fields, self.parent, self.secret) = (fields, parent, secret)
    }

    /// Closes what a reader left open that met a problem.
    func close() {
        while !frames.isEmpty { endCollection() }
    }

    func beginMapping(at offset: Int) { begin(isMapping: true) }

    func beginSequence(at offset: Int) { begin(isMapping: false) }

    func key(_ text: Span<UInt8>, at offset: Int) {
        lastEvent = offset
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].key = String(copying: text)
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        lastEvent = offset
        if fields.isOutermost { fields.offset = offset }
        let name = nameForScalar(text)
        let hasStep = enterStep()
        let first = fields.count
        if quoted || !Self.isNull(text) {
            let scope = frames.last?.scope ?? fields.openScope(in: parent)
            fields.expand(text, at: FieldPosition(name: name, scope: scope), claim: claim)
        }
        if hasStep { fields.leave() }
        guard let top = frames.indices.last else { return }
        frames[top].index += 1
        guard frames[top].isEntry else { return }
        switch frames[top].key.utf8.count <= 5 ? frames[top].key.lowercased() : "" {
        case "name", "key":
            (frames[top].entryName, frames[top].nameFields) = (String(copying: text), first..<fields.count)
        case "value": frames[top].valueFields = first..<fields.count
        default: break
        }
    }

    func endCollection() {
        guard let frame = frames.popLast() else { return }
        if frame.hasStep { fields.leave() }
        if frame.isEntry, let name = frame.entryName, let list = frames.last?.scope {
            // Without both it is some other mapping of a list, such as a container.
            guard !frame.valueFields.isEmpty else { return advance() }
            fields.rename(frame.valueFields, in: frame.scope, to: name)
            fields.move(frame.nameFields, from: frame.scope, to: list)
            fields.move(frame.valueFields, from: frame.scope, to: list)
        }
        advance()
    }

    private func advance() {
        if let top = frames.indices.last { frames[top].index += 1 }
    }

    private func begin(isMapping: Bool) {
        let hasStep = enterStep()
        let isEntry = isMapping && frames.last?.isMapping == false
        frames.append(
            Frame(
                isMapping: isMapping, isEntry: isEntry, scope: fields.openScope(in: frames.last?.scope ?? parent),
                hasStep: hasStep))
    }

    private func enterStep() -> Bool {
        guard let frame = frames.last else { return false }
        fields.enter(frame.isMapping ? .field(frame.key) : .index(frame.index), in: frame.scope)
        return true
    }

    /// The nearest name of a scalar; in a list the flag before it, as in `--access-key`, `AKIA…`.
    private func nameForScalar(_ text: Span<UInt8>) -> String {
        guard let top = frames.indices.last else { return "" }
        guard !frames[top].isMapping else { return frames[top].key }
        let isFlag = text.count > 1 && text[0] == UInt8(ascii: "-")
        let flag = isFlag ? nil : frames[top].flag
        frames[top].flag = isFlag && Self.isBareFlag(text) ? String(copying: text) : nil
        return flag ?? ""
    }

    /// What the place of a scalar says of its encoding.
    private var claim: Peeler.Claim {
        guard frames.count == 2, frames[0].isMapping, frames[1].isMapping else { return .none }
        switch frames[0].key {
        case "data": return secret == .none ? .none : secret == .read ? .secretData : .base64
        case "binaryData": return .base64
        default: return .none
        }
    }

    private static func isBareFlag(_ text: Span<UInt8>) -> Bool {
        guard text.count <= 64 else { return false }
        for index in text.indices where text[index].isSpace || text[index] == UInt8(ascii: "=") { return false }
        return true
    }

    private static func isNull(_ text: Span<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4: text.has("null", at: 0) || text.has("true", at: 0)
        case 5: text.has("false", at: 0)
        default: false
        }
    }
}
