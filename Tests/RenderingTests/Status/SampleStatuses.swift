import MigrationModel
import Rendering

/// Statuses put together by hand: as far along as a test wants them, with steps as the planner makes them.
struct SampleStatuses {
    /// 2026-11-21 12:00 UTC.
    static let now = moment("2026-11-21T12:00:00.000Z")
    static let setting = RenderSetting(toolVersion: "1.0.0")

    /// A service: how many of its nine steps are done, and how the next one stands.
    struct Service {
        var name: String
        var kind = "Deployment"
        var namespace = "production"
        var keys: [Int] = [0]
        var done = 0
        var next = StepStanding.blocked
        var isExempt = false
    }

    var cluster = "prod-eu"
    var folder = "plan"
    var services: [Service]
    /// The stage of each key.
    var keys: [KeyLife.Stage]
    var contradicted: Set<Int> = []
    var overrides: [OverrideRecord] = []
    var events = 0
    var days = 20

    static func moment(_ text: String) -> Timestamp { Timestamp(text) ?? Timestamp(milliseconds: 0) }
    static func ago(hours: Int) -> Timestamp { now.adding(milliseconds: -hours * 3_600_000) }
    static let ada = Author(user: "ada", host: "ops-1", process: 4711)

    static func key(_ index: Int) -> KeyName {
        let ids = ["AKIARZPUZDIKKEOANPKG", "AKIARZPUZDIKK266JCYW", "AKIARZPUZDIKD44SHPA2"]
        let digits = String(index, radix: 32).uppercased()
        return KeyName(
            kind: .awsAccessKey,
            id: index < ids.count
                ? ids[index] : "AKIARZPUZDIK" + String(repeating: "A", count: 8 - digits.count) + digits)
    }

    private func id(_ service: Service) -> String { "\(cluster)/\(service.namespace)/\(service.kind)/\(service.name)" }

    private static let stepNames: [(Phase, String, String, [Verification])] = [
        (.prepare, "identity", "Make the role of %.", [.trustExact, .permissionsAttached]),
        (.prepare, "service-account", "Make the ServiceAccount of %.", [.identityBound]),
        (.prepare, "binding", "Bind the ServiceAccount of % to its role.", [.identityBound]),
        (.shift, "canary", "Run one Pod of % without the key.", [.injected, .callerIdentity]),
        (
            .shift, "rollout", "Change the template of %: no key, and its own ServiceAccount.",
            [.rolledOut, .noStaticSource]
        ),
        (.shift, "canary-end", "Delete the canary of %.", [.carrierGone]),
        (.retire, "revisions", "Delete former revisions of % that still name the key.", [.noReference]),
    ]

    /// Everything as a status.
    var status: MigrationStatus {
        var steps: [StepStatus] = []
        for service in services where !service.isExempt {
            for index in Self.stepNames.indices { steps.append(step(index, of: service)) }
        }
        for index in keys.indices { steps += keySteps(index) }
        let standings = Set(steps.map(\.standing))
        let standing: MigrationStatus.Standing =
            if standings == [.done] {
                .done
            } else if standings.contains(.regressed) || !contradicted.isEmpty {
                .regressed
            } else if events == 0 {
                .fresh
            } else if standings.contains(.ready) || standings.contains(.running) || standings.contains(.verifying) {
                .inProgress
            } else {
                .waiting
            }
        return MigrationStatus(
            at: Self.now, plan: String(repeating: "3fa9c41e", count: 8), folder: folder, standing: standing,
            sequence: events, head: events == 0 ? LedgerEvent.firstPrevious : String(repeating: "9f2cb07d", count: 8),
            clusters: [cluster], steps: steps, services: services.map(status), keys: keys.indices.map(status),
            overrides: overrides, burnDown: burnDown)
    }

    var migration: StatusReport.Migration {
        StatusReport.Migration(
            status, seal: events == 0 ? .missing : .whole,
            keySteps: Dictionary(
                keys.indices.map { (Self.key($0), keySteps($0).map(\.id)) }, uniquingKeysWith: { first, _ in first }))
    }

    var report: StatusReport { StatusReport(at: Self.now, migrations: [migration]) }

