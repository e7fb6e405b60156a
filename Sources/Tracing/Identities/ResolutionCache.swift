import CredentialChains
import MigrationModel

/// What families find in a setting, worked out once for all containers that look alike.
///
/// Where a variable or file comes from makes no difference to an SDK, and most containers of a cluster differ in nothing else.
final class ResolutionCache {
    /// What all families of one cloud find.
    struct Resolved {
        /// For each family, in the order of the tables.
        var resolutions: [CredentialResolution]
        /// The same in short: families that agree stand together.
        var verdicts: [FamilyVerdict]
    }

    private struct Question: Hashable {
        var setting: CredentialSetting
        var provider: Provider
        var families: [String]
    }

    private var known: [Question: Resolved] = [:]

    /// What the families of a cloud find in a setting; all of them where none are named.
    func resolve(_ setting: CredentialSetting, for provider: Provider, families: [String]) -> Resolved {
        let question = Question(setting: setting.withoutOrigins, provider: provider, families: families)
        if let resolved = known[question] { return resolved }
        let chains = CredentialChains.chains(of: provider).filter {
            families.isEmpty || families.contains($0.family.id)
        }
        let resolutions = chains.map { $0.resolve(setting) }
        let resolved = Resolved(resolutions: resolutions, verdicts: Self.verdicts(resolutions))
        known[question] = resolved
        return resolved
    }

    private static func verdicts(_ resolutions: [CredentialResolution]) -> [FamilyVerdict] {
        var order: [FamilyVerdict] = []
        for resolution in resolutions {
            let verdict = FamilyVerdict(
                families: [], outcome: resolution.outcome, shadowed: resolution.shadowed.map(\.source))
            let same = order.firstIndex { $0.outcome == verdict.outcome && $0.shadowed == verdict.shadowed }
            let index = same ?? order.count
            if same == nil { order.append(verdict) }
            order[index].families.append(resolution.family.id)
        }
        return order
    }
}

extension CredentialSetting {
    /// The same without where things come from.
    fileprivate var withoutOrigins: CredentialSetting {
        var copy = self
        for name in variables.keys { copy.variables[name]?.origin = .unknown }
        for name in properties.keys { copy.properties[name]?.origin = .unknown }
        for path in files.keys { copy.files[path]?.origin = .unknown }
        return copy
    }
}
