import MigrationModel
internal import StructuredText

/// A cluster and an account at one moment, and how they go on.
struct WorldState: Sendable {
    var cluster: SimulatedCluster
    var account: SimulatedAccount
    /// The moment.
    private(set) var now: Timestamp
    /// The moment before.
    private(set) var previous: Timestamp
    /// What goes wrong.
    var breaks: [Break] = []
    /// Templates as they were in the beginning, by workload, for whoever puts them back.
    let firstTemplates: [ObjectReference: StructuredValue]
    /// Images whose containers have used a credential once: they call the cloud ever after.
    var callingImages: Set<String> = []
    /// The services that fail now, with the reason.
    private(set) var failures: [String: String] = [:]
    /// Every service that began to fail, in the order of time.
    private(set) var outages: [Outage] = []
    private var isSettled = false

    init(cluster: SimulatedCluster, account: SimulatedAccount, now: Timestamp) {
        self.cluster = cluster
        self.account = account
        self.now = now
        previous = now
        firstTemplates = Self.templates(of: cluster)
        // So that everything runs when somebody first looks.
        for _ in 0..<20 { tick(self.now.adding(milliseconds: 1000)) }
        outages = []
    }

    private static func templates(of cluster: SimulatedCluster) -> [ObjectReference: StructuredValue] {
        let workloads = [ResourceKind.deployment, .statefulSet, .daemonSet, .cronJob].flatMap { cluster.list($0) }
        return Dictionary(
            workloads.compactMap { workload in
                workload.templatePath.flatMap { workload.at($0[...]) }.map { (workload.reference, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// How long before the end of a long wait everything happens step by step.
    private static let detail = 30 * 60_000

    /// Lets time pass until a moment: second by second while anything changes, else minute by minute at the end and at once
    /// before that.
    mutating func pass(until end: Timestamp) {
        while now < end {
            guard isSettled else {
                tick(min(end, now.adding(milliseconds: 1000)))
                continue
            }
            let event = breaks.compactMap(\.time).filter { $0 > now }.min()
            let next = min(end, event ?? end)
            let beginning = next.adding(milliseconds: -Self.detail)
            let minute = Timestamp(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)
            tick(now < beginning ? beginning : min(next, minute))
        }
    }

    /// Lets time pass, at most so long, until something holds.
    ///
    /// - Returns: whether it holds.
    mutating func wait(_ seconds: Int, until holds: (WorldState) -> Bool) -> Bool {
        for _ in 0..<max(0, seconds) {
            if holds(self) { return true }
            tick(now.adding(milliseconds: 1000))
        }
        return holds(self)
    }

    /// Somebody changed something.
    mutating func disturb() { isSettled = false }

    /// Lets everything go wrong whose time has come.
    mutating func strike() {
        var left: [Break] = []
        for fault in breaks where !fault.strike(&self) { left.append(fault) }
        if left.count != breaks.count { breaks = left }
    }

    private mutating func tick(_ time: Timestamp) {
        previous = now
        now = time
        let version = cluster.version
        strike()
        for controller in Controllers.all { controller.reconcile(&self) }
        PodLifecycle.reconcile(&self)
        cluster.collectGarbage(now)
        notice(CredentialUse.reconcile(&self))
        isSettled = cluster.version == version
    }

    private mutating func notice(_ current: [String: String]) {
        for (service, reason) in current.sorted(by: { $0.key < $1.key }) where failures[service] == nil {
            outages.append(Outage(service: service, time: now, reason: reason))
        }
        failures = current
    }
}

extension StructuredValue {
    /// How an object is named.
    var reference: ObjectReference {
        ObjectReference(
            apiVersion: at("apiVersion")?.text ?? "", kind: at("kind")?.text ?? "",
            namespace: at("metadata", "namespace")?.text, name: name)
    }
}
