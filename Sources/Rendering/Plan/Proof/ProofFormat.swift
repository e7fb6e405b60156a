public import MigrationModel
internal import StructuredText

/// A proof for people and for machines.
public enum ProofFormat: String, Hashable, Sendable, CaseIterable {
    /// Text for a terminal.
    case table
    /// JSON, with every event of every violation.
    case json
    /// The same as YAML.
    case yaml

    /// A proof in this format.
    public func text(of proof: Proof) -> String {
        // Encoding a proof cannot fail: it has no number with a fraction.
        let value = (try? StructuredEncoder.encode(proof)) ?? .null
        switch self {
        case .table: return ProofText.text(of: proof)
        case .json: return JSONWriter.text(for: value, pretty: true) + "\n"
        case .yaml: return MachineText.yaml(value)
        }
    }
}
