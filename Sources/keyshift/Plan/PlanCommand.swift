import ArgumentParser
import ClusterDump
import CredentialChains
import MigrationModel
import Planning
import Rendering
import Tracing

/// `keyshift plan`: how to get rid of the keys, as a folder that people review and machines carry out.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Write a phased way off static keys as a folder: steps, runbooks, Terraform, manifests.",
        discussion: """
            Reads the same INPUT as keyshift scan, and keyshift.yaml, which --init writes from what the input shows. \
            Nothing in a cluster or cloud is changed.

            A plan is proven before it is written: no order of its steps, failures and undos leaves a service without \
            credentials. --check DIR proves one again, also after somebody edited it.

            Exit status: 0 written, 2 written although a part was not scanned or could not be proven, 3 no plan is \
            possible, or the plan can go wrong, 64 wrong usage, 70 internal error.
            """)

    @OptionGroup var inputs: InputOptions

    @Option(help: "The configuration: where the clusters run and how to move.", completion: .file())
    var config = "keyshift.yaml"

    @Option(
        name: .shortAndLong,
        help: "The folder to write; with --check the format of the proof: table, json or yaml.", completion: .directory)
    var output: String?

    @Option(
        name: .customLong("authorization-details"),
        help: ArgumentHelp(
            "What `aws iam get-account-authorization-details` or list-access-keys printed, as a file or a folder of files; repeatable.",
            valueName: "file"),
        completion: .file())
    var accountFiles: [String] = []

    @Option(help: "Prove the plan in this folder again, and write nothing.", completion: .directory)
    var check: String?

    @Flag(help: "Write a commented configuration from what the input shows, and nothing else.")
    var `init` = false

    @Flag(help: "Bring the plan in DIR up to what the input shows now; what was begun stays as it was planned.")
    var revise = false

    @Flag(help: "Plan although a part of the input was not scanned, and say so in the plan.")
    var partial = false

    func validate() throws {
        if check != nil {
            guard ProofFormat(rawValue: output ?? "table") != nil else {
                throw ValidationError("With --check, -o is table, json or yaml.")
            }
            return
        }
        try inputs.requireInput()
        if revise, output == nil { throw ValidationError("Say which plan to revise, with -o DIR.") }
        guard output == nil, !`init` else { return }
        throw ValidationError("Say where to write the plan, with -o DIR, or ask for a configuration with --init.")
    }

    func run() throws {
        if let check { return try PlanProof.check(check, ProofFormat(rawValue: output ?? "table") ?? .table) }
        let configuration = `init` ? nil : try ConfigurationReading.read(config)
        let policies = try configuration.map { try PolicyReading.policies(of: $0, beside: config) } ?? [:]
        let accounts = try AccountReading.read(accountFiles)
        let associations = try inputs.associations()
        let terminal = Terminal.current()
        let feed = DocumentFeed(inputs.queue)
        let progress = terminal.showsProgress ? ProgressBar(of: feed) : nil
        let scan = ScanRun(
            workers: Processors.available(), allowances: [], associations: associations,
            stated: (configuration?.services ?? []).map { StatedFamilies(service: $0.service, families: $0.sdk) },
            gathersHints: true,
            now: WallClock.now())
        let result = scan.result(over: feed)
        KeptValue.keep(result)
        progress?.finish()
        guard let configuration, let output else { return try writeConfiguration(result) }
        let former = revise ? try FormerPlan(in: output) : nil
        let next = try plan(result, configuration, policies, accounts, given: former?.plan.identities ?? [])
        let revision = former.map { PlanRevision($0.plan, to: next, touched: $0.touched) }
        var plan = revision?.plan ?? next
        let now = PlanProof.world(of: next, in: result)
        let world = if let former, let revision { revision.world(former.world, now) } else { now }
        let proof = try PlanProof.prove(&plan, in: world)
        try write(plan, world, configuration, to: output, inPlaceOf: former)
        StandardStreams.writeOutput(PlanSummary.text(of: plan, proof: proof, folder: output))
        if result.report.isPartial || !proof.isProven { throw ExitStatus.partial.code }
    }

    private func plan(
        _ result: ScanResult, _ configuration: Configuration, _ policies: [String: PolicyDocument],
        _ accounts: AccountFacts, given: [PlannedIdentity]
    ) throws -> Plan {
        guard !result.report.isPartial || partial else {
            let first = result.report.problems.first { $0.severity == .notScanned }
            StandardStreams.writeError(
                "No plan: a part of the input was not scanned (\(first?.input ?? ""): \(first?.message ?? "")). "
                    + "A consumer may be missing. Run keyshift scan for the list, or plan all the same with --partial.\n"
            )
            throw ExitStatus.refused.code
        }
        let planner = Planner(
            PlanningInput(
                report: result.report, objects: result.objects, configuration: configuration, policies: policies,
                accounts: accounts, today: String(result.report.generated.prefix(10)),
                context: inputs.live.context ?? "", given: given))
        do throws(PlanningRefusal) {
            return try planner.plan()
        } catch {
            for problem in error.problems {
                StandardStreams.writeError(
                    "No plan: \(problem.code.rawValue): \(problem.subject): \(problem.message) \(problem.advice)\n")
            }
            throw ExitStatus.refused.code
        }
    }

    private func write(
        _ plan: Plan, _ world: World, _ configuration: Configuration, to folder: String, inPlaceOf former: FormerPlan?
    ) throws {
        do throws(PlanFolderProblem) {
            if let former {
                try PlanFolder.replace(former.plan, by: plan, world, configuration, in: folder)
            } else {
                try PlanFolder.write(plan, world, configuration, to: folder)
            }
        } catch {
            throw ValidationError("\(error.message) \(error.advice)")
        }
    }

    private func writeConfiguration(_ result: ScanResult) throws {
        let guess = ConfigurationGuess.guess(from: result.objects, report: result.report)
        do throws(PlanFolderProblem) {
            try PlanFolder.writeNew(InitialConfiguration.text(for: guess), to: config)
        } catch {
            throw ValidationError("\(error.message) \(error.advice)")
        }
        let again =
            (["keyshift", "plan"] + inputs.arguments + accountFiles.flatMap { ["--authorization-details", $0] }
                + ["--config", config, "-o", "plan"])
        StandardStreams.writeOutput(
            "Wrote \(config): fill in what is commented out and known to you.\nNext: \(PlanSummary.command(again))\n")
    }
}

/// Reads the configuration that the command line names.
enum ConfigurationReading {
    /// Largest file that is read; entries are a few lines each.
    private static let limit = 8 << 20

    /// Reads it.
    ///
    /// - Parameter path: the file.
    /// - Returns: the configuration.
    /// - Throws: a usage error that names every problem of the file with its line.
    static func read(_ path: String) throws -> Configuration {
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: limit)
        } catch {
            throw ValidationError(
                "The configuration \(path): \(error.message); \(error.advice). keyshift plan --init writes a first one."
            )
        }
        do throws(ConfigurationRefusal) {
            return try ConfigurationFile.read(bytes, sdkFamilies: CredentialChains.all.map(\.family.id))
        } catch {
            let lines = error.problems.map { "\(path):\($0.line): \($0.message) \($0.advice)" }
            throw ValidationError("The configuration cannot be used.\n" + lines.joined(separator: "\n"))
        }
    }
}
