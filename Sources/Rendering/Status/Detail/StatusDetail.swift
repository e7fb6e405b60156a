public import MigrationModel

/// One service, step or key with everything that is known of it.
public struct StatusDetail: Hashable, Sendable {
    /// What it is about.
    public var subject: StatusSubject
    /// The migration that it belongs to.
    public var migration: StatusReport.Migration
    /// The events about it, in order.
    public var events: [LedgerEvent]
    /// The moment.
    public var at: Timestamp

    /// Creates a detail.
    public init(
        of subject: StatusSubject, in migration: StatusReport.Migration, events: [LedgerEvent], at now: Timestamp
    ) {
        self.subject = subject
        self.migration = migration
        self.events = events
        at = now
    }

    /// The steps that it shows, in the order of the plan.
    var steps: [StepStatus] {
        let ids = Set(subject.steps(in: migration))
        return migration.status.steps.filter { ids.contains($0.id) }
    }

    /// The id of what it is about.
    var id: String {
        switch subject {
        case .service(let service): service.id
        case .step(let step): step.id
        case .key(let key): key.key.id
        }
    }
}

/// The formats in which a detail can be printed.
public enum StatusDetailFormat: String, Hashable, Sendable, CaseIterable {
    case table, json, yaml

    /// Prints a detail.
    public func render(_ detail: StatusDetail, _ setting: RenderSetting, to write: (String) -> Void) {
        switch self {
        case .table: StatusDetailTable.render(detail, setting, to: write)
        case .json: JSONDocument.write(StatusDetailDocument.parts(of: detail, setting.toolVersion), to: write)
        case .yaml: YAMLDocument.write(StatusDetailDocument.parts(of: detail, setting.toolVersion), to: write)
        }
    }
}
