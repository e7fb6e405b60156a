import MigrationModel

extension CredentialChain {
    /// Soto on Linux, which knows nothing of Pod Identity and asks the node before it opens files.
    ///
    /// See [credential providers](https://soto.codes/user-guides/credential-providers.html).
    static let soto = CredentialChain(
        SDKFamily(id: "soto", name: "Soto for AWS 7.x", provider: .aws),
        // It keeps the first provider that gives credentials, whatever the ones before it answer.
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(
                .environment, EnvironmentKeys(emptiness: .presence),
                "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift; empty keys at run time [unverified]"),
            ChainRow(
                .webIdentity, WebIdentityVariables(),
                "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift"),
            ChainRow(
                .container, ContainerEndpoint(variables: [ContainerEndpoint.relative], readsTokenFile: false),
                "soto-core: Sources/SotoCore/Credential/MetaDataCredentialProvider.swift"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(),
                "soto-core: Sources/SotoCore/Credential/MetaDataCredentialProvider.swift"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift; order within a profile [unverified]"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift"),
            ChainRow(
                .ssoProfile, ProfileLogin.sso, "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift"),
            ChainRow(
                .loginProfile, ProfileLogin.login, "soto-core: Sources/SotoCore/Credential/CredentialProvider.swift"),
        ])
}
