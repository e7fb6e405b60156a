import CredentialChains
import MigrationModel

/// Compares what SDKs find in two settings, once for all containers that look alike to an SDK.
final class OutcomeComparison {
    private struct Question: Hashable {
        var before: CredentialSetting
        var after: CredentialSetting
        var provider: Provider
        var families: [String]
    }

    private var known: [Question: Bool] = [:]

    /// Whether any of some families ends up with something else.
    ///
    /// - Parameters:
    ///   - before: one setting.
    ///   - after: the other setting.
    ///   - provider: the cloud.
    ///   - families: the families that count, by id; all of the cloud where none are named.
    /// - Returns: whether one of them does.
    func differs(
        _ before: CredentialSetting, _ after: CredentialSetting, for provider: Provider, families: [String]
    ) -> Bool {
        let question = Question(
            before: before.withoutOrigins, after: after.withoutOrigins, provider: provider, families: families)
        if let answer = known[question] { return answer }
        let answer = CredentialChains.chains(of: provider)
            .filter { families.isEmpty || families.contains($0.family.id) }
            .contains { $0.resolve(after).outcome != $0.resolve(before).outcome }
        known[question] = answer
        return answer
    }
}

extension CredentialSetting {
    /// The same from nowhere: no SDK asks which object a variable or a file comes from.
    fileprivate var withoutOrigins: CredentialSetting {
        var copy = self
        copy.variables = variables.mapValues { Setting(shape: $0.shape, text: $0.text, origin: .unknown) }
        copy.properties = properties.mapValues { Setting(shape: $0.shape, text: $0.text, origin: .unknown) }
        copy.files = files.mapValues { CredentialFile(contents: $0.contents, origin: .unknown) }
        return copy
    }
}