    private func status(_ service: Service) -> ServiceStatus {
        let counts = [(Phase.prepare, 0..<3), (.shift, 3..<6), (.retire, 6..<7)].map { phase, range in
            ServiceStatus.PhaseCount(phase: phase, done: range.count { $0 < service.done }, total: range.count)
        }
        let attention =
            [.regressed, .failed, .running].contains(service.next) ? [stepID(service.done, of: service)] : []
        return ServiceStatus(
            id: id(service), cluster: cluster,
            workload: ObjectReference(
                apiVersion: "apps/v1", kind: service.kind, namespace: service.namespace, name: service.name),
            wave: 1, delivery: .direct, mechanism: service.isExempt ? nil : .eksPodIdentity,
            exemption: service.isExempt ? "OPS-12: replaced in spring, until 2027-03-31" : "",
            phases: service.isExempt ? [] : counts, keys: service.keys.map(Self.key), attention: attention)
    }

    private func stepID(_ index: Int, of service: Service) -> String {
        let (phase, name, _, _) = Self.stepNames[min(index, 6)]
        return "\(phase.rawValue)/\(service.namespace)/\(service.name)/\(name)"
    }

    private func step(_ index: Int, of service: Service) -> StepStatus {
        let (phase, name, summary, verifications) = Self.stepNames[index]
        let standing: StepStanding = index < service.done ? .done : index == service.done ? service.next : .blocked
        let time = Self.ago(hours: 30 * (7 - index))
        var step = StepStatus(
            id: stepID(index, of: service), phase: phase, cluster: cluster, service: id(service),
            summary: summary.replacingFirst("%", with: service.name),
            actor: name == "identity" || name == "binding" ? .terraform : .keyshift, standing: standing,
            since: standing == .done || standing == .regressed ? time : nil)
        if standing == .done || standing == .regressed {
            step.checks = verifications.enumerated().map { place, verification in
                let isRegressed = standing == .regressed && place == verifications.count - 1
                return check(verification, service, time, isRegressed)
            }
        }
        complete(&step, service)
        return step
    }

    private func check(
        _ verification: Verification, _ service: Service, _ time: Timestamp, _ isRegressed: Bool
    ) -> StepStatus.CheckRecord {
        StepStatus.CheckRecord(
            verification: verification, result: isRegressed ? .violated : .satisfied,
            reason: isRegressed
                ? "The template of \(service.name) has AWS_ACCESS_KEY_ID again; Argo CD application \(service.name) wrote it."
                : "All 3 Pods of \(service.name) are as the plan says.",
            at: isRegressed ? Self.ago(hours: 2) : time, since: isRegressed ? Self.ago(hours: 2) : time,
            isRegressed: isRegressed,
            evidence: [
                Evidence(
                    source: "kubectl --context prod-eu get pods -n \(service.namespace) -l app=\(service.name)",
                    time: time,
                    statement: "3 of 3 Pods run as system:serviceaccount:\(service.namespace):\(service.name).")
            ], sequence: max(1, events - 3))
    }

    private func complete(_ step: inout StepStatus, _ service: Service) {
        switch step.standing {
        case .waiting:
            let until = Self.now.adding(milliseconds: 22 * 3_600_000)
            step.until = until
            step.waits = [
                StepWait(
                    kind: .soak, reason: "It has run well for 2 of 24 hours since its rollout was verified.",
                    until: until,
                    gate: 0, isPrudence: true)
            ]
        case .asking:
            step.waits = [
                StepWait(
                    kind: .draft, reason: "A person has to accept the drafted permissions of \(service.name).", gate: 0)
            ]
        case .running: step.lease = StepStatus.Lease(holder: Self.ada, expires: Self.now.adding(milliseconds: 600_000))
        case .failed: step.failure = "forbidden: deployments.apps \"\(service.name)\" cannot be patched by ada."
        case .blocked: step.waits = [StepWait(kind: .step, reason: "The step before has to be done.", steps: [])]
        case .done, .ready, .verifying, .regressed: break
        }
    }

    private func heldUp(_ index: Int) -> [String] {
        services.filter { $0.keys.contains(index) && $0.done < 7 && !$0.isExempt }.map(id)
    }

