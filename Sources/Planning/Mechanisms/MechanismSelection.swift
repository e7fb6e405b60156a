import MigrationModel

/// The mechanism of each service that is moved.
struct MechanismSelection {
    private var choices: [String: MechanismChoice] = [:]
    /// Services that no mechanism fits, each with the reasons: they keep their keys, and people have to say what becomes of them.
    private(set) var unfit: [String: String] = [:]
    private(set) var problems: [PlanningProblem] = []

    init(_ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection) {
        let moved = services.members.filter(\.isMoved)
        let counts = moved.reduce(into: [:]) { $0[$1.service.name.input, default: 0] += 1 }
        let clusters = input.configuration.clusters.reduce(into: [:]) { $0[$1.account, default: 0] += 1 }
        for member in moved {
            let facts = MechanismFacts(
                member, index, services: counts[member.service.name.input] ?? 1,
                clustersOfAccount: clusters[member.cluster.account] ?? 1)
            let assessments = MechanismAssessors.all
                .filter { $0.mechanism.provider == member.provider }
                .map { $0.assess(facts) }
            decide(member, assessments, preferred: input.configuration.preferences.mechanism)
        }
    }

    /// The choice for a service; `nil` for one that is not moved.
    func choice(of service: String) -> MechanismChoice? { choices[service] }

    private mutating func decide(
        _ member: ServiceSelection.Member, _ assessments: [MechanismAssessment], preferred: Mechanism?
    ) {
        if let wanted = member.setting?.mechanism {
            guard let assessment = assessments.first(where: { $0.mechanism == wanted }), assessment.isPossible else {
                let obstacles =
                    assessments.first { $0.mechanism == wanted }?.obstacles ?? ["its keys are of another cloud"]
                problems.append(
                    PlanningProblem(
                        .impossibleOverride, subject: member.id,
                        message: "\(wanted.rawValue) was asked for, and \(obstacles.joined(separator: "; ")).",
                        advice: "Choose another mechanism in `services`, or leave it out."))
                return
            }
            choices[member.id] = Self.choice(wanted, isOverridden: true, assessments)
            return
        }
        let possible = assessments.filter(\.isPossible)
        let best = possible.max {
            ($0.total(preferred), $1.mechanism.rawValue) < ($1.total(preferred), $0.mechanism.rawValue)
        }
        guard let best else {
            unfit[member.id] =
                "no mechanism fits it ("
                + assessments.map { "\($0.mechanism.rawValue): \($0.obstacles.joined(separator: ", "))" }
                .joined(separator: "; ") + ")"
            return
        }
        choices[member.id] = Self.choice(best.mechanism, isOverridden: false, assessments)
    }

    private static func choice(
        _ mechanism: Mechanism, isOverridden: Bool, _ assessments: [MechanismAssessment]
    ) -> MechanismChoice {
        let ordered = assessments.sorted { one, other in
            if (one.mechanism == mechanism) != (other.mechanism == mechanism) { return one.mechanism == mechanism }
            return (other.score, one.mechanism.rawValue) < (one.score, other.mechanism.rawValue)
        }
        return MechanismChoice(mechanism: mechanism, isOverridden: isOverridden, assessments: ordered)
    }
}

extension MechanismAssessment {
    /// The score with a person's preference for all services counted in.
    fileprivate func total(_ preferred: Mechanism?) -> Int { score + (mechanism == preferred ? 100 : 0) }
}

extension ServiceSelection.Member {
    /// The cloud whose keys it receives; the first where it receives several.
    var provider: Provider { keys.first?.kind.provider ?? .aws }
}
