import Foundation
import Testing

/// Nothing is carried out without an answer, and no answer is no interruption.
struct MigrateConsentTests {
    /// The plan of a fixture, with a kubectl that knows no cluster: what would be changed cannot be said, and that is shown.
    private func program() throws -> Executable {
        let program = try Executable()
        try FileManager.default.copyItem(
            atPath: Repository.root + "/Plans/shared-key", toPath: program.folder + "/plan")
        return program
    }

    @Test func asksNobodyWhereNobodyIs() throws {
        let program = try program()
        defer { program.remove() }
        let run = try program.run("migrate", "plan", "--apply")
        #expect(run.status == 64)
        #expect(run.errors.contains("Give --yes to carry it out without a question."))
        #expect(try program.run("ledger", "export", "plan").output.contains("step-started") == false)
    }

    /// `script` is a terminal with somebody who types.
    @Test(arguments: ["n", ""]) func leavesAloneWhatIsNotAgreedTo(answer: String) throws {
        let program = try program()
        defer { program.remove() }
        let run = try program.shell(
            "printf '\(answer)\\n' | script -qec '\"$keyshift\" migrate plan --apply; echo status $?' /dev/null")
        #expect(run.output.contains("Carry out prepare/production/report/service-account? [y/N]"))
        #expect(run.output.contains("Left as it is."))
        #expect(run.output.contains("status 3"))
        #expect(try program.run("ledger", "export", "plan").output.contains("step-started") == false)
    }
}
