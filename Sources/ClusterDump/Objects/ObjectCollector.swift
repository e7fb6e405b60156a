public import MigrationModel
public import StructuredText

/// Gathers from one document after another what decides who receives a credential.
///
/// Each worker owns one, because it reuses its buffers. Nothing of a document is kept but what ``ClusterObjects`` has.
public struct ObjectCollector {
    private let tree: ObjectTree
    private let heard: ObjectListener
    private var collected = CollectedObjects()
    private var kinds: [KnownKind] = []
    private var positions: [KindName: Int] = [:]
    /// The kind of the last object; objects of a kind mostly stand together.
    private var current = 0
    private let gathersHints: Bool

    private struct KindName: Hashable {
        var input: String
        var apiVersion: String
        var kind: String
    }

    /// A kind that was met, with how often.
    private struct KnownKind {
        var name: KindName
        var treatment: ObjectTreatment
        var count = 0
    }

    /// Creates an empty collector.
    ///
    /// - Parameter gathersHints: whether ConfigMaps are searched for names of resources, which only a plan asks for.
    public init(gathersHints: Bool = false) {
        self.gathersHints = gathersHints
        tree = ObjectTree()
        heard = ObjectListener(tree)
    }

    /// Hears of a document from whoever reads it before it is collected, so that it need not be read again.
    ///
    /// It hears nothing before ``expect(_:)``.
    public var listener: any DocumentVisitor { heard }

    /// Prepares the listener for the document that is collected next.
    public mutating func expect(_ document: RawDocument) {
        if document.syntax != nil { heard.begin(document.inherited) }
    }

    /// Reads one document as far as its kind makes it worth reading.
    ///
    /// What cannot be parsed is read up to where it breaks off; that it does is no error here, but a problem of the scan.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - document: where it comes from and how to read it; a plain text holds no object.
    ///   - header: what it says of itself.
    public mutating func collect(_ bytes: Span<UInt8>, of document: RawDocument, header: ObjectHeader) {
        defer { heard.end() }
        guard document.syntax != nil else { return }
        let reference = header.reference
        let treatment = treatment(of: reference, in: document.input)
        if case .list = treatment { return collectItems(bytes, document, reference) }
        guard header.isObject else { return }
        kinds[current].count += 1
        let start = collected.mark()
        switch treatment {
        case .ignored, .list: break
        case .carrier(let carrier): collect(bytes, document, header, carrier)
        case .read(let reader): read(bytes, document, reference, reader)
        }
        collected.close(start, document: document, reference: reference)
    }

    /// Adds what the entries of Secrets and ConfigMaps of one document are good for, which somebody else has read.
    public mutating func add(_ contents: [CarrierContents], of document: RawDocument, header: ObjectHeader) {
        let start = collected.mark()
        collected.objects.contents += contents
        collected.close(start, document: document, reference: header.reference)
    }

    /// Everything that was gathered; the collector is empty after it.
    public mutating func finish() -> CollectedObjects {
        for kind in kinds where kind.count > 0 {
            collected.objects.kinds[kind.name.input, default: [:]][
                "\(kind.name.apiVersion)/\(kind.name.kind)", default: 0] += kind.count
        }
        (kinds, positions, current) = ([], [:], 0)
        let result = collected
        collected = CollectedObjects()
        return result
    }

    // MARK: Kinds

    /// What to do with objects of a kind, which becomes the current one.
    private mutating func treatment(of reference: ObjectReference, in input: String) -> ObjectTreatment {
        if kinds.indices.contains(current) {
            let name = kinds[current].name
            if name.kind == reference.kind, name.apiVersion == reference.apiVersion, name.input == input {
                return kinds[current].treatment
            }
        }
        let name = KindName(input: input, apiVersion: reference.apiVersion, kind: reference.kind)
        if let known = positions[name] {
            current = known
        } else {
            (positions[name], current) = (kinds.count, kinds.count)
            kinds.append(
                KnownKind(
                    name: name,
                    treatment: ObjectReaders.treatment(ofKind: reference.kind, apiVersion: reference.apiVersion)))
        }
        return kinds[current].treatment
    }

    // MARK: Objects

    private mutating func collect(
        _ bytes: Span<UInt8>, _ document: RawDocument, _ header: ObjectHeader, _ carrier: CarrierKind
    ) {
        add(nameOf: header.reference, carrier, in: document)
        if carrier == .configMap, ArtifactRepositoriesReader.reads(header.reference.name) {
            return read(bytes, document, header.reference, ArtifactRepositoriesReader())
        }
        if carrier == .configMap, gathersHints {
            let isMapping = AccessMappingReader.reads(header.reference)
            return read(
                bytes, document, header.reference, isMapping ? AccessMappingReader() : ConfigurationHintReader())
        }
        guard carrier == .secret, header.secretType == LegacyTokenReader.secretType else { return }
        read(bytes, document, header.reference, LegacyTokenReader())
    }

    private mutating func add(nameOf reference: ObjectReference, _ carrier: CarrierKind, in document: RawDocument) {
        collected.objects.carrierNames.insert(
            CarrierName(
                input: document.input, kind: carrier, namespace: reference.namespace, name: reference.name))
    }

    private mutating func read(
        _ bytes: Span<UInt8>, _ document: RawDocument, _ reference: ObjectReference, _ reader: any ObjectReader
    ) {
        let take = { (root: Branch, objects: inout ClusterObjects) in
            reader.read(DumpedObject(input: document.input, reference: reference, root: root), into: &objects)
        }
        if heard.withObject(reader.pruning, { take($0, &collected.objects) }) { return }
        tree.read(bytes, of: document, reader.pruning) { take($0, &collected.objects) }
    }

    /// Reads the items of a list that stands where an object was expected, such as a line of JSON lines.
    private mutating func collectItems(_ bytes: Span<UInt8>, _ document: RawDocument, _ reference: ObjectReference) {
        let start = collected.mark()
        tree.read(bytes, of: document, .serviceAccount, isList: true) { list in
            var document = document
            let kind = String(reference.kind.dropLast("List".count))
            if !kind.isEmpty {
                document.inherited = RawDocument.InheritedType(apiVersion: reference.apiVersion, kind: kind)
            }
            guard let items = list["items"] else { return }
            for item in items.elements {
                if let object = DumpedObject(item, of: document) { collect(object, document) }
            }
        }
        collected.close(start, document: document, reference: reference)
    }

    private mutating func collect(_ object: DumpedObject, _ document: RawDocument) {
        let reference = object.reference
        collected.objects.kinds[document.input, default: [:]][
            "\(reference.apiVersion)/\(reference.kind)", default: 0] += 1
        switch ObjectReaders.treatment(ofKind: reference.kind, apiVersion: reference.apiVersion) {
        case .ignored, .list: break
        case .carrier(let carrier):
            add(nameOf: reference, carrier, in: document)
            if object.root["type"]?.text == LegacyTokenReader.secretType {
                LegacyTokenReader().read(object, into: &collected.objects)
            }
        case .read(let reader): reader.read(object, into: &collected.objects)
        }
    }
}
