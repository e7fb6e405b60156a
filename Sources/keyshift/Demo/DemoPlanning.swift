import ArgumentParser
import ClusterDump
import MigrationModel
import Planning
import Rendering
import Simulation
import StructuredText
import Tracing

/// From the simulated cluster to a proven plan, as `keyshift scan` and `keyshift plan` do it.
struct DemoPlanning {
    let folder: DemoFolder

    /// How the four services are to be moved.
    static let configuration = """
        # How keyshift demo moves its four services.
        version: 1
        clusters:
          - name: prod-eu
            platform: eks
            region: eu-west-1
            account: "\(FourServices.account)"
            podIdentityAgent: true
        preferences:
          infrastructure: commands
        services:
          - service: production/Deployment/*
            sdk: [boto3]
            acceptDraft: true

        """

    /// Scans a dump of the world.
    ///
    /// - Parameters:
    ///   - world: the world.
    ///   - configuration: what is known of its services.
    /// - Returns: what was found.
    /// - Throws: a usage error when the dump cannot be written.
    func scan(_ world: SimulatedWorld, _ configuration: Configuration) throws -> ScanResult {
        try folder.write(JSONWriter.text(for: world.dump, pretty: true) + "\n", to: folder.dump)
        let scan = ScanRun(
            workers: Processors.available(), allowances: [],
            stated: configuration.services.map { StatedFamilies(service: $0.service, families: $0.sdk) },
            gathersHints: true, now: world.clock.now().text)
        return scan.result(over: DocumentFeed(FileQueue([folder.dump])))
    }

    /// Plans, proves and writes; a plan that is there already is revised.
    ///
    /// - Parameters:
    ///   - result: what was found.
    ///   - configuration: how the services are to be moved.
    ///   - former: the plan that is there; `nil` for none.
    /// - Returns: the plan, and what was proven of it.
    /// - Throws: a usage error when there can be no plan, or it cannot be written.
    func plan(_ result: ScanResult, _ configuration: Configuration, revising former: FormerPlan?) throws -> (
        Plan, Proof
    ) {
        let planner = Planner(
            PlanningInput(
                report: result.report, objects: result.objects, configuration: configuration,
                today: String(result.report.generated.prefix(10))))
        let next: Plan
        do throws(PlanningRefusal) {
            next = try planner.plan()
        } catch {
            throw ValidationError(error.problems.map { "\($0.subject): \($0.message)" }.joined(separator: "\n"))
        }
        let revision = former.map { PlanRevision($0.plan, to: next, touched: $0.touched) }
        var plan = revision?.plan ?? next
        let now = PlanProof.world(of: next, in: result)
        let world = if let former, let revision { revision.world(former.world, now) } else { now }
        let proof = try PlanProof.prove(&plan, in: world)
        do throws(PlanFolderProblem) {
            if let former {
                try PlanFolder.replace(former.plan, by: plan, world, configuration, in: folder.plan)
            } else {
                try PlanFolder.write(plan, world, configuration, to: folder.plan)
            }
        } catch {
            throw ValidationError("\(error.message) \(error.advice)")
        }
        return (plan, proof)
    }
}
