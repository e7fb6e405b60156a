internal import MigrationModel
internal import StructuredText

/// How the scan itself went, SARIF 2.1.0 section 3.20.
enum SARIFInvocation {
    /// A partial scan is not successful: its silence about a key says nothing.
    static func value(of report: ScanReport, _ presentation: Presentation) -> StructuredValue {
        [
            "executionSuccessful": .bool(!report.isPartial),
            "endTimeUtc": .string(report.generated),
            "toolExecutionNotifications": .sequence(report.problems.map { notification($0, presentation) }),
        ]
    }

    private static func notification(_ problem: Problem, _ presentation: Presentation) -> StructuredValue {
        var members: [StructuredValue.Member] = [
            .init("descriptor", ["id": .string(problem.code.rawValue)]),
            .init("level", problem.severity == .notScanned ? "error" : "warning"),
            .init(
                "message",
                ["text": .string(SARIFText.message("\(problem.input): \(problem.message) \(problem.advice)"))]),
        ]
        let location = SARIFLocation.value(of: problem, presentation)
        if location != .mapping([]) { members.append(.init("locations", [location])) }
        return .mapping(members)
    }
}
