/// Gives all Pods of a service the new identity and takes every static source from them, in one rollout.
public struct ChangeWorkload: StepAction {
    /// The workload.
    public var workload: ObjectReference
    /// What changes in its template.
    public var change: TemplateChange

    /// Creates the action.
    public init(workload: ObjectReference, change: TemplateChange) {
        self.workload = workload
        self.change = change
    }

    /// What it changes.
    public var summary: String { "Roll \(workload) out with the new identity and without the key." }
    /// Old Pods come back with the key, which is still active.
    public var undo: String? { "Roll \(workload) out with its former template; the key is still active." }
    /// What proves it done.
    public var verifications: [Verification] { [.rolledOut, .injected, .noStaticSource, .callerIdentity] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.edit(workload, .shift(change))] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.revert(workload, .shift(change))] }
}

/// What changes in a Pod template.
public struct TemplateChange: Hashable, Sendable, Codable {
    /// The ServiceAccount afterwards; `nil` when it stays.
    public var serviceAccount: String?
    /// Labels that the Pod gets.
    public var labels: [String: String]
    /// What is removed.
    public var removals: [Removal]
    /// Variables that came along with the key and have to stay, each with where its value comes from.
    public var keeps: [KeptVariable]

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
            /// Something that only a person can change: an argument, a probe, a file of the image.
            case byHand = "by-hand"
        }

        /// What kind of thing it is.
        public var kind: Kind
        /// The container; empty for volumes.
        public var container: String
        /// The name of the variable, the Secret, the mount path or the volume.
        public var name: String

        /// Creates a removal.
        public init(kind: Kind, container: String, name: String) {
            self.kind = kind
            self.container = container
            self.name = name
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

        /// Creates a variable.
        public init(container: String, name: String, kind: CarrierKind, object: String, entry: String) {
            self.container = container
            self.name = name
            self.kind = kind
            self.object = object
            self.entry = entry
        }
    }

    /// Creates a change.
    public init(
        serviceAccount: String? = nil, labels: [String: String] = [:], removals: [Removal] = [],
        keeps: [KeptVariable] = []
    ) {
        self.serviceAccount = serviceAccount
        self.labels = labels
        self.removals = removals
        self.keeps = keeps
    }
}
