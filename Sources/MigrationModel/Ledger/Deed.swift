/// What was done to the world, exactly enough to do it again.
public enum Deed: Hashable, Sendable {
    /// A program was run: its name and arguments, among which there is never a secret.
    case command([String])
    /// A file of the plan was applied, or merged by somebody: its path in the plan's folder and the SHA-256 of its bytes.
    case artefact(path: String, sha256: String)
    /// Nothing had to be done: the world was like this already.
    case found
}

extension Deed: Codable {
    private enum Name: String, CodingKey {
        case command, artefact, sha256, found
    }

    /// Writes a mapping: `command`, or `artefact` with `sha256`, or `found`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .command(let words): try container.encode(words, forKey: .command)
        case .artefact(let path, let sha256):
            try container.encode(path, forKey: .artefact)
            try container.encode(sha256, forKey: .sha256)
        case .found: try container.encode(true, forKey: .found)
        }
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        if let words = try container.decodeIfPresent([String].self, forKey: .command) {
            self = .command(words)
        } else if let path = try container.decodeIfPresent(String.self, forKey: .artefact) {
            self = .artefact(path: path, sha256: try container.decode(String.self, forKey: .sha256))
        } else {
            guard try container.decode(Bool.self, forKey: .found) else {
                throw DecodingError.dataCorruptedError(forKey: .found, in: container, debugDescription: "true")
            }
            self = .found
        }
    }
}
