import MigrationModel

/// Draws a report.
struct ServiceGraphBuilder {
    private let report: ScanReport
    private let limits: ServiceGraph.Limits
    private let services: KeyServices
    private let records: [WorkloadName: IdentityRecord]
    private var graph = ServiceGraph()
    private var carriers: [Holder: String] = [:]
    /// Keys and carriers that have an edge.
    private var held = Set<[String]>()
    private var workloads: [WorkloadName: String] = [:]
    private var accounts: [WorkloadName: String] = [:]

    /// An object, or a file that is none, in one of several inputs.
    private struct Holder: Hashable {
        var input: String
        var object: ObjectReference?
    }

    private init(_ report: ScanReport, _ limits: ServiceGraph.Limits) {
        self.report = report
        self.limits = limits
        services = KeyServices(report.trace)
        let inventory = report.trace.inventory.map { record in
            (Self.accountName(record.input, record.serviceAccount.namespace, record.serviceAccount.name), record)
        }
        records = Dictionary(inventory) { first, _ in first }
    }

    /// The graph of a report within limits.
    static func graph(of report: ScanReport, _ limits: ServiceGraph.Limits) -> ServiceGraph {
        var builder = ServiceGraphBuilder(report, limits)
        let keys = report.openKeys + report.keys.filter { $0.allowed != nil }
        for key in keys.prefix(limits.keys) { builder.draw(key) }
        builder.drawNotes(keys)
        return builder.graph
    }

    private mutating func draw(_ key: StaticKey) {
        let description = KeyDescription(key, now: report.generated)
        let node = graph.node(
            "k", .key, [key.identity.id, key.identity.kind.words, description.owner, description.warning ?? ""])
        let receivers = services[key.name]
        for service in receivers.prefix(limits.services) { draw(service, of: node) }
        let rest = receivers.count - limits.services
        if rest > 0 {
            graph.edge(
                node, graph.node("n", .note, ["… and \(Wording.count(rest, "more service"))", "-o json lists all"]))
        }
        drawIdleHolders(of: key, node, receivers)
    }

    private mutating func draw(_ service: KeyService, of key: String) {
        let workload = node(of: service.facts)
        var order: [ObjectReference?] = []
        var ways: [ObjectReference?: [Consumption]] = [:]
        for consumption in service.consumptions {
            if ways[consumption.carrier] == nil { order.append(consumption.carrier) }
            ways[consumption.carrier, default: []].append(consumption)
        }
        for carrier in order.prefix(Self.mostWays) {
            let consumptions = ways[carrier] ?? []
            let label = Wording.series(Self.distinct(consumptions.map(\.reception.words)), most: 2)
            let isPossible = consumptions.allSatisfy { $0.certainty == .possible }
            let from = carrier.map { node(of: Holder(input: service.facts.name.input, object: $0), key) } ?? key
            graph.edge(from, workload, label, isPossible: isPossible)
        }
    }

    /// A service rarely gets one key out of more objects than this.
    private static let mostWays = 3

    private mutating func node(of holder: Holder, _ key: String) -> String {
        let node = carriers[holder] ?? graph.node("c", .carrier, lines(of: holder))
        carriers[holder] = node
        if held.insert([key, node]).inserted { graph.edge(key, node) }
        return node
    }

    private mutating func node(of service: Service) -> String {
        if let node = workloads[service.name] { return node }
        let name = service.name
        let node = graph.node("s", .service, lines(of: Holder(input: name.input, object: name.object)) + service.size)
        workloads[name] = node
        for account in service.serviceAccounts {
            graph.edge(node, self.node(ofAccount: Self.accountName(name.input, name.object.namespace, account)))
        }
        return node
    }

    private mutating func node(ofAccount name: WorkloadName) -> String {
        if let node = accounts[name] { return node }
        let identities = records[name]?.identities ?? []
        let facts =
            records[name] == nil
            ? ["not in the input"] : identities.isEmpty ? ["no federated identity"] : identities.map(\.words)
        let node = graph.node(
            "a", identities.isEmpty ? .idle : .identity,
            lines(of: Holder(input: name.input, object: name.object)) + facts)
        accounts[name] = node
        return node
    }

    /// What holds the key although nobody gets it from there.
    private mutating func drawIdleHolders(of key: StaticKey, _ node: String, _ receivers: [KeyService]) {
        var known = Set<Holder>()
        for service in receivers {
            known.insert(Holder(input: service.facts.name.input, object: service.facts.name.object))
            for consumption in service.consumptions {
                known.insert(Holder(input: service.facts.name.input, object: consumption.object))
                if let carrier = consumption.carrier {
                    known.insert(Holder(input: service.facts.name.input, object: carrier))
                }
            }
        }
        let places = key.sightings.map { Holder(input: $0.place.input, object: $0.place.object) }
        let idle = Self.distinct(places).filter { !known.contains($0) }
        for holder in idle.prefix(limits.services) {
            let lines = lines(of: holder) + ["no consumer found"]
            graph.edge(node, graph.node("c", .idle, lines))
        }
        guard idle.count > limits.services else { return }
        let rest = Wording.count(idle.count - limits.services, "more object")
        graph.edge(node, graph.node("n", .note, ["… and \(rest) without a consumer", "-o json lists all"]))
    }

    private mutating func drawNotes(_ keys: [StaticKey]) {
        var lines: [String] = []
        if keys.isEmpty { lines.append(ScanSummary(report).verdict ?? "") }
        if keys.count > limits.keys {
            lines.append("\(Wording.count(keys.count - limits.keys, "more key")) not drawn (-o json lists all)")
        }
        let services = services
        let received = Set(keys.lazy.flatMap { services[$0.name] }.map(\.facts.name))
        let others = report.trace.services.count { !received.contains($0.name) }
        if others > 0 { lines.append("not drawn: \(Wording.count(others, "service")) without a static key") }
        lines += BlindSpots.words(report.trace.blindSpots)
        if report.isPartial { lines.append("the scan is partial") }
        if !lines.isEmpty { _ = graph.node("n", .note, lines) }
    }

    private func lines(of holder: Holder) -> [String] {
        let input = report.inputs.count > 1 ? holder.input : ""
        return holder.object.map { [$0.words, input] } ?? ["file \(holder.input)"]
    }

    private static func accountName(_ input: String, _ namespace: String?, _ name: String) -> WorkloadName {
        let object = ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: namespace, name: name)
        return WorkloadName(input: input, object: object)
    }

    private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen = Set<Element>()
        return elements.filter { seen.insert($0).inserted }
    }
}
