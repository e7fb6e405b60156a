/// What the entries of a Secret or ConfigMap are good for, without any of their values.
public struct CarrierContents: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The Secret or ConfigMap.
    public var object: ObjectReference
    /// The `type` of a Secret.
    public var secretType: String
    /// Its entries (`data`, `stringData`, `binaryData`) by name.
    public var entries: [String: EntryContents]

    /// Creates contents from their parts.
    public init(input: String = "", object: ObjectReference, secretType: String = "", entries: [String: EntryContents])
    {
        self.input = input
        self.object = object
        self.secretType = secretType
        self.entries = entries
    }
}

/// What one entry is good for, as a variable and as a file.
public struct EntryContents: Hashable, Sendable {
    /// How much of it there is, decoded.
    public var shape: ValueShape
    /// The text, only of ConfigMaps and only of entries whose name locates or configures credentials and never holds one.
    public var text: String?
    /// What an SDK finds that opens it as a file.
    public var file: FileContents

    /// Creates contents from their parts.
    public init(shape: ValueShape, text: String? = nil, file: FileContents = .other) {
        self.shape = shape
        self.text = text
        self.file = file
    }
}

/// What an SDK finds in a file.
public enum FileContents: Hashable, Sendable {
    /// Profiles of an AWS shared credentials or config file.
    case profiles([ProfileContents])
    /// A Google credential file, by its `type`: `service_account`, `external_account`, `authorized_user`, ….
    case google(type: String)
    /// A token, such as a projected ServiceAccount token.
    case token
    /// Nothing that an SDK takes for credentials.
    case other
}

/// One section of an AWS shared credentials or config file.
///
/// See [shared config and credentials files](https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html).
public struct ProfileContents: Hashable, Sendable, Codable {
    /// The section as written: `default`, `reports`, `profile reports`.
    public var section: String
    /// How much each of its settings holds, by name in lower case: `aws_access_key_id`, `role_arn`, `source_profile`.
    public var settings: [String: ValueShape]
    /// The text of settings that point elsewhere and never hold a credential (`source_profile`, `credential_source`,
    /// `web_identity_token_file`), by name in lower case, where it may be kept; a setting without one is read as pointing at
    /// something that is there.
    public var texts: [String: String]

    /// Creates contents from their parts.
    public init(section: String, settings: [String: ValueShape], texts: [String: String] = [:]) {
        self.section = section
        self.settings = settings
        self.texts = texts
    }
}