    private func keySteps(_ index: Int) -> [StepStatus] {
        let name = Self.key(index).id
        let stage = keys[index]
        let isFree = heldUp(index).isEmpty
        let make = { (id: String, phase: Phase, summary: String, standing: StepStanding, verification: Verification) in
            StepStatus(
                id: id, phase: phase, cluster: "", service: "", summary: summary, actor: .keyshift, standing: standing,
                since: standing == .done ? Self.ago(hours: 60) : nil,
                checks: standing == .done
                    ? [
                        StepStatus.CheckRecord(
                            verification: verification, result: .satisfied, reason: "IAM says so.",
                            at: Self.ago(hours: 60),
                            since: Self.ago(hours: 60),
                            evidence: [
                                Evidence(
                                    source: "aws iam list-access-keys --user-name shared-app",
                                    time: Self.ago(hours: 60),
                                    statement: "\(name) is Inactive.", sha256: String(repeating: "ab12", count: 16))
                            ], sequence: max(1, events - 1))
                    ] : [], isPointOfNoReturn: verification == .keyGone)
        }
        var deletion = make(
            "decommission/keys/\(name)/delete", .decommission, "Delete \(name).",
            stage == .deleted ? .done : stage == .deactivated ? .waiting : .blocked, .keyGone)
        if deletion.standing == .waiting {
            deletion.until = Self.now.adding(milliseconds: 5 * 86_400_000)
            deletion.waits = [
                StepWait(
                    kind: .quiet, reason: "The key has not been used, nor referred to, for 2 of 7 days.",
                    until: deletion.until, gate: 0, isPrudence: true)
            ]
        }
        return [
            make(
                "retire/keys/\(name)/deactivate", .retire, "Deactivate \(name).",
                stage == .active ? (isFree ? .ready : .blocked) : .done, .keyInactive), deletion,
        ]
    }

    private func status(_ index: Int) -> KeyStatus {
        let stage = keys[index]
        let since = stage == .active ? nil : Self.ago(hours: 60 + 11 * index)
        return KeyStatus(
            key: Self.key(index), account: "123456789012", fate: .retire,
            reason: "All services that receive it are moved.", stage: stage, since: since,
            firstSeen: events == 0 ? nil : Self.ago(hours: days * 24), quietSince: since,
            lastSeen: contradicted.contains(index) ? .active : nil, isContradicted: contradicted.contains(index),
            services: services.filter { $0.keys.contains(index) }.map(id), heldUpBy: heldUp(index),
            nextStep: stage == .deleted
                ? nil
                : stage == .active
                    ? "retire/keys/\(Self.key(index).id)/deactivate"
                    : "decommission/keys/\(Self.key(index).id)/delete")
    }

    private var burnDown: [BurnDownPoint] {
        guard events > 0 else { return [] }
        var points = [BurnDownPoint(at: Self.ago(hours: days * 24), live: keys.count, inactive: 0, deleted: 0)]
        let changes = keys.enumerated().flatMap { index, stage -> [(Int, KeyLife.Stage)] in
            let deactivated = (days * 24 * (keys.count - index)) / (keys.count + 1) + 30
            return stage == .active
                ? [] : [(deactivated, .deactivated)] + (stage == .deleted ? [(deactivated / 3, .deleted)] : [])
        }
        for (hours, stage) in changes.sorted(by: { $0.0 > $1.0 }) {
            var point = points[points.count - 1]
            point.at = Self.ago(hours: hours)
            if stage == .deactivated { (point.live, point.inactive) = (point.live - 1, point.inactive + 1) }
            if stage == .deleted { (point.inactive, point.deleted) = (point.inactive - 1, point.deleted + 1) }
            points.append(point)
        }
        return points
    }
}

extension SampleStatuses {
    static let fresh = SampleStatuses(
        services: shop(0, 0, 0, 0, 0, 0).map {
            var service = $0
            service.next = .ready
            return service
        }, keys: [.active, .active, .active])

    static let halfway: SampleStatuses = {
        var services = shop(7, 7, 4, 3, 1, 0)
        (services[2].next, services[3].next, services[4].next, services[5].next) = (.running, .ready, .asking, .ready)
        return SampleStatuses(
            services: services, keys: [.active, .deactivated, .active], overrides: [override], events: 214)
    }()

    static let waiting: SampleStatuses = {
        var services = shop(7, 7, 7, 7, 5, 7)
        services[4].next = .waiting
        return SampleStatuses(services: services, keys: [.active, .deactivated, .deleted], events: 388)
    }()

