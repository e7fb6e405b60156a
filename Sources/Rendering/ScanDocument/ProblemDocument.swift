internal import MigrationModel
internal import StructuredText

/// One problem of a scan.
enum ProblemDocument {
    /// The members of a problem.
    static func members(of problem: Problem) -> [StructuredValue.Member] {
        var members: [StructuredValue.Member] = [
            .init("code", .string(problem.code.rawValue)), .init("severity", .string(problem.severity.rawValue)),
            .init("input", .string(problem.input)),
        ]
        if let line = problem.line { members.append(.init("line", .integer(line))) }
        if let offset = problem.offset { members.append(.init("offset", .integer(offset))) }
        if let object = problem.object { members.append(.init("object", PlaceDocument.value(of: object))) }
        members += [.init("message", .string(problem.message)), .init("advice", .string(problem.advice))]
        return members
    }
}
