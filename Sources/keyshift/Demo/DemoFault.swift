import ArgumentParser
import MigrationModel
import Simulation

/// What can go wrong in a demonstration.
enum DemoFault: String, ExpressibleByArgument, CaseIterable {
    /// The role of a service lacks what it does.
    case canary
    /// Somebody edits a service between plan and step.
    case drift
    /// A release puts the key back.
    case regression

    /// The service to which it happens.
    var service: String {
        switch self {
        case .canary: "notification-service"
        case .drift: "order-api"
        case .regression: "analytics-pipeline"
        }
    }

    /// Lets it go wrong once its time has come; `nil` before that.
    ///
    /// - Parameters:
    ///   - status: where the migration stands.
    ///   - now: the moment.
    /// - Returns: what goes wrong.
    func strike(_ status: MigrationStatus, at now: Timestamp) -> Break? {
        let workload = FourServices.deployment(service)
        switch self {
        case .canary: return .canary(workload)
        case .drift: return .drift(workload, at: now)
        case .regression:
            let isShifted = FourServices.names.allSatisfy { name in
                status.steps.contains { $0.id == "shift/production/\(name)/rollout" && $0.standing == .done }
            }
            return isShifted ? .regression(workload, at: now.adding(milliseconds: 60_000)) : nil
        }
    }

    /// What happened, as whoever looked into it would say.
    var story: String {
        switch self {
        case .canary: "The role lacks an action that \(service) needs. The other Pods go on with the key."
        case .drift: "Somebody has edited \(service) since the plan was made. Nothing was changed."
        case .regression: "A Helm release has put the key back into \(service). The Secret stays until that is mended."
        }
    }

    /// What somebody does about it.
    var remedy: String {
        switch self {
        case .canary: "Somebody gives the role that action. Once more:"
        case .drift: "keyshift plan --revise: what is done stays done. Once more:"
        case .regression: "Somebody corrects the chart. Once more, from its canary on:"
        }
    }
}
