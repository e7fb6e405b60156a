import Foundation
import MigrationModel
import Testing

/// Compares what is known of a template with the Pods that a real API server made from it.
///
/// The dump of `receptions` is the server's own answer, so no server has to run.
struct PodTemplateTests {
    private static let scenario = Scenario.all.first { $0.name == "receptions" }

    /// What one Pod's spec says as far as credentials go, without what the server adds to every Pod: a token.
    private struct Shape: Hashable {
        var containers: [String]
        var volumes: [String]

        init(_ spec: [String: Any]) {
            func name(_ thing: [String: Any]) -> String { thing["name"] as? String ?? "" }
            let token = (spec["serviceAccountName"] as? String ?? "default") + "-token-"
            func isAdded(_ thing: [String: Any]) -> Bool { name(thing).hasPrefix(token) }
            let containers = ["initContainers", "containers"].flatMap { spec[$0] as? [[String: Any]] ?? [] }
            self.containers = containers.map { container in
                let variables = (container["env"] as? [[String: Any]] ?? []).map(name)
                let mounts = (container["volumeMounts"] as? [[String: Any]] ?? []).filter { !isAdded($0) }.map(name)
                let sources = (container["envFrom"] as? [[String: Any]] ?? []).map { "\($0.keys.sorted())" }
                return "\(name(container)) \(variables) \(sources) \(mounts)"
            }
            volumes = (spec["volumes"] as? [[String: Any]] ?? []).filter { !isAdded($0) }.map(name)
        }
    }

    @Test func theServerMakesPodsAsTheirTemplatesSay() throws {
        let dump = try Dump(of: #require(Self.scenario))
        var compared = 0
        for pod in dump.items where pod.kind == "Pod" {
            guard let owner = pod.controller.flatMap({ dump.byUID[$0] }) else { continue }
            let spec = try #require((owner.spec["template"] as? [String: Any])?["spec"] as? [String: Any])
            #expect(Shape(pod.spec) == Shape(spec), "\(pod.name)")
            compared += 1
        }
        #expect(compared > 40)
    }

    @Test func podsReceiveWhatTheirTemplatesReceive() throws {
        let dump = try Dump(of: #require(Self.scenario))
        let carriers: Set<String> = ["Namespace", "Secret", "ConfigMap", "ServiceAccount", "SecretProviderClass"]
        let pods = try dump.consumers { item in
            carriers.contains(item.kind) || item.kind == "Pod" && item.controller != nil
        }
        let templates = try dump.consumers { item in
            let isOld = item.kind == "ReplicaSet" && item.controller != nil && item.spec["replicas"] as? Int == 0
            return item.kind != "Pod" && !isOld
        }
        let running = dump.servicesWithPods
        let expected = Set(templates.filter { running.contains($0.service) }.map(\.withoutService))
        let found = Set(pods.map(\.withoutService))
        for each in expected.subtracting(found) { Issue.record("not in a Pod: \(each)") }
        for each in found.subtracting(expected) { Issue.record("not in a template: \(each)") }
        #expect(found.count > 40)
    }
}

/// The objects of a scenario's dump, for tests that take some of them away.
private struct Dump {
    struct Item {
        var object: [String: Any]

        private var metadata: [String: Any] { object["metadata"] as? [String: Any] ?? [:] }
        var kind: String { object["kind"] as? String ?? "" }
        var uid: String { metadata["uid"] as? String ?? "" }
        var name: String { "\(kind) \(metadata["namespace"] ?? "")/\(metadata["name"] ?? "")" }
        var spec: [String: Any] { object["spec"] as? [String: Any] ?? [:] }
        var controller: String? { owner?["uid"] as? String }
        /// What would be on top if the dump had it.
        var absentOwner: String? {
            owner.map { "\($0["kind"] ?? "") \(metadata["namespace"] ?? "")/\($0["name"] ?? "")" }
        }

        private var owner: [String: Any]? {
            let owners = metadata["ownerReferences"] as? [[String: Any]] ?? []
            return owners.first { $0["controller"] as? Bool == true }
        }
    }

    /// A consumer and the key that it receives.
    struct KeyedConsumer: Hashable {
        var key: String
        var consumer: Scenario.Consumer

        var service: String { consumer.service }
        /// Without what differs between a Pod and its template: whose it is, and where the Pod's spec stands.
        var withoutService: Self {
            var copy = self
            copy.consumer.service = ""
            if let start = consumer.target.range(of: "spec.template.spec.", options: .anchored) {
                copy.consumer.target.replaceSubrange(start, with: "spec.")
            }
            return copy
        }
    }

    var items: [Item]
    var byUID: [String: Item]

    init(of scenario: Scenario) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scenario.folder + "/dump.json"))
        let list = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        items = (list["items"] as? [[String: Any]] ?? []).map(Item.init)
        byUID = Dictionary(items.map { ($0.uid, $0) }) { first, _ in first }
    }

    /// The objects on top of the owners of all Pods.
    var servicesWithPods: Set<String> {
        Set(
            items.filter { $0.kind == "Pod" }.map { pod in
                var top = pod
                while let owner = top.controller.flatMap({ byUID[$0] }) { top = owner }
                return top.absentOwner ?? top.name
            })
    }

    /// Who receives keys from containers when only some of the objects are known.
    func consumers(where isKept: (Item) -> Bool) throws -> [KeyedConsumer] {
        let list: [String: Any] = ["apiVersion": "v1", "kind": "List", "items": items.filter(isKept).map(\.object)]
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONSerialization.data(withJSONObject: list).write(to: file)
        return Scenario.report(on: [file.path]).trace.consumptions
            .map { KeyedConsumer(key: "\($0.key.kind.rawValue) \($0.key.id)", consumer: Scenario.Consumer($0)) }
            .filter { $0.consumer.way != "customResource" }
    }
}
