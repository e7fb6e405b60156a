import MigrationModel
internal import StructuredText

extension StructuredValue {
    /// The name of an object.
    var name: String { at("metadata", "name")?.text ?? "" }
    /// The namespace of an object; empty for one without.
    var namespace: String { at("metadata", "namespace")?.text ?? "" }
    /// The unique id of an object.
    var uid: String { at("metadata", "uid")?.text ?? "" }
    /// The labels of an object or a template.
    var labels: [String: String] { at("metadata", "labels")?.texts ?? [:] }
    /// The annotations of an object or a template.
    var annotations: [String: String] { at("metadata", "annotations")?.texts ?? [:] }
    /// Whether somebody deleted it, and it ends.
    var isLeaving: Bool { at("metadata", "deletionTimestamp") != nil }
    /// The unique id of the controller that owns it; empty for none.
    var owner: String { at("metadata", "ownerReferences", "0", "uid")?.text ?? "" }
    /// When it was made.
    var created: Timestamp { time("metadata", "creationTimestamp") ?? Timestamp(milliseconds: 0) }

    /// A moment, which Kubernetes writes to the second.
    func time(_ path: String...) -> Timestamp? {
        guard let text = at(path[...])?.text, text.hasSuffix("Z") else { return nil }
        return Timestamp(text.dropLast() + ".000Z")
    }

    /// What an object says of its owner.
    static func owned(by owner: StructuredValue) -> StructuredValue {
        [
            [
                "apiVersion": owner.at("apiVersion") ?? "", "kind": owner.at("kind") ?? "",
                "name": .string(owner.name), "uid": .string(owner.uid), "controller": true,
                "blockOwnerDeletion": true,
            ]
        ]
    }

    /// The path of the Pod template of a workload; empty for a Pod, `nil` for what has none.
    var templatePath: [String]? {
        switch at("kind")?.text {
        case "Pod": []
        case "CronJob": ["spec", "jobTemplate", "spec", "template"]
        default: at("spec", "template") == nil ? nil : ["spec", "template"]
        }
    }

    /// A condition of the status; `nil` where the status does not name it.
    func condition(_ type: String) -> String? {
        at("status", "conditions")?.elements.first { $0.at("type")?.text == type }?.at("status")?.text
    }
}

extension Timestamp {
    /// To the second, as Kubernetes and AWS write it.
    var seconds: String { text.prefix(19) + "Z" }
    /// As the status and the metadata of objects hold it.
    var value: StructuredValue { .string(seconds) }
    /// The seconds from an earlier moment.
    func seconds(since other: Timestamp) -> Int { (milliseconds - other.milliseconds) / 1000 }
}
