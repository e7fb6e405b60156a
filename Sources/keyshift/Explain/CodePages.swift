import ClusterDump
import Execution
import MigrationModel
import Planning
import StateStore

/// Every code that the program prints: one line for each closed set.
enum CodePages {
    /// The pages of all sets, in the order in which a migration meets them.
    static let all: [CodePage] =
        ExitStatus.pages + ProblemCode.pages + AllowlistProblem.Code.pages + IdentityFinding.Code.pages
        + ConfigurationProblem.Code.pages + PlanningProblem.Code.pages + PermissionRemark.Kind.pages
        + SoundnessProperty.pages + GatePage.pages + Verification.pages + StepCheck.Result.pages
        + StepStanding.pages + MigrationProblem.Code.pages + AccessProblem.Code.pages + LedgerProblem.Code.pages
        + LedgerFault.Code.pages
        + LedgerRule.pages

    /// The pages of a code, which is rarely one of several sets; capitals do not count.
    static func pages(of code: String) -> [CodePage] {
        let wanted = code.lowercased()
        return all.filter { $0.code == wanted }
    }

    /// Codes that somebody may have meant: those that hold every part of what was typed.
    static func similar(to code: String) -> [String] {
        let parts = code.lowercased().split(separator: "-")
        return all.map(\.code).filter { candidate in parts.contains { $0.count > 3 && candidate.contains($0) } }
    }
}
