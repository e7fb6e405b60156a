public import MigrationModel

/// The orders in which SDKs look for credentials; a new one is a file beside the others and a line here.
public enum CredentialChains {
    /// Every table, ordered by cloud and family.
    public static let all: [CredentialChain] = []

    /// The tables of one cloud.
    public static func chains(of provider: Provider) -> [CredentialChain] {
        all.filter { $0.family.provider == provider }
    }
}

/// The order of one SDK family.
public struct CredentialChain: Sendable {
    /// The family.
    public var family: SDKFamily

    /// What the family finds in a container.
    ///
    /// - Parameter setting: everything that it may look at.
    /// - Returns: each place in its order, and what the SDK ends up with.
    public func resolve(_ setting: CredentialSetting) -> CredentialResolution {
        CredentialResolution(family: family, attempts: [], outcome: .nothing, onRefusal: .stops)
    }
}
