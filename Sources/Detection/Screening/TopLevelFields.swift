import MigrationModel
import StructuredText

/// Follows a reader through the top of an object, to know what it is and what the entries of its `data` are called.
///
/// `kubectl` prints `data` before `kind`, so both are remembered until the object ends.
struct TopLevelFields {
    private enum Field {
        case apiVersion, kind, type, metadata, data, otherData, other
        case name, generateName, namespace
    }

    private var depth = 0
    /// The member of the object at hand.
    private var field = Field.other
    /// What the next scalar is.
    private var awaited = Field.other
    /// What the object says of itself.
    private(set) var header = ObjectHeader(reference: ObjectReference(apiVersion: "", kind: "", name: ""))
    /// Whether the next scalar is one that ``note(_:quoted:)`` wants to know.
    private(set) var isAwaited = false
    /// Whether an entry of `data` is not base64.
    var hasUndecodableValue = false
    /// Whether an entry of a Secret or ConfigMap is called, or begins, like something that configures a cloud's SDK.
    private(set) var speaksOfClouds = false

    /// Starts a new object with the type that it has if it does not say itself.
    mutating func begin(apiVersion: String, kind: String) {
        (depth, field, awaited, isAwaited) = (0, .other, .other, false)
        (hasUndecodableValue, speaksOfClouds) = (false, false)
        header = ObjectHeader(reference: ObjectReference(apiVersion: apiVersion, kind: kind, name: ""))
    }

    /// A collection begins.
    mutating func begin() {
        depth += 1
        isAwaited = false
    }

    /// A collection ends.
    mutating func end() { depth -= 1 }

    /// A key comes.
    @inline(__always)
    mutating func key(_ text: Span<UInt8>) {
        guard depth <= 2 else { return }
        if depth == 1 { topKey(text) } else if depth == 2 { innerKey(text) }
    }

    private mutating func topKey(_ text: Span<UInt8>) {
        switch text.count {
        case 4: field = text.has("kind", at: 0) ? .kind : text.has("data", at: 0) ? .data : type(text)
        case 8: field = text.has("metadata", at: 0) ? .metadata : .other
        case 10:
            let isData = text.has("apiVersion", at: 0)
            field =
                isData
                ? .apiVersion : text.has("stringData", at: 0) || text.has("binaryData", at: 0) ? .otherData : .other
        default: field = .other
        }
        awaited = field
        isAwaited = field == .kind || field == .apiVersion || field == .type
    }

    private func type(_ text: Span<UInt8>) -> Field { text.has("type", at: 0) ? .type : .other }

    private mutating func innerKey(_ text: Span<UInt8>) {
        switch field {
        case .metadata:
            switch text.count {
            case 4 where text.has("name", at: 0): awaited = .name
            case 9 where text.has("namespace", at: 0): awaited = .namespace
            case 12 where text.has("generateName", at: 0): awaited = .generateName
            default: awaited = .other
            }
            isAwaited = awaited != .other
        case .data, .otherData:
            if !speaksOfClouds { speaksOfClouds = CloudWords.areIn(name: text) }
        default: break
        }
    }

    /// Whether the next scalar is an entry of `data`.
    var isInData: Bool { depth == 2 && field == .data }

    /// A scalar comes that is awaited.
    mutating func note(_ text: Span<UInt8>, quoted: Bool) {
        isAwaited = false
        guard quoted || !Self.isNull(text) else { return }
        let text = String(copying: text)
        guard !text.isEmpty else { return }
        switch awaited {
        case .apiVersion: header.reference.apiVersion = text
        case .kind: header.reference.kind = text
        case .type: header.secretType = text
        case .name: header.reference.name = text
        // What the API server is to name has no name yet.
        case .generateName where header.reference.name.isEmpty: header.reference.name = text + "*"
        case .namespace: header.reference.namespace = text
        case .generateName, .metadata, .data, .otherData, .other: break
        }
    }

    private static func isNull(_ text: Span<UInt8>) -> Bool {
        text.isEmpty || text.count == 4 && text.has("null", at: 0) || text.count == 1 && text[0] == UInt8(ascii: "~")
    }

    /// An entry of `data` comes.
    @inline(__always)
    mutating func noteEntry(_ text: Span<UInt8>) {
        if !speaksOfClouds { speaksOfClouds = CloudWords.begin(text) }
    }

    /// Whether the object is a Secret with an entry that is not base64.
    var hasUndecodableSecretValue: Bool { hasUndecodableValue && header.reference.kind == "Secret" }
}
