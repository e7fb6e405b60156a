import MigrationModel

extension CredentialChain {
    /// Application Default Credentials, in the order of the Python library; App Engine's first generation is no container.
    ///
    /// See [how Application Default Credentials works](https://cloud.google.com/docs/authentication/application-default-credentials),
    /// which says the same of the other languages.
    static let applicationDefault = CredentialChain(
        SDKFamily(id: "google-adc", name: "Google Application Default Credentials", provider: .google),
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .applicationCredentials, GoogleFile(location: .named(variable: "GOOGLE_APPLICATION_CREDENTIALS")),
                "google-auth: google/auth/_default.py _get_explicit_environ_credentials"),
            ChainRow(
                .wellKnownFile,
                GoogleFile(
                    location: .wellKnown(
                        folderVariable: "CLOUDSDK_CONFIG", folder: "~/.config/gcloud",
                        file: "application_default_credentials.json")),
                "google-auth: google/auth/_default.py _get_gcloud_sdk_credentials"),
            ChainRow(
                .googleMetadata, InstanceMetadata(provider: .google, switchedOffBy: "NO_GCE_CHECK", isAssumed: false),
                "google-auth: google/auth/_default.py _get_gce_credentials"),
        ])
}
