import MigrationModel

/// A Google key file that no variable names, so that the program opens it by itself.
///
/// See [how Application Default Credentials work](https://cloud.google.com/docs/authentication/application-default-credentials).
enum OwnGoogleFile: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.key.kind == .googleServiceAccountKey else { return nil }
        if let variable = use.variable {
            return ProgramChange(
                "a Google key in \(variable)",
                "let it use Application Default Credentials: the key as a file that GOOGLE_APPLICATION_CREDENTIALS names, "
                    + "for now")
        }
        guard use.path != nil, !use.variables.contains("GOOGLE_APPLICATION_CREDENTIALS") else { return nil }
        return ProgramChange(
            "a Google key file that the program opens by itself",
            "let it use Application Default Credentials, with GOOGLE_APPLICATION_CREDENTIALS naming the file for now")
    }
}
