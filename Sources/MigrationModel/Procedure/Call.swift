/// One call that changes a cluster or a cloud, and can be made again after it was made: a closed set.
///
/// Objects are those of the step's cluster. No value of a Secret is in a call: where one has to move, it moves through the
/// memory of whoever makes the call, and is written nowhere.
public enum Call: Hashable, Sendable {
    /// Changes an object by a JSON patch.
    case patch(ObjectPatch)
    /// Makes an object.
    case create(ObjectManifest)
    /// Makes an object from another one as the cluster has it.
    case derive(DerivedObject)
    /// Deletes an object; one that is not there is deleted already.
    case delete(ObjectReference)
    /// Sees that a list of an object has an entry, behind those that it has.
    case include(ListedEntry)
    /// Sees that a list of an object has not an entry.
    case exclude(ListedEntry)
    /// Keeps an object whole in a Secret beside it, before it is changed.
    case keepCopy(KeptCopy)
    /// Puts back what a copy has, then deletes the copy.
    case restoreCopy(KeptCopy)
    /// Makes a Secret from literals of a template, which a patch then refers to.
    case keepLiterals(KeptLiterals)
    /// Puts the values of the Secret back into the template as literals, then deletes the Secret.
    case restoreLiterals(KeptLiterals)
    /// Deletes Pods of a workload so that its controller makes them anew, one after the other.
    case replacePods(PodReplacement)
    /// Deletes former revisions of a workload, of which no Pod is any more.
    case forgetRevisions(ForgetRevisions)
    /// Waits until a workload has replaced its Pods, or a Job has ended.
    case awaitRollout(ObjectReference)
    /// Asks a cloud, by its own command line.
    case cloud(CloudCall)
}

/// A JSON patch ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)) with what it was planned against.
public struct ObjectPatch: Hashable, Sendable {
    /// The object.
    public var object: ObjectReference
    /// The operations as a JSON text; its `test` operations refuse an object that drifted.
    public var operations: String
    /// The way back as a JSON text; an object that ``operations`` do not fit, and this does, was patched already.
    ///
    /// Empty where there is none.
    public var reverse: String

    /// Creates a patch.
    public init(object: ObjectReference, operations: String, reverse: String = "") {
        self.object = object
        self.operations = operations
        self.reverse = reverse
    }
}

/// An object to be made.
public struct ObjectManifest: Hashable, Sendable {
    /// The object.
    public var object: ObjectReference
    /// It as a JSON text.
    public var manifest: String

    /// Creates a manifest.
    public init(object: ObjectReference, manifest: String) {
        self.object = object
        self.manifest = manifest
    }
}

/// An object that is made from another one by a JSON patch, in memory: what the other one holds is written nowhere.
public struct DerivedObject: Hashable, Sendable {
    /// The object that it is made from.
    public var source: ObjectReference
    /// The object that is made; with the same name as the source it takes its place, which is deleted for it.
    public var object: ObjectReference
    /// The operations as a JSON text.
    public var operations: String
    /// The way back as a JSON text; an object that takes the place of its source, and fits this, was made already.
    ///
    /// Empty where the object has a name of its own.
    public var reverse: String
    /// The Secret that keeps the source, for when it was deleted and nothing took its place; empty for none.
    public var copy: String

    /// Creates it from its parts.
    public init(
        source: ObjectReference, object: ObjectReference, operations: String, reverse: String = "", copy: String = ""
    ) {
        self.source = source
        self.object = object
        self.operations = operations
        self.reverse = reverse
        self.copy = copy
    }
}

/// An entry of a list of an object, which is told by all that it says.
public struct ListedEntry: Hashable, Sendable {
    /// The object.
    public var object: ObjectReference
    /// Where the list stands, as a JSON pointer.
    public var list: String
    /// The entry as a JSON text; what an API server adds to it does not count.
    public var entry: String

    /// Creates an entry.
    public init(object: ObjectReference, list: String, entry: String) {
        self.object = object
        self.list = list
        self.entry = entry
    }
}

/// A Secret whose one entry, `object`, is another object as the API server had it.
public struct KeptCopy: Hashable, Sendable {
    /// The object.
    public var object: ObjectReference
    /// The name of the Secret, in the same namespace.
    public var copy: String
    /// The entries that are put back into the object; `nil` where the object itself was deleted.
    public var entries: [String]?
    /// Annotations of the object that are put back with them.
    public var annotations: [String]
    /// Whether the object cannot be changed, so that it is made anew.
    public var isImmutable: Bool

    /// Creates it from its parts.
    public init(
        object: ObjectReference, copy: String, entries: [String]?, annotations: [String] = [], isImmutable: Bool = false
    ) {
        self.object = object
        self.copy = copy
        self.entries = entries
        self.annotations = annotations
        self.isImmutable = isImmutable
    }
}

/// A Secret whose entries are literals of variables in a template.
public struct KeptLiterals: Hashable, Sendable {
    /// The workload.
    public var workload: ObjectReference
    /// The Secret, in the same namespace.
    public var secret: String
    /// The variables.
    public var variables: [String]
    /// Where the entry of each stands in the workload, as JSON pointers in the order of the variables.
    public var pointers: [String]

    /// Creates it from its parts.
    public init(workload: ObjectReference, secret: String, variables: [String], pointers: [String]) {
        self.workload = workload
        self.secret = secret
        self.variables = variables
        self.pointers = pointers
    }
}

/// Pods that are deleted so that they come back with another template.
public struct PodReplacement: Hashable, Sendable {
    /// The workload.
    public var workload: ObjectReference
    /// The one Pod to replace; empty for all that are not of the current template, one after the other.
    public var pod: String
    /// Whether one Pod is enough, whichever it is, and `pod` is empty: the canary of a DaemonSet.
    public var isOne: Bool

    /// Creates it from its parts.
    public init(workload: ObjectReference, pod: String = "", isOne: Bool = false) {
        self.workload = workload
        self.pod = pod
        self.isOne = isOne
    }
}
