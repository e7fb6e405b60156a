internal import MigrationModel

/// The status for monitoring: the text format of Prometheus, for a textfile collector or a CronJob that pushes it.
///
/// Names of services are no labels: their number has no bound. Syntax: <https://prometheus.io/docs/instrumenting/exposition_formats/>.
public struct StatusPrometheusFormat: StatusFormat {
    /// `-o prometheus`.
    public static let name = "prometheus"

    /// Creates the format.
    public init() {}

    /// Prints each metric with what it is and its samples, one for each migration.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        for metric in Self.metrics {
            let samples = report.migrations.flatMap { migration in
                metric.samples(migration, report.at).map { sample in
                    let labels = [("migration", Self.name(of: migration))] + sample.labels
                    return "\(metric.name){\(labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ","))} "
                        + "\(sample.value)\n"
                }
            }
            guard !samples.isEmpty else { continue }
            write("# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n" + samples.joined())
        }
    }

    private struct Sample {
        var labels: [(String, String)] = []
        var value: Int
    }

    private struct Metric: Sendable {
        var name: String
        var help: String
        var samples: @Sendable (StatusReport.Migration, Timestamp) -> [Sample]
    }

    /// What tells migrations apart: the clusters, and the folder.
    private static func name(of migration: StatusReport.Migration) -> String {
        let clusters = migration.status.clusters.joined(separator: ",")
        let folder = migration.status.folder
        return folder.isEmpty || folder == "." ? clusters : "\(clusters) \(folder)"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in TerminalText.harmless(text).unicodeScalars {
            if scalar == "\\" || scalar == "\"" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static let metrics: [Metric] = [
        Metric(
            name: "keyshift_standing", help: "1 for the word that says where the migration stands, 0 for the others."
        ) {
            migration, _ in
            MigrationStatus.Standing.allCases.map {
                Sample(labels: [("standing", $0.rawValue)], value: migration.status.standing == $0 ? 1 : 0)
            }
        },
        Metric(name: "keyshift_services", help: "Services by the first phase that is not done for them.") {
            migration, _ in
            let counts = migration.status.services.reduce(into: [:]) { $0[ServicePosition($1), default: 0] += 1 }
            return ServicePosition.allCases.map { Sample(labels: [("phase", $0.rawValue)], value: counts[$0] ?? 0) }
        },
        Metric(name: "keyshift_steps", help: "Steps by where they stand.") { migration, _ in
            let counts = migration.status.steps.reduce(into: [:]) { $0[$1.standing, default: 0] += 1 }
            return StepStanding.allCases.map { Sample(labels: [("standing", $0.rawValue)], value: counts[$0] ?? 0) }
        },
        Metric(name: "keyshift_keys", help: "Static keys that are to go, by what was done to them last.") {
            migration, _ in
            let counts = retired(migration).reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
            return KeyLife.Stage.allCases.map { Sample(labels: [("stage", $0.rawValue)], value: counts[$0] ?? 0) }
        },
        Metric(
            name: "keyshift_live_key_age_seconds", help: "Seconds since the ledger first heard of each live static key."
        ) { migration, now in
            retired(migration).filter(\.isLive).compactMap { key in
                age(of: key, now).map {
                    Sample(labels: [("key", key.key.id), ("kind", key.key.kind.rawValue)], value: $0)
                }
            }
        },
        Metric(
            name: "keyshift_oldest_live_key_age_seconds",
            help: "Seconds since the ledger first heard of the oldest static key that is live; 0 when none is."
        ) { migration, now in
            [Sample(value: retired(migration).filter(\.isLive).compactMap { age(of: $0, now) }.max() ?? 0)]
        },
        Metric(name: "keyshift_gates_waiting", help: "Waits of steps that nothing else holds up, by kind.") {
            migration, _ in
            let waits = migration.status.steps.lazy.filter { $0.standing == .waiting || $0.standing == .asking }
                .flatMap(\.waits)
            let counts = waits.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
            return StepWait.Kind.allCases.map { Sample(labels: [("kind", $0.rawValue)], value: counts[$0] ?? 0) }
        },
        Metric(name: "keyshift_regressions", help: "Steps of which something that was verified holds no longer.") {
            migration, _ in
            [Sample(value: migration.status.steps.count { $0.standing == .regressed })]
        },
        Metric(name: "keyshift_keys_contradicted", help: "Keys that somebody made active, or made, behind the ledger.")
        {
            migration, _ in
            [Sample(value: migration.status.keys.count(where: \.isContradicted))]
        },
        Metric(name: "keyshift_overrides", help: "Gates of prudence that were passed with a reason.") { migration, _ in
            [Sample(value: migration.status.overrides.count)]
        },
        Metric(name: "keyshift_ledger_events", help: "Events of the ledger; the label head is the hash of the last.") {
            migration, _ in
            [Sample(labels: [("head", migration.status.head)], value: migration.status.sequence)]
        },
        Metric(
            name: "keyshift_ledger_whole", help: "1 when the ledger is as it was written, 0 when not; --verify asks."
        ) {
            migration, _ in
            switch migration.seal {
            case .whole: [Sample(value: 1)]
            case .broken: [Sample(value: 0)]
            case .missing, .unchecked: []
            }
        },
        Metric(name: "keyshift_status_timestamp_seconds", help: "When this was found, in seconds since 1970.") {
            _, now in
            [Sample(value: now.milliseconds / 1000)]
        },
    ]

    private static func retired(_ migration: StatusReport.Migration) -> [KeyStatus] {
        migration.status.keys.filter { $0.fate == .retire }
    }

    private static func age(of key: KeyStatus, _ now: Timestamp) -> Int? {
        key.firstSeen.map { max(0, (now.milliseconds - $0.milliseconds) / 1000) }
    }
}
