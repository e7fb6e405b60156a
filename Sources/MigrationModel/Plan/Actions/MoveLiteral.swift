/// Moves a key that stands in a Pod template into a Secret, inside the cluster, so that no undo needs a key from a file.
public struct MoveLiteral: StepAction {
    /// The workload.
    public var workload: ObjectReference
    /// The container.
    public var container: String
    /// The Secret that takes the values.
    public var secret: String
    /// The variables, each of which becomes an entry of the same name.
    public var variables: [String]
    /// Where the entry of each variable stands in the object, as JSON pointers, in the order of ``variables``.
    public var pointers: [String]

    /// Creates the action.
    public init(
        workload: ObjectReference, container: String, secret: String, variables: [String], pointers: [String] = []
    ) {
        self.workload = workload
        self.container = container
        self.secret = secret
        self.variables = variables
        self.pointers = pointers
    }

    /// What it changes.
    public var summary: String {
        "Move \(variables.joined(separator: ", ")) of \(workload), container \(container), into the Secret \(secret)."
    }
    /// The template refers to the Secret afterwards; the same values go back from there.
    public var undo: String? { "Put the values of the Secret \(secret) back into the template." }
    /// What proves it done.
    public var verifications: [Verification] { [.rolledOut] }
    private var object: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: workload.namespace, name: secret)
    }
    private var edit: TemplateEdit { .moveLiterals(container: container, secret: secret, variables: variables) }
    /// The Secret first: a template that refers to one that is not there starts no Pod.
    public var changes: [WorldChange] { [.makeSecret(object, entries: variables), .edit(workload, edit)] }
    /// The Secret stays until no Pod is left that refers to it.
    public var reversal: [WorldChange]? {
        [.revert(workload, edit), .awaitPods(workload), .deleteSecret(object)]
    }
}
