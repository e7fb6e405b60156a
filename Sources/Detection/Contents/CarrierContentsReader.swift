public import MigrationModel
import StructuredText

/// Tells what the entries of Secrets and ConfigMaps are good for, without keeping any of their values.
///
/// Each worker owns one, because it reuses its buffer.
public struct CarrierContentsReader {
    private let scratch = ScratchBuffer()

    /// Creates a reader.
    public init() {}

    /// Reads the Secrets and ConfigMaps of one document.
    ///
    /// - Parameters:
    ///   - bytes: its text; of a broken one what comes before the problem is read.
    ///   - source: where it comes from and how to read it.
    ///   - header: what it says of itself, if that is known: then only a list has to be parsed as a whole.
    /// - Returns: one value for each; none for other kinds, and for Secrets that hold a release of Helm.
    public func contents(
        of bytes: Span<UInt8>, from source: DocumentSource, header: ObjectHeader? = nil
    ) -> [CarrierContents] {
        if let header, !header.isList {
            guard header.isObject, let kind = Self.kind(of: header.reference, header.secretType) else { return [] }
            let walk = EntryWalk(of: kind, scratch)
            _ = source.read(bytes, into: walk)
            return [contents(of: header, kind, walk, source)]
        }
        let builder = TreeBuilder()
        _ = source.read(bytes, into: builder)
        return (builder.finish()?.listedObjects ?? []).compactMap { object in
            guard let description = ObjectDescription(of: object, source),
                let kind = Self.kind(of: description.reference, description.secretType)
            else { return nil }
            let walk = EntryWalk(of: kind, scratch)
            object.replay(into: walk)
            let header = ObjectHeader(reference: description.reference, secretType: description.secretType)
            return contents(of: header, kind, walk, source)
        }
    }

    private static func kind(of object: ObjectReference, _ secretType: String) -> CarrierKind? {
        guard object.apiVersion == "v1", let kind = CarrierKind(rawValue: object.kind) else { return nil }
        return kind == .secret && secretType.hasPrefix("helm.sh/") ? nil : kind
    }

    private func contents(
        of header: ObjectHeader, _ kind: CarrierKind, _ walk: EntryWalk, _ source: DocumentSource
    ) -> CarrierContents {
        CarrierContents(
            input: source.input, object: header.reference, secretType: kind == .secret ? header.secretType : "",
            entries: walk.entries)
    }
}
