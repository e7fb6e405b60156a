public import MigrationModel
import StructuredText

/// Tells what the entries of Secrets and ConfigMaps are good for, without keeping any of their values.
public struct CarrierContentsReader {
    /// Creates a reader.
    public init() {}

    /// Reads the Secrets and ConfigMaps of one document.
    ///
    /// - Parameters:
    ///   - bytes: its text; of a broken one what comes before the problem is read.
    ///   - source: where it comes from and how to read it.
    /// - Returns: one value for each; none for other kinds, and for Secrets that hold a release of Helm.
    public func contents(of bytes: Span<UInt8>, from source: DocumentSource) -> [CarrierContents] {
        let builder = TreeBuilder()
        _ = source.read(bytes, into: builder)
        return (builder.finish()?.listedObjects ?? []).compactMap { contents(of: $0, source) }
    }

    private func contents(of object: Node, _ source: DocumentSource) -> CarrierContents? {
        guard let description = ObjectDescription(of: object, source), description.reference.apiVersion == "v1",
            let kind = CarrierKind(rawValue: description.reference.kind),
            !description.secretType.hasPrefix("helm.sh/")
        else { return nil }
        var entries: [String: EntryContents] = [:]
        for field in ["binaryData", "data", "stringData"] {
            let isEncoded = field == "binaryData" || field == "data" && kind == .secret
            for entry in object[field]?.members ?? [] {
                guard case .scalar(let value) = entry.value else { continue }
                entries[entry.key] = EntryReader.contents(of: value, named: entry.key, isEncoded: isEncoded, in: kind)
            }
        }
        return CarrierContents(
            input: source.input, object: description.reference, secretType: description.secretType, entries: entries)
    }
}
