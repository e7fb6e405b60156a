import MigrationModel
import StructuredText

/// Puts back what a copy has, then deletes the copy.
struct RestoreStep: CallStep {
    private let copy: KeptCopy
    private let access: KubernetesAccess
    private var object: ObjectReference { copy.object }
    private var secret: ObjectReference { KeptObject.secret(copy.copy, object) }

    init(_ copy: KeptCopy, _ access: KubernetesAccess) {
        self.copy = copy
        self.access = access
    }

    private var what: String { "\(object) could not be put back from \(secret)" }

    /// How it is put back.
    private struct Change {
        var words: [String]
        var bytes: [UInt8]
        /// The words with which the API server is asked, where it can be asked at all.
        var trial: [String]
        var difference: [String]
    }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let kept = try await KeptObject(object, in: copy.copy, access)?.value else {
            try await seeWhole()
            return CallPreview(isDone: true, words: create)
        }
        guard let change = try await change(kept) else {
            return CallPreview(isDone: false, words: dropWords, difference: ["- \(secret)"])
        }
        try await `try`(change)
        return CallPreview(isDone: false, words: change.words, difference: change.difference + ["- \(secret)"])
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard let kept = try await KeptObject(object, in: copy.copy, access)?.value else {
            try await seeWhole()
            return .found
        }
        let change = try await change(kept)
        if let change {
            try await `try`(change)
            try await access.change(change.words, input: change.bytes, patience: 300_000, what)
            // The copy goes only when everything that it has is back.
            guard try await self.change(kept) == nil else { throw Drift.other(object, "somebody changes it meanwhile") }
        }
        try await access.change(dropWords, "\(secret) could not be deleted")
        return .command((change?.words ?? []) + (change == nil ? [] : [";"]) + dropWords)
    }

    private var create: [String] { access.words.words(["create"], in: object.namespace, "-f", "-") }
    private var dropWords: [String] { access.words.of(secret, "delete", "--ignore-not-found", "--wait") }

    private func `try`(_ change: Change) async throws(AccessProblem) {
        do throws(KubectlFailure) {
            try await access.try(change.trial, input: change.bytes)
        } catch {
            guard copy.isImmutable, error.reason == .server("AlreadyExists") else {
                throw error.problem(what, access.cluster)
            }
        }
    }

    /// Without a copy nothing can be put back, so everything has to be there.
    private func seeWhole() async throws(AccessProblem) {
        guard let live = try await access.object(object) else { throw Drift.missing(object) }
        let gone = (copy.entries ?? []).filter { CopyStep.entry($0, of: live) == nil }
        guard gone.isEmpty else {
            throw Drift.other(object, "\(gone.joined(separator: ", ")) is gone, and \(secret) is not there")
        }
    }

    /// What has to be done; `nil` when everything is back.
    private func change(_ kept: StructuredValue) async throws(AccessProblem) -> Change? {
        guard let live = try await access.object(object) else { return whole(kept, create) }
        guard let entries = copy.entries else {
            guard live["data"]?.isSame(as: kept["data"]) ?? (kept["data"] == nil) else { throw conflict("its entries") }
            return nil
        }
        let missing = entries.filter { CopyStep.entry($0, of: live) == nil }
        for entry in entries where !missing.contains(entry) {
            guard CopyStep.entry(entry, of: live) == CopyStep.entry(entry, of: kept) else { throw conflict(entry) }
        }
        if copy.isImmutable {
            let words = access.words.words(["replace"], in: object.namespace, "--force", "-f", "-")
            return missing.isEmpty ? nil : whole(kept, words)
        }
        return entriesChange(kept, live, missing)
    }

    private func whole(_ kept: StructuredValue, _ words: [String]) -> Change {
        let bytes = Array(JSONWriter.text(for: DeriveStep.anew(kept), pretty: false).utf8)
        return Change(words: words, bytes: bytes, trial: create, difference: ["+ \(object)"])
    }

    /// Entries and annotations that are not there are put back as they were.
    private func entriesChange(_ kept: StructuredValue, _ live: StructuredValue, _ missing: [String]) -> Change? {
        let annotations = copy.annotations.filter { name in
            live.value(at: "/metadata/annotations")?[name] == nil
                && kept.value(at: "/metadata/annotations")?[name] != nil
        }
        guard !missing.isEmpty || !annotations.isEmpty else { return nil }
        var operations = [PatchOperation(.test, "/metadata/uid", live.value(at: "/metadata/uid") ?? .null)]
        func put(_ names: [String], at map: String) {
            guard !names.isEmpty else { return }
            if live.value(at: map) == nil {
                operations += [PatchOperation(.test, map), PatchOperation(.add, map, .mapping([]))]
            }
            for name in names {
                let place = map + "/" + JSONPointer.token(name)
                let value = kept.value(at: map)?[name] ?? .null
                operations += [PatchOperation(.test, place), PatchOperation(.add, place, value)]
            }
        }
        put(missing, at: "/data")
        put(annotations, at: "/metadata/annotations")
        let words = access.words.of(object, "patch", "--type", "json", "--patch-file", "/dev/stdin")
        let lines = missing.map { "+ /data/" + $0 } + annotations.map { "+ /metadata/annotations/" + $0 }
        return Change(words: words, bytes: operations.bytes, trial: words, difference: ["  \(object)"] + lines)
    }

    private func conflict(_ what: String) -> AccessProblem {
        AccessProblem(
            .conflict, "\(object) is there again with another value of \(what) than the one that is kept in \(secret).",
            advice: "See who has put it there, and decide which of the two is right.")
    }
}
