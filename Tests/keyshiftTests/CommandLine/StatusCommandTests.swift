import Foundation
import MigrationModel
import Rendering
import StateStore
import Testing

/// `keyshift status` from outside: what it reads, what it prints, and how it exits.
struct StatusCommandTests {
    private static let author = Author(user: "ada", host: "ops-1", process: 4711)
    private static let plans = URL(filePath: #filePath).appending(path: "../../../../Plans").standardizedFileURL.path
    private static func time(_ minute: Int) -> Timestamp {
        Timestamp(milliseconds: 1_795_262_400_000 + minute * 60_000)
    }

    /// The kept plan of the fixture in a folder of its own, with the steps of which everything was seen to hold.
    private func program(verified: (Step) -> Bool = { _ in false }) throws -> (Executable, Plan, Ledger?) {
        let text = try String(contentsOfFile: Self.plans + "/shared-key/plan.yaml", encoding: .utf8)
        let plan = try PlanReader.plan(from: Array(text.utf8))
        let program = try Executable(texts: ["plan/plan.yaml": text, "now": "2026-11-21T12:30:00.000Z"])
        let steps = plan.steps.filter(verified)
        guard !steps.isEmpty else { return (program, plan, nil) }
        let ledger = try Ledger(path: program.folder + "/plan/.keyshift/ledger.db", for: .writing)
        let entries = steps.flatMap { step in
            step.verifications.map { verification in
                LedgerEntry(
                    plan: "p", step: step.id,
                    .stepVerified(
                        StepCheck(
                            verification: verification, result: .satisfied, reason: "It was seen.",
                            evidence: [
                                Evidence(source: "kubectl get pods", time: Self.time(0), statement: "3 of 3 Pods.")
                            ])))
            }
        }
        try ledger.append(entries, by: Self.author, at: Self.time(1))
        return (program, plan, ledger)
    }

    @Test func aPlanWithoutALedgerIsFresh() throws {
        let (program, _, _) = try program()
        defer { program.remove() }
        let run = try program.run("status", "plan/")
        #expect(run.status == 10)
        #expect(run.errors == "")
        #expect(
            run.output.hasPrefix("prod-eu  not begun  0 of 6 services moved, 0 of 3 keys deleted, 0 of 56 steps done\n")
        )
        #expect(run.output.hasSuffix("\nNext: keyshift migrate plan --apply prepare/production/report/identity\n"))
        // Looking makes nothing.
        #expect(run.created == [])
    }

    @Test func theExitStatusSaysWhereItStands() throws {
        let (program, plan, ledger) = try program { _ in true }
        defer { program.remove() }
        let done = try program.run("status", "plan", "--verify")
        #expect(done.status == 0)
        #expect(done.output.contains(", verified\n"))
        #expect(try program.run("status", "plan", "--watch").output.contains("56 of 56 steps done"))
        let step = try #require(plan.steps.first { $0.verifications.contains(.noStaticSource) })
        try ledger?.append(
            LedgerEntry(
                plan: "p", step: step.id,
                .stepRegressed(
                    StepRegression(verification: .noStaticSource, reason: "Somebody put it back.", evidence: []))),
            by: Self.author, at: Self.time(2))
        let regressed = try program.run("status", "plan")
        #expect(regressed.status == 12)
        #expect(regressed.output.contains("no-static-source holds no longer: Somebody put it back."))
    }

    @Test func aNameIsToldWithItsHistory() throws {
        let (program, _, _) = try program { $0.id == "prepare/production/order-api/identity" }
        defer { program.remove() }
        let service = try program.run("status", "plan", "order-api")
        #expect(service.status == 0)
        #expect(service.output.hasPrefix("prod-eu/production/Deployment/order-api  EKS Pod Identity, wave "))
        #expect(service.output.contains("\n✓  prepare/production/order-api/identity  done  since "))
        #expect(service.output.contains(", kubectl get pods: 3 of 3 Pods."))
        #expect(service.output.contains("\nHistory (2 events)\n1  "))
        let json = try program.run("status", "plan", "prepare/production/order-api/identity", "-o", "json")
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((value?["events"] as? [Any])?.count == 2)
        #expect(value?["kind"] as? String == "step")
    }

    @Test func severalFoldersAreAFleet() throws {
        let (program, _, _) = try program { $0.id == "prepare/production/order-api/identity" }
        defer { program.remove() }
        let run = try program.run("status", "plan", Self.plans + "/irsa", "-o", "json")
        #expect(run.status == 10)
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let migrations = try #require(value?["migrations"] as? [[String: Any]])
        #expect(migrations.map { ($0["ledger"] as? [String: Any])?["seal"] as? String } == ["unchecked", "missing"])
    }

    @Test func aChangedLedgerIsNotBelieved() throws {
        let (program, _, _) = try program { $0.id == "prepare/production/order-api/identity" }
        defer { program.remove() }
        let change = """
            import sqlite3
            database = sqlite3.connect("plan/.keyshift/ledger.db")
            names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
            for name in names: database.execute(f'DROP TRIGGER "{name}"')
            database.execute("UPDATE event SET text = replace(text, 'seen', 'said') WHERE sequence = 1")
            database.commit()
            """
        #expect(try program.shell("python3 -c '\(change.replacingOccurrences(of: "'", with: "'\\''"))'").status == 0)
        let run = try program.run("status", "plan", "--verify")
        #expect(run.status == 4)
        #expect(try program.run("status", "plan", "-o", "html").status == 4)
    }

    @Test(arguments: [
        (["plan", "nobody"], "There is no service, step or key called 'nobody'"),
        (
            ["plan", "-o", "pdf"],
            "'pdf' is no output format; use one of table, json, yaml, csv, markdown, prometheus, html."
        ),
        (["plan", "order-api", "-o", "csv"], "-o is one of table, json, yaml."),
        (["plan", "a", "b"], "Only one service, step or key at a time"),
        (["plan", "./elsewhere"], "./elsewhere/plan.yaml"),
        (["plan", ".", "--ledger", "x"], "With --ledger, name one folder only."),
        (["plan", "--watch", "-o", "json"], "--watch prints the table of everything"),
        (["plan", "--ledger", "missing.db"], "ledger-missing"),
    ])
    func slipsAreToldApart(arguments: [String], message: String) throws {
        let (program, _, _) = try program()
        defer { program.remove() }
        let run = try program.shell("$keyshift status " + arguments.joined(separator: " "))
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output == "")
    }

    /// kubectl finds plugins by their names, and starts them with that.
    @Test func asAPluginItSaysHowItIsCalled() throws {
        let program = try Executable()
        defer { program.remove() }
        let run = try program.shell("ln -s $keyshift kubectl-keyshift && ./kubectl-keyshift status --help")
        #expect(run.output.contains("USAGE: kubectl keyshift status "))
        #expect(try program.run("status", "--help").output.contains("USAGE: keyshift status "))
        for shell in ["bash", "zsh", "fish"] {
            let script = try program.shell("./kubectl-keyshift --generate-completion-script \(shell)")
            #expect(script.status == 0)
            #expect(!script.output.contains("kubectl keyshift"))
        }
        #expect(try program.shell("source <($keyshift --generate-completion-script bash)").errors == "")
    }
}
