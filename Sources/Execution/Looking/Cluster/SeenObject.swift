import MigrationModel
import StructuredText

/// A Kubernetes object as a cluster has it, by what every object has.
struct SeenObject: Sendable {
    /// All of it.
    let value: StructuredValue

    init(_ value: StructuredValue) { self.value = value }

    var metadata: StructuredValue { value["metadata"] ?? .null }
    var spec: StructuredValue { value["spec"] ?? .null }
    var status: StructuredValue { value["status"] ?? .null }

    var name: String { metadata["name"]?.asText ?? "" }
    var kind: String { value["kind"]?.asText ?? "" }
    var uid: String { metadata["uid"]?.asText ?? "" }
    var reference: ObjectReference {
        ObjectReference(
            apiVersion: value["apiVersion"]?.asText ?? "", kind: kind, namespace: metadata["namespace"]?.asText,
            name: name)
    }
    var isTerminating: Bool { metadata["deletionTimestamp"]?.asText != nil }
    /// When it was made, to the second.
    var created: Timestamp? { metadata["creationTimestamp"]?.asText.flatMap(ObservedTime.reading) }

    func label(_ name: String) -> String? { metadata["labels"]?[name]?.asText }
    func annotation(_ name: String) -> String? { metadata["annotations"]?[name]?.asText }

    /// An owner: the name as `KIND/NAME`, and its unique id.
    struct Owner {
        var apiVersion: String
        var name: String
        var uid: String
    }

    var owners: [Owner] {
        (metadata["ownerReferences"]?.asElements ?? []).map { owner in
            Owner(
                apiVersion: owner["apiVersion"]?.asText ?? "",
                name: "\(owner["kind"]?.asText ?? "")/\(owner["name"]?.asText ?? "")", uid: owner["uid"]?.asText ?? "")
        }
    }

    /// Whether another object owns it; by its unique id where both have one.
    func isOwned(by other: SeenObject) -> Bool {
        owners.contains { owner in
            owner.uid.isEmpty || other.uid.isEmpty
                ? owner.name == "\(other.kind)/\(other.name)" : owner.uid == other.uid
        }
    }

    /// Whether it is a Pod or Job of which nothing runs any more, or will again.
    var hasEnded: Bool {
        switch kind {
        case "Pod": ["Succeeded", "Failed"].contains(status["phase"]?.asText ?? "")
        case "Job": condition("Complete") == "True" || condition("Failed") == "True"
        default: false
        }
    }

    /// Whether it is a Pod or Job from which no container starts any more.
    var isOver: Bool { hasEnded || isTerminating && ["Pod", "Job"].contains(kind) }

    /// The status of a condition: `True`, `False` or `Unknown`.
    func condition(_ type: String) -> String? { find(type)?["status"]?.asText }
    /// Why a condition has its status.
    func conditionReason(_ type: String) -> String? { find(type)?["reason"]?.asText }

    private func find(_ type: String) -> StructuredValue? {
        status["conditions"]?.asElements.first { $0["type"]?.asText == type }
    }

    /// Who made it and would make it again, as far as its labels, annotations and owners say; `nil` for nobody.
    var manager: String? {
        if let release = annotation("meta.helm.sh/release-name") { return "Helm (\(release))" }
        if let application = annotation("argocd.argoproj.io/tracking-id")?.split(separator: ":").first {
            return "Argo CD (\(application))"
        }
        if let flux = label("kustomize.toolkit.fluxcd.io/name") ?? label("helm.toolkit.fluxcd.io/name") {
            return "Flux (\(flux))"
        }
        if let owner = owners.first { return owner.name }
        return label("app.kubernetes.io/managed-by")
    }

    /// An end of a sentence that names the manager, or nothing.
    var managedBy: String {
        guard let manager else { return "" }
        // Annotations hold whatever somebody wrote into them.
        let plain = manager.unicodeScalars.prefix(80).filter { $0.value >= 0x20 && $0.value < 0x7F }
        return "; it is managed by \(String(String.UnicodeScalarView(plain)))"
    }
}
