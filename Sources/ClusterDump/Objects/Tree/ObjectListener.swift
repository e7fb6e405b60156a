import StructuredText

/// Listens along while somebody else reads a document, so that objects which tracing needs are parsed only once.
///
/// `kubectl` prints `apiVersion` and `kind` before everything else that matters here, except for what is no workload: a
/// collection that comes before them ends the listening, and whoever wants the object reads it again.
final class ObjectListener {
    /// Where what was heard is kept.
    let tree: ObjectTree

    private enum State: UInt8 {
        /// Nobody wants the object, or it has to be read again.
        case deaf
        /// The type is not known yet.
        case undecided
        /// The object is kept as its reader wants it.
        case keeping
    }

    private enum Awaited {
        case apiVersion, kind, other
    }

    // What changes with every token is not checked for overlapping access, which would cost more than most tokens do: no
    // access to these lasts longer than the statement that it stands in.
    @exclusivity(unchecked) private var state = State.deaf
    @exclusivity(unchecked) private var pruning = Pruning.search
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var awaited = Awaited.other
    @exclusivity(unchecked) private var apiVersion: String?
    @exclusivity(unchecked) private var kind: String?
    /// What becomes of objects of the types that were met.
    private var known: [ObjectType: Pruning?] = [:]

    private struct ObjectType: Hashable {
        var apiVersion: String
        var kind: String
    }

    /// How many types are remembered; a cluster has some hundreds.
    private static let limit = 1024

    /// Creates a listener that does not listen yet.
    init(_ tree: ObjectTree) { self.tree = tree }

    /// Prepares for a document.
    ///
    /// - Parameter inherited: the type that the object has without saying so.
    func begin(_ inherited: RawDocument.InheritedType?) {
        (state, depth, awaited) = (.undecided, 0, .other)
        (apiVersion, kind) = (inherited?.apiVersion, inherited?.kind)
        tree.begin(.search)
        if inherited != nil { decide() }
    }

    /// Calls back with the object if all of it was heard that a reader wants.
    ///
    /// - Parameters:
    ///   - pruning: what the reader leaves out.
    ///   - body: receives the object; not called for a document without any value.
    /// - Returns: whether the object was heard; if not it has to be read.
    func withObject(_ pruning: Pruning, _ body: (Branch) -> Void) -> Bool {
        guard state == .keeping, self.pruning == pruning else { return false }
        state = .deaf
        tree.withObject(body)
        return true
    }

    /// Forgets what was heard, and hears nothing more until the next document.
    func end() {
        guard state != .deaf else { return }
        state = .deaf
        tree.forget()
    }

    /// Keeps the object if its type is worth it, once that is known.
    private func decide() {
        guard let apiVersion, let kind else { return }
        let type = ObjectType(apiVersion: apiVersion, kind: kind)
        guard let pruning = known[type] ?? learn(type) else { return end() }
        (state, self.pruning) = (.keeping, pruning)
        tree.go(on: pruning)
    }

    private func learn(_ type: ObjectType) -> Pruning? {
        var pruning: Pruning?
        if case .read(let reader) = ObjectReaders.treatment(ofKind: type.kind, apiVersion: type.apiVersion) {
            pruning = reader.pruning
        }
        if known.count >= Self.limit { known.removeAll() }
        known.updateValue(pruning, forKey: type)
        return pruning
    }
}

extension ObjectListener: DocumentVisitor {
    func beginMapping(at offset: Int) {
        guard state != .deaf else { return }
        guard depth == 0 || state == .keeping else { return end() }
        depth += 1
        tree.beginMapping(at: offset)
    }

    func beginSequence(at offset: Int) {
        guard state != .deaf else { return }
        guard state == .keeping else { return end() }
        depth += 1
        tree.beginSequence(at: offset)
    }

    func endCollection() {
        guard state != .deaf else { return }
        depth -= 1
        tree.endCollection()
    }

    func key(_ text: Span<UInt8>, at offset: Int) {
        guard state != .deaf else { return }
        if depth == 1 { awaited = text.equals("kind") ? .kind : text.equals("apiVersion") ? .apiVersion : .other }
        tree.key(text, at: offset)
    }

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        guard state != .deaf else { return }
        tree.scalar(text, quoted: quoted, at: offset)
        guard depth == 1, awaited != .other else { return }
        // A type that is given twice is for somebody to judge who has read all of the object.
        if state == .keeping, !says(text) { return end() }
        if awaited == .kind { kind = String(copying: text) } else { apiVersion = String(copying: text) }
        awaited = .other
        decide()
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}

    /// Whether a text repeats what the object was taken for.
    private func says(_ text: Span<UInt8>) -> Bool {
        (awaited == .kind ? kind : apiVersion).map { $0.utf8.elementsEqual([UInt8](copying: text)) } ?? false
    }
}
