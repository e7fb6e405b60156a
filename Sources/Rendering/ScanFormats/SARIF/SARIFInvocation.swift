internal import MigrationModel
internal import StructuredText

/// How the scan went (SARIF 2.1.0, section 3.20): whether all was scanned, and what a person should know about it.
struct SARIFInvocation {
    let value: StructuredValue

    init(of report: ScanReport, _ selection: SARIFSelection) {
        var execution = report.problems.map(Self.notification)
        if selection.leftOut > 0 { execution.append(Self.notification(selection)) }
        let configuration =
            report.expiredAllowances.map { Self.notification("allowance-expired", Self.expired($0)) }
            + report.unusedAllowances.map { Self.notification("allowance-unused", Self.unused($0)) }
        value = [
            "executionSuccessful": .bool(!report.isPartial),
            "endTimeUtc": .string(report.generated),
            "toolExecutionNotifications": .sequence(execution),
            "toolConfigurationNotifications": .sequence(configuration),
        ]
    }

    private static func notification(_ problem: Problem) -> StructuredValue {
        [
            "descriptor": ["id": .string(problem.code.rawValue)],
            "level": .string(problem.severity == .notScanned ? "error" : "warning"),
            "message": ["text": .string(SARIFMessage.text(problem.sentences))],
            "locations": [SARIFLocation(of: problem).value],
        ]
    }

    private static func notification(_ selection: SARIFSelection) -> StructuredValue {
        let text =
            "\(selection.leftOut) less severe results are left out, because code-scanning services take \(selection.limit) in"
            + " a run. Use -o json for all of them."
        return notification("result-limit", text)
    }

    private static func notification(_ id: String, _ text: String) -> StructuredValue {
        [
            "descriptor": ["id": .string(id)],
            "level": "warning",
            "message": ["text": .string(SARIFMessage.text(text))],
        ]
    }

    private static func expired(_ allowance: Allowance) -> String {
        "The allowlist entry for \(subject(allowance)) expired on \(allowance.expires)"
            + " and covers nothing any more. Move the key, or renew the entry."
    }

    private static func unused(_ allowance: Allowance) -> String {
        "The allowlist entry for \(subject(allowance)) matched nothing. Remove it if the key is gone."
    }

    private static func subject(_ allowance: Allowance) -> String {
        let key = SARIFMessage.shortened(allowance.key, to: 100)
        guard let place = allowance.place else { return key }
        return key + " at " + SARIFMessage.shortened(place, to: 300)
    }
}
