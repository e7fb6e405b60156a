import CredentialChains
import MigrationModel

/// What families find in a setting, worked out once for all containers that look alike.
///
/// Where a variable or file comes from makes no difference to an SDK, and most containers of a cluster differ in nothing else.
final class ResolutionCache {
    /// What all families of one cloud find.
    final class Resolved {
        /// For each family, in the order of the tables.
        let resolutions: [CredentialResolution]
        /// The same in short: families that agree stand together.
        let verdicts: [FamilyVerdict]
        /// The same for rules.
        let sketches: [ResolutionSketch]
        /// Whether any family uses a static key although there is a federated identity.
        let hasKeyBeforeIdentity: Bool
        /// Whether any family uses a federated identity although there is a static key.
        let hasIdentityBeforeKey: Bool
        /// Whether all families end up with what the node may do.
        let endsAtNode: Bool

        init(_ resolutions: [CredentialResolution]) {
            self.resolutions = resolutions
            verdicts = ResolutionCache.verdicts(resolutions)
            sketches = resolutions.map(ResolutionSketch.init)
            hasKeyBeforeIdentity = sketches.contains(where: \.keyShadowsIdentity)
            hasIdentityBeforeKey = sketches.contains(where: \.identityShadowsKey)
            endsAtNode = !sketches.isEmpty && sketches.allSatisfy { $0.nature == .node }
        }
    }

    private struct Question: Hashable {
        var setting: CredentialSetting
        var provider: Provider
        var families: [String]

        static func == (left: Self, right: Self) -> Bool {
            left.provider == right.provider && left.families == right.families
                && left.setting.looks(like: right.setting)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(provider)
            hasher.combine(families.count)
            setting.hashLook(into: &hasher)
        }
    }

    private var known: [Question: Resolved] = [:]

    /// What the families of a cloud find in a setting; all of them where none are named.
    func resolve(_ setting: CredentialSetting, for provider: Provider, families: [String]) -> Resolved {
        let question = Question(setting: setting, provider: provider, families: families)
        if let resolved = known[question] { return resolved }
        let chains = CredentialChains.chains(of: provider).filter {
            families.isEmpty || families.contains($0.family.id)
        }
        let resolved = Resolved(chains.map { $0.resolve(setting) })
        known[question] = resolved
        return resolved
    }

    private static func verdicts(_ resolutions: [CredentialResolution]) -> [FamilyVerdict] {
        var order: [FamilyVerdict] = []
        for resolution in resolutions {
            let verdict = FamilyVerdict(
                families: [], outcome: resolution.outcome, shadowed: resolution.shadowed.map(\.source),
                isCertain: resolution.isCertain)
            let same = order.firstIndex { other in
                other.outcome == verdict.outcome && other.shadowed == verdict.shadowed
                    && other.isCertain == verdict.isCertain
            }
            let index = same ?? order.count
            if same == nil { order.append(verdict) }
            order[index].families.append(resolution.family.id)
        }
        return order
    }
}

extension CredentialSetting {
    /// Whether SDKs cannot tell two settings apart, wherever the things in them come from.
    fileprivate func looks(like other: CredentialSetting) -> Bool {
        variables.count == other.variables.count && files.count == other.files.count
            && properties.count == other.properties.count && unknownFolders == other.unknownFolders
            && metadata == other.metadata
            && variables.allSatisfy { name, one in
                other.variables[name].map { one.looks(like: $0, called: name) } ?? false
            }
            && properties.allSatisfy { name, one in other.properties[name].map { one.shape == $0.shape } ?? false }
            && files.allSatisfy { path, one in other.files[path]?.contents == one.contents }
    }

    /// Hashes what ``looks(like:)`` compares, in whatever order the parts come.
    fileprivate func hashLook(into hasher: inout Hasher) {
        var sum = 0
        for (name, setting) in variables {
            var own = hasher
            own.combine(name)
            own.combine(setting.shape)
            if !Setting.isMeaningless(name) { own.combine(setting.text) }
            sum ^= own.finalize()
        }
        for (path, file) in files {
            var own = hasher
            own.combine(path)
            own.combine(file.contents)
            sum ^= own.finalize()
        }
        hasher.combine(sum)
        hasher.combine(properties.count)
        hasher.combine(unknownFolders.count)
    }
}

extension Setting {
    fileprivate func looks(like other: Setting, called name: String) -> Bool {
        shape == other.shape && (text == other.text || Self.isMeaningless(name))
    }

    /// Whether no table asks what a variable says, only whether it is there: whose identity it is, SDKs leave to the cloud.
    fileprivate static func isMeaningless(_ name: String) -> Bool { meaningless.contains(name) }

    private static let meaningless: Set<String> = [
        "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_REGION", "AWS_DEFAULT_REGION", "AZURE_CLIENT_ID",
        "AZURE_TENANT_ID",
    ]
}
