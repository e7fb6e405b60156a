import ClusterDump
import Detection
import Execution
import MigrationModel
import StructuredText

/// The objects of some namespaces of a dump, without any value of a Secret, and what the dump tells of its own age.
struct DumpIndex: Sendable {
    /// An object by what names it; versions of its group do not matter.
    struct Name: Hashable {
        var group: String
        var kind: String
        var namespace: String
        var name: String

        init(_ reference: ObjectReference) {
            group = Self.group(of: reference.apiVersion)
            kind = reference.kind
            namespace = reference.namespace ?? ""
            name = reference.name
        }

        static func group(of apiVersion: String) -> String {
            apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        }
    }

    /// The objects of the namespaces, and those of no namespace that are asked for.
    var objects: [Name: StructuredValue] = [:]
    /// Every kind of which the dump has any object, as `KIND` or `GROUP/KIND`.
    var kinds: Set<String> = []
    /// Every namespace of which the dump has any object.
    var namespaces: Set<String> = []
    /// The newest time that an object tells; `nil` where none does.
    var newest: Timestamp?
    /// Whether a part of the dump could not be read.
    var isPartial = false

    /// Whether the dump has objects of a kind, so that one which is not among them is not there.
    func knows(_ apiVersion: String, _ kind: String) -> Bool {
        kinds.contains(Self.kindName(Name.group(of: apiVersion), kind))
    }

    static func kindName(_ group: String, _ kind: String) -> String { group.isEmpty ? kind : "\(group)/\(kind)" }

    /// Reads a dump.
    ///
    /// - Parameters:
    ///   - inputs: files and folders, in any form that `keyshift scan` takes.
    ///   - namespaces: those whose objects are kept.
    /// - Returns: the index.
    static func reading(_ inputs: [String], namespaces: Set<String>) -> DumpIndex {
        let feed = DocumentFeed(FileQueue(inputs))
        // One worker: of an object that is described twice, the later description counts.
        let parts = DocumentWorkers.run(
            over: feed, count: 1, make: { DumpIndexer(namespaces: namespaces) }, collect: { $0.index })
        var index = parts.first ?? DumpIndex()
        index.isPartial = index.isPartial || feed.conclusion().problems.contains { $0.severity == .notScanned }
        return index
    }
}

/// Reads the objects of some namespaces, one after the other.
private final class DumpIndexer: DocumentWorker {
    /// Kinds without a namespace that verifications ask for.
    private static let clusterKinds: Set<String> = ["Node", "ClusterRoleBinding"]

    private(set) var index = DumpIndex()
    private let namespaces: Set<String>
    private let screen = ObjectScreen()
    private var jsonReader = JSONReader()
    private var yamlReader = YAMLReader()

    init(namespaces: Set<String>) { self.namespaces = namespaces }

    func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>) {
        guard !isFragment, let syntax = document.syntax else { return }
        let inherited = document.inherited
        let verdict = screen.screen(
            bytes, syntax: syntax, isItem: document.isItem, apiVersion: inherited?.apiVersion ?? "",
            kind: inherited?.kind ?? "")
        let reference = verdict.header.reference
        guard verdict.problem == nil else {
            index.isPartial = true
            return
        }
        guard verdict.header.isObject, !verdict.header.isList else { return }
        index.kinds.insert(DumpIndex.kindName(DumpIndex.Name.group(of: reference.apiVersion), reference.kind))
        if let namespace = reference.namespace { index.namespaces.insert(namespace) }
        let isAskedFor = reference.namespace.map(namespaces.contains) ?? Self.clusterKinds.contains(reference.kind)
        guard isAskedFor, let value = value(of: document, syntax, bytes) else { return }
        index.newest = [index.newest, DumpTime.newest(in: value)].compactMap(\.self).max()
        index.objects[DumpIndex.Name(reference)] = value
    }

    private func value(of document: RawDocument, _ syntax: Syntax, _ bytes: Span<UInt8>) -> StructuredValue? {
        let tree = ObservedTree()
        do throws(SyntaxProblem) {
            switch syntax {
            case .json: try jsonReader.read(bytes, into: tree)
            case .yaml:
                try document.isItem ? yamlReader.readItem(bytes, into: tree) : yamlReader.read(bytes, into: tree)
            }
        } catch {
            index.isPartial = true
            return nil
        }
        guard let value = tree.value(kind: document.inherited?.kind ?? "") else { return nil }
        guard case .mapping(let members) = value, let inherited = document.inherited, value["kind"] == nil else {
            return value
        }
        return .mapping(
            [.init("apiVersion", .string(inherited.apiVersion)), .init("kind", .string(inherited.kind))] + members)
    }
}
