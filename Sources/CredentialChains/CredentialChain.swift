public import MigrationModel

/// The order in which one SDK family looks for credentials.
public struct CredentialChain: Sendable {
    /// What a family does about a source that does not work.
    enum Failure: Sendable {
        /// It reports the error.
        case stops
        /// It goes on to the next source, and says nothing.
        case movesOn
    }

    /// The family.
    public let family: SDKFamily
    /// The places, in order.
    public let rows: [ChainRow]
    let rules: ProfileRules
    /// What it does when a source is there but cannot be read: half a pair, a missing token file.
    let onFailure: Failure
    /// What it does when a source that has to be asked (STS, an endpoint, a program) refuses.
    let onRefusal: Failure

    init(
        _ family: SDKFamily, rules: ProfileRules = ProfileRules(), onFailure: Failure, onRefusal: Failure,
        rows: [ChainRow]
    ) {
        self.family = family
        self.rules = rules
        self.onFailure = onFailure
        self.onRefusal = onRefusal
        self.rows = rows
    }

    /// What the family finds in a container.
    ///
    /// A place of which nothing is known never wins: see ``CredentialResolution/isCertain``. A static key is handed over unasked, so
    /// no family goes on when the cloud refuses it later; only sources that are asked for credentials can be slid past.
    ///
    /// - Parameters:
    ///   - setting: everything that it may look at.
    ///   - profileInCode: the profile that the program itself asks for, as `--profile` does, if it does.
    /// - Returns: each place in its order, and what the SDK ends up with.
    public func resolve(_ setting: CredentialSetting, profileInCode: String? = nil) -> CredentialResolution {
        let view = ContainerView(setting, rules: rules, profileInCode: profileInCode)
        var walk = Walk()
        for row in rows { walk.take(row, look(at: row, view), view) }
        return CredentialResolution(
            family: family, attempts: walk.attempts, outcome: walk.outcome ?? .nothing, onRefusal: refusal(after: walk))
    }

    /// What the family ends up with: as ``resolve(_:profileInCode:)``, but it goes no further than the outcome and puts nothing in words.
    public func outcome(_ setting: CredentialSetting, profileInCode: String? = nil) -> CredentialOutcome {
        let view = ContainerView(setting, rules: rules, profileInCode: profileInCode)
        for row in rows {
            switch look(at: row, view) {
            case .complete(let nature, _): return .uses(row.source, nature)
            case .fails: return .fails(row.source)
            case .absent, .ignored, .unknown: continue
            }
        }
        return .nothing
    }

    private func look(at row: ChainRow, _ view: ContainerView) -> Finding {
        let finding = row.place.finding(in: view)
        if (row.onFailure ?? onFailure) == .movesOn, case .fails(let reason) = finding { return .ignored(reason) }
        return finding
    }

    private func refusal(after walk: Walk) -> RefusalBehaviour {
        guard onRefusal == .movesOn, case .uses(_, let nature) = walk.outcome, nature != .fixed else { return .stops }
        return .slides(to: walk.next)
    }
}

/// What has been seen while walking down a table.
private struct Walk {
    var attempts: [CredentialAttempt] = []
    var outcome: CredentialOutcome?
    /// The first complete place after the winner.
    var next: CredentialSource?

    mutating func take(_ row: ChainRow, _ finding: Finding, _ view: ContainerView) {
        let (verdict, reason, nature) = judge(row, finding)
        attempts.append(
            CredentialAttempt(
                source: row.source, nature: nature, verdict: verdict, reason: reason.text,
                parts: verdict == .absent ? [] : row.place.parts(in: view)))
    }

    private mutating func judge(
        _ row: ChainRow, _ finding: Finding
    ) -> (CredentialAttempt.Verdict, Reason, CredentialSource.Nature) {
        switch finding {
        case .absent(let reason): return (.absent, reason, row.place.nature)
        case .ignored(let reason): return (.ignored, reason, row.place.nature)
        case .unknown(let reason): return (.unknown, reason, row.place.nature)
        case .complete(let nature, let reason):
            guard outcome != nil else {
                outcome = .uses(row.source, nature)
                return (.wins, reason, nature)
            }
            next = next ?? row.source
            return (.shadowed, reason, nature)
        case .fails(let reason):
            // Behind the winner nobody gets as far as the error.
            guard outcome == nil else { return (.ignored, reason, row.place.nature) }
            outcome = .fails(row.source)
            return (.fails, reason, row.place.nature)
        }
    }
}
