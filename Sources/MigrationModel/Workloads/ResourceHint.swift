/// A setting that names a resource of a cloud, which says something of what a workload uses.
public struct ResourceHint: Hashable, Sendable {
    /// The name of the setting: a variable, an entry of a ConfigMap, or a key inside of an entry.
    public var name: String
    /// The value, as far as ``ResourceSetting`` lets it be kept.
    public var value: String

    /// Creates a hint.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The hints of one ConfigMap.
public struct ConfigurationHints: Hashable, Sendable {
    /// A hint and the entry that it stands in.
    public struct Entry: Hashable, Sendable {
        /// The entry of the ConfigMap, which is what containers receive.
        public var entry: String
        /// The hint; its name is that of the entry, or of a key inside of it.
        public var hint: ResourceHint

        /// Creates an entry.
        public init(entry: String, hint: ResourceHint) {
            self.entry = entry
            self.hint = hint
        }
    }

    /// The input that it was read from.
    public var input: String
    /// The ConfigMap.
    public var object: ObjectReference
    /// The hints in the order of the object.
    public var entries: [Entry]

    /// Creates hints from their parts.
    public init(input: String = "", object: ObjectReference, entries: [Entry]) {
        self.input = input
        self.object = object
        self.entries = entries
    }
}

/// An entry of the ConfigMap `aws-auth`, which gives an IAM principal a name and groups in an EKS cluster.
///
/// See [aws-auth](https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html).
public struct AccessMapping: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The ConfigMap.
    public var object: ObjectReference
    /// The ARN of the user or role.
    public var arn: String
    /// The groups that it gives.
    public var groups: [String]

    /// Creates a mapping from its parts.
    public init(input: String = "", object: ObjectReference, arn: String, groups: [String]) {
        self.input = input
        self.object = object
        self.arn = arn
        self.groups = groups
    }
}
