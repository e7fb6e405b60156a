import MigrationModel
internal import StructuredText

/// The commands that take a carrier, or entries of it, away behind a copy that stays in the cluster.
///
/// The copy is a Secret that holds the whole object as its one entry: labels, annotations and owners come back with it, and no
/// manager takes it for its own. Values go from the API server through a pipe and back, into no file. Nothing is applied:
/// `kubectl apply` would write them into an annotation. Where one is there already, `kubectl create` writes it anew.
struct CarrierCommands {
    private let action: RemoveCarrier
    private let kubectl: Kubectl

    init(_ action: RemoveCarrier, _ kubectl: Kubectl = Kubectl()) {
        self.action = action
        self.kubectl = kubectl.of(action.carrier)
    }

    private static let entry = "object"
    private var name: String { Kubectl.name(action.carrier) }
    private var copy: String { "secret/\(action.copy)" }

    /// Copies the object and sees that the copy is whole, then removes what the action says.
    var remove: [ShellCommand] {
        guard !action.copy.isEmpty else { return [] }
        let get = ShellCommand(words: kubectl.words("get", name, "-o", "json")).text
        let create = ShellCommand(words: kubectl.words("create", "secret", "generic", action.copy)).text
        let read = ShellCommand(words: kubectl.words("get", copy, "-o", "jsonpath={.data.\(Self.entry)}")).text
        return [
            ShellCommand(shell: "\(create) \\\n  --from-file=\(Self.entry)=<(\(get))"),
            ShellCommand(shell: "test -n \"$(\(read))\""),
        ] + removal
    }

    private var removal: [ShellCommand] {
        guard action.entries != nil else { return [kubectl.command("delete", name)] }
        let patch = MachineText.line(.sequence(entries.operations))
        if action.isImmutable {
            let get = ShellCommand(words: kubectl.words("get", name, "-o", "json")).text
            return [Kubectl.pipe(get, Kubectl.local(["-p", patch]), kubectl.reading("replace", "--force"))]
        }
        let words = kubectl.words("patch", name, "--type", "json", "-p", patch)
        return [ShellCommand(words: words + ["--dry-run=server"]), ShellCommand(words: words)]
    }

    /// Takes the entries and the annotations that repeat them; an entry that is not there is refused.
    private var entries: JSONPatch {
        var patch = JSONPatch.expecting(action.carrier)
        for entry in action.entries ?? [] { patch.remove("/data/" + JSONPatch.token(entry)) }
        for name in action.annotations { patch.remove("/metadata/annotations/" + JSONPatch.token(name)) }
        return patch
    }

    /// Brings back what was removed from the copy, and sees that it is there; the copy stays.
    var restore: [ShellCommand] {
        guard !action.copy.isEmpty else { return [] }
        let read = ShellCommand(words: kubectl.words("get", copy, "-o", "jsonpath={.data.\(Self.entry)}")).text
        guard let entries = action.entries, !action.isImmutable else {
            return [
                Kubectl.pipe(
                    read, "base64 -d", Kubectl.local(["-p", Self.identity]),
                    action.entries == nil ? kubectl.reading("create") : kubectl.reading("replace", "--force"))
            ] + dropCopy
        }
        guard let merge = merge(entries) else { return [] }
        let patch = kubectl.words("patch", name, "--type", "merge", "--patch-file", "/dev/stdin")
        return [
            Kubectl.pipe(
                read, "base64 -d", Kubectl.local(["-p", Self.kind(action.carrier)], output: "jsonpath=" + merge),
                ShellCommand(words: patch).text)
        ] + dropCopy
    }

    /// So that the step can be done again, which makes the copy anew.
    private var dropCopy: [ShellCommand] { [kubectl.command("get", name), kubectl.command("delete", copy)] }

    /// What prints the removed entries, and the annotations where some were removed, as a merge patch.
    private func merge(_ entries: [String]) -> String? {
        let values = entries.compactMap { entry in
            Kubectl.member(entry).map { #"{"\"\#(entry)\":\""}{.data\#($0)}{"\""}"# }
        }
        guard values.count == entries.count else { return nil }
        let annotations =
            action.annotations.isEmpty ? "" : #"{",\"metadata\":{\"annotations\":"}{.metadata.annotations}{"}"}"#
        return #"{"{\"data\":{"}"# + values.joined(separator: #"{","}"#) + #"{"}"}"# + annotations + #"{"}"}"#
    }

    /// Takes what another object of the name would not have.
    private static let identity = MachineText.line(
        .sequence(
            ["uid", "resourceVersion", "creationTimestamp"].map {
                ["op": "remove", "path": .string("/metadata/\($0)")]
            }))

    /// A patch that changes nothing, for a command that only prints.
    private static func kind(_ object: ObjectReference) -> String {
        var patch = JSONPatch()
        patch.test("/kind", .string(object.kind))
        return MachineText.line(.sequence(patch.operations))
    }

    /// Deletes the copy.
    static func removeCopy(_ action: RemoveCopy, _ kubectl: Kubectl) -> [ShellCommand] {
        [kubectl.of(action.carrier).command("delete", "secret/\(action.copy)")]
    }

    /// Shows the names of the entries that are there, and no value; an error for an object that is gone.
    static func showEntries(_ carrier: ObjectReference, _ kubectl: Kubectl) -> ShellCommand {
        kubectl.of(carrier).command(
            "get", Kubectl.name(carrier), "-o", #"go-template={{range $name, $value := .data}}{{$name}}{{"\n"}}{{end}}"#
        )
    }
}
