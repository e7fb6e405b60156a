import Execution
import MigrationModel

/// Which steps are meant by names of steps, services and phases.
struct NameSelection {
    private let plan: Plan
    private let folder: String

    init(_ plan: Plan, folder: String) { (self.plan, self.folder) = (plan, folder) }

    /// The steps, in the order of the plan.
    ///
    /// A service may be named by its id, by `NAMESPACE/KIND/NAME` or by its name alone where that is clear.
    ///
    /// - Parameter names: the names; `all` is every step.
    /// - Returns: their ids.
    /// - Throws: a problem that names the first name that the plan does not have, or has several times.
    func steps(_ names: [String]) throws(MigrationProblem) -> [String] {
        var wanted: Set<String> = []
        for name in names { wanted.formUnion(try steps(name)) }
        return plan.steps.map(\.id).filter(wanted.contains)
    }

    private func steps(_ name: String) throws(MigrationProblem) -> [String] {
        if name == "all" { return plan.steps.map(\.id) }
        if plan.steps.contains(where: { $0.id == name }) { return [name] }
        if let phase = Phase(rawValue: name) { return plan.steps.filter { $0.phase == phase }.map(\.id) }
        let services = plan.services.filter { service in
            service.id == name || service.id.hasSuffix("/" + name)
        }
        guard let service = services.first else {
            throw MigrationProblem(
                .unknownName, step: name, "The plan has no step, service or phase \(name).",
                advice: "See them all with keyshift status \(folder).")
        }
        guard services.count == 1 else {
            throw MigrationProblem(
                .unknownName, step: name, "\(name) is several services: \(services.map(\.id).joined(separator: ", ")).",
                advice: "Name one of them whole.")
        }
        return plan.steps.filter { $0.service == service.id }.map(\.id)
    }
}
