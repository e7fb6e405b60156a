/// What changes in a Pod template: everything that a patch needs that is exact, can be taken back, and refuses a drifted object.
///
/// No value of a Secret is in it, nor a literal that could be one: those are moved into a Secret first, see ``MoveLiteral``.
public struct TemplateChange: Hashable, Sendable, Codable {
    /// Where the mapping with the Pod's `metadata` and `spec` stands in the object, as a JSON pointer (RFC 6901).
    ///
    /// Empty for a Pod, which is one itself; `nil` where only single containers of a custom resource are known.
    public var template: String?
    /// The ServiceAccount afterwards; `nil` when it stays.
    public var serviceAccount: String?
    /// The ServiceAccount that the template names so far; `nil` where it names none.
    public var formerServiceAccount: String?
    /// Labels that the Pod gets.
    public var labels: [String: String]
    /// The labels of those names that it has so far; `nil` where it has no labels at all.
    public var formerLabels: [String: String]?
    /// What is removed.
    public var removals: [Removal]
    /// Variables that came along with the key and have to stay, each with where its value comes from.
    public var keeps: [KeptVariable]
    /// The lists that change, as they were when the plan was made.
    public var lists: [ListPin]

    /// Creates a change.
    public init(
        template: String? = nil, serviceAccount: String? = nil, formerServiceAccount: String? = nil,
        labels: [String: String] = [:], formerLabels: [String: String]? = nil, removals: [Removal] = [],
        keeps: [KeptVariable] = [], lists: [ListPin] = []
    ) {
        self.template = template
        self.serviceAccount = serviceAccount
        self.formerServiceAccount = formerServiceAccount
        self.labels = labels
        self.formerLabels = formerLabels
        self.removals = removals
        self.keeps = keeps
        self.lists = lists
    }
}

extension TemplateChange {
    /// One thing that leaves a container, or the Pod.
    public struct Removal: Hashable, Sendable, Codable {
        /// What kind of thing it is.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// An entry of `env`.
            case variable
            /// An entry of `envFrom`.
            case environmentFrom = "env-from"
            /// An entry of `volumeMounts`.
            case mount
            /// An entry of `volumes`, when no container mounts it any more.
            case volume
            /// Files of a volume that stays for its other files; the name is that of the volume.
            case files
            /// Something that only a person can change: an argument, a probe, a file of the image.
            case byHand = "by-hand"
        }

        /// What kind of thing it is.
        public var kind: Kind
        /// The container; empty for volumes.
        public var container: String
        /// The name of the variable, the Secret, the mount path or the volume.
        public var name: String
        /// When the container runs; `nil` for volumes.
        public var role: Container.Role?
        /// Where the entry stands in the object, as a JSON pointer; empty where only a person can find it.
        public var pointer: String
        /// The entry as JSON, so that the undo puts back what was there.
        public var entry: String
        /// What takes the place of the entry, as JSON; empty where nothing does.
        public var successor: String

        /// Creates a removal.
        public init(
            kind: Kind, container: String, name: String, role: Container.Role? = nil, pointer: String = "",
            entry: String = "", successor: String = ""
        ) {
            self.kind = kind
            self.container = container
            self.name = name
            self.role = role
            self.pointer = pointer
            self.entry = entry
            self.successor = successor
        }
    }

    /// A variable that stays although its source goes.
    public struct KeptVariable: Hashable, Sendable, Codable {
        /// The container.
        public var container: String
        /// The variable.
        public var name: String
        /// The kind of the object that holds the value.
        public var kind: CarrierKind
        /// The object that holds the value.
        public var object: String
        /// The entry of the object.
        public var entry: String
        /// Whether Pods start when the object or the entry is gone, as they did before.
        public var isOptional: Bool
        /// Where the container's `env` stands in the object, as a JSON pointer; kept variables come first in it.
        public var pointer: String

        /// Creates a variable.
        public init(
            container: String, name: String, kind: CarrierKind, object: String, entry: String,
            isOptional: Bool = false, pointer: String = ""
        ) {
            self.container = container
            self.name = name
            self.kind = kind
            self.object = object
            self.entry = entry
            self.isOptional = isOptional
            self.pointer = pointer
        }
    }

    /// What a list of the object held, in order.
    public struct ListPin: Hashable, Sendable, Codable {
        /// Where the list stands, as a JSON pointer.
        public var pointer: String
        /// What tells each entry: its name, the path of a mount, `secretRef/NAME` or `configMapRef/NAME` of `envFrom`.
        public var names: [String]

        /// Creates a pin.
        public init(pointer: String, names: [String]) {
            self.pointer = pointer
            self.names = names
        }
    }
}
