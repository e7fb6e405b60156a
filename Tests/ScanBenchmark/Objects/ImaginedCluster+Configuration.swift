internal import StructuredText

extension ImaginedCluster {
    /// Settings of an application, from a few lines to a long file.
    mutating func configMap() -> StructuredValue {
        var data = [("application.yaml", random.settings(random.pick([200, 600, 1500, 4000, 12_000])))]
        if random.happens(percent: 30) { data.append(("LOG_LEVEL", "info")) }
        if random.happens(percent: 30) { data.append(("\(random.word()).properties", random.settings(800))) }
        return object("v1", "ConfigMap", [.init("data", .texts(data))])
    }

    /// A custom resource with nested settings and a status.
    mutating func customResource() -> StructuredValue {
        let rules: [StructuredValue] = (0..<random.number(2..<16)).map { _ in
            [
                "host": .string("\(random.word()).\(random.word()).example.com"), "name": .string(random.word()),
                "paths": .texts((0..<3).map { _ in "/\(random.word())/\(random.word())" }),
                "weight": .integer(random.number(0..<100)),
            ]
        }
        let spec: StructuredValue = [
            "description": .string((0..<12).map { _ in random.word() }.joined(separator: " ")),
            "rules": .sequence(rules), "secretName": .string("\(random.word())-secret"), "suspend": false,
        ]
        let group = "\(random.word()).example.com/v1"
        return object(group, "Route", [.init("spec", spec), .init("status", ["ready": true])])
    }

    /// A service account, with a role annotation now and then.
    mutating func serviceAccount() -> StructuredValue {
        let role = ("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/\(random.word())")
        return object(
            "v1", "ServiceAccount", annotations: random.happens(percent: 20) ? [role] : [],
            [.init("imagePullSecrets", [["name": "registry"]])])
    }

    /// An event, the smallest of the common objects.
    mutating func event() -> StructuredValue {
        let name = "\(random.word())-\(random.suffix(10))-\(random.suffix(5))"
        return object(
            "v1", "Event", name: "\(name).\(random.hex(16))",
            [
                .init("count", .integer(random.number(1..<5000))),
                .init("firstTimestamp", .string(random.timestamp())),
                .init("involvedObject", ["kind": "Pod", "name": .string(name), "uid": .string(random.uuid())]),
                .init("lastTimestamp", .string(random.timestamp())),
                .init("message", .string("Back-off restarting failed container \(random.word()) in pod \(name)")),
                .init("reason", "BackOff"),
                .init("source", ["component": "kubelet", "host": .string("node-\(random.suffix(5))")]),
                .init("type", "Warning"),
            ])
    }
}
