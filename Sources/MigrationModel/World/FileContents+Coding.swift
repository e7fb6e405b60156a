extension FileContents: Codable {
    private enum Name: String, CodingKey {
        case profiles, google, token, other
    }

    /// Writes a mapping of one member, whose name says what the file is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .profiles(let profiles): try container.encode(profiles, forKey: .profiles)
        case .google(let type): try container.encode(type, forKey: .google)
        case .token: try container.encode(true, forKey: .token)
        case .other: try container.encode(true, forKey: .other)
        }
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard let name = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no contents, or several"))
        }
        switch name {
        case .profiles: self = .profiles(try container.decode([ProfileContents].self, forKey: name))
        case .google: self = .google(type: try container.decode(String.self, forKey: name))
        case .token: self = .token
        case .other: self = .other
        }
    }
}
