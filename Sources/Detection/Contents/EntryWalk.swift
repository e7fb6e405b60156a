import MigrationModel
import StructuredText

/// Reads the entries of one Secret or ConfigMap while a reader goes through it, without keeping any of their values.
final class EntryWalk: DocumentVisitor {
    /// Where entries stand; of two of one name that of the later field counts, as for the API server.
    private enum Field: Int {
        case binaryData, data, stringData
    }

    private let kind: CarrierKind
    private let scratch: ScratchBuffer
    private var found: [String: (field: Field, contents: EntryContents)] = [:]
    private var depth = 0
    private var field: Field?
    private var name: String?

    /// Prepares for an object.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - scratch: room for decoded values.
    init(of kind: CarrierKind, _ scratch: ScratchBuffer) { (self.kind, self.scratch) = (kind, scratch) }

    /// What the entries are good for, by their names.
    var entries: [String: EntryContents] { found.mapValues(\.contents) }

    func beginMapping(at offset: Int) { begin() }

    func beginSequence(at offset: Int) { begin() }

    private func begin() {
        depth += 1
        name = nil
    }

    func endCollection() { depth -= 1 }

    func key(_ text: Span<UInt8>, at offset: Int) {
        if depth == 1 {
            field =
                Self.isNamed(text, "data")
                ? .data
                : Self.isNamed(text, "stringData") ? .stringData : Self.isNamed(text, "binaryData") ? .binaryData : nil
        } else if depth == 2, field != nil {
            name = String(copying: text)
        }
    }

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        guard depth == 2, let field, let name else { return }
        self.name = nil
        if let other = found[name]?.field, other.rawValue > field.rawValue { return }
        let isEncoded = field == .binaryData || field == .data && kind == .secret
        found[name] = (
            field,
            EntryReader.contents(of: text, quoted: quoted, named: name, isEncoded: isEncoded, in: kind, scratch)
        )
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}

    private static func isNamed(_ text: Span<UInt8>, _ name: StaticString) -> Bool {
        text.count == name.utf8CodeUnitCount && text.has(name, at: 0)
    }
}