    static let regressed: SampleStatuses = {
        var services = shop(7, 7, 4, 4, 3, 7)
        (services[2].next, services[3].next, services[4].next) = (.regressed, .failed, .ready)
        return SampleStatuses(
            services: services, keys: [.active, .deactivated, .deactivated], contradicted: [1], overrides: [override],
            events: 301)
    }()

    static let done: SampleStatuses = {
        var services = shop(7, 7, 7, 7, 7, 7)
        services.append(
            Service(name: "mainframe-gateway", kind: "StatefulSet", namespace: "legacy", keys: [], isExempt: true))
        return SampleStatuses(
            services: services, keys: [.deleted, .deleted, .deleted], overrides: [override], events: 512, days: 41)
    }()

    /// A thousand services of forty namespaces with thirty keys, somewhere in the middle.
    static let large: SampleStatuses = {
        let services = (0..<1000).map { index in
            let done = index < 430 ? 7 : index < 470 ? 3 + index % 4 : index < 700 ? 3 : index % 3
            let next: StepStanding =
                index < 430
                ? .done : index == 447 ? .regressed : index < 452 ? .waiting : index < 470 ? .ready : .blocked
            return Service(
                name: "service-\(index)", kind: index % 9 == 0 ? "StatefulSet" : "Deployment",
                namespace: "team-\(index % 40)", keys: [index * 30 / 1000], done: done, next: next)
        }
        let keys = (0..<30).map { $0 < 8 ? KeyLife.Stage.deleted : $0 < 12 ? .deactivated : .active }
        return SampleStatuses(
            services: services, keys: keys, overrides: [override, override], events: 100_000, days: 75)
    }()

    /// Names that want to be markup, to steer a terminal, to run backwards, or to be as long as a name can be.
    static let hostile: SampleStatuses = {
        let names = [
            "<script>alert(1)</script>", "\u{202e}drowssap\u{2066}", "\u{1b}[2J\u{1b}]0;owned\u{7}",
            String(repeating: "a-very-long-name.", count: 15).prefix(253).description,
            "</script><!--<img src=x onerror=alert(1)>",
            "{{7*7}}${7*7}\u{E000}'\"`|&amp;\n# HELP x", "שלום-עולם",
        ]
        let services = names.map { Service(name: $0, namespace: "<b>x</b>", done: 4, next: .regressed) }
        return SampleStatuses(
            cluster: "\"><script>alert(2)</script>", folder: "plan; rm -rf ~ '", services: services, keys: [.active],
            overrides: [
                OverrideRecord(
                    step: "x\"/><svg onload=alert(3)>", gate: .approval(reason: "<i>"),
                    reason: "</td></table>\u{200f}<script>",
                    by: Author(user: "<u>", host: "\u{9b}31m", process: 1), at: now)
            ], events: 9)
    }()

    static let override = OverrideRecord(
        step: "decommission/keys/AKIARZPUZDIKK266JCYW/delete", gate: .quiet(days: 7),
        reason: "OPS-431: the vendor rotates on Friday, and CloudTrail shows no use for 90 days", by: ada,
        at: ago(hours: 50))

    private static func shop(_ done: Int...) -> [Service] {
        let names = [
            ("report", "CronJob", 1), ("invoice-exporter", "StatefulSet", 2), ("order-api", "Deployment", 0),
            ("payment-processor", "Deployment", 0), ("notification-service", "Deployment", 0),
            ("analytics-pipeline", "Deployment", 0),
        ]
        return zip(names, done).map { Service(name: $0.0, kind: $0.1, keys: [$0.2], done: $1) }
    }
}

extension String {
    fileprivate func replacingFirst(_ mark: Character, with name: String) -> String {
        guard let index = firstIndex(of: mark) else { return self }
        return self[..<index] + name + self[self.index(after: index)...]
    }
}

extension StatusFormat {
    /// The whole text.
    func text(of report: StatusReport, width: Int? = nil, hasColour: Bool = false) -> String {
        var text = ""
        var setting = SampleStatuses.setting
        (setting.width, setting.hasColour) = (width, hasColour)
        render(report, setting) { text += $0 }
        return text
    }
}
