import MigrationModel

/// Any other program that is given an AWS key where no SDK looks.
///
/// See [where SDKs look](https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html).
enum OwnSettings: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.key.kind == .awsAccessKey, !use.isWhereSDKsLook else { return nil }
        let place =
            use.variable.map { "the variable \($0)" } ?? use.path.map { "the file \($0)" } ?? "its configuration"
        return ProgramChange(
            "a program that is given the key by \(place)",
            "let it make its client without a key, so that its SDK looks for itself, and give it the key by "
                + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for now; say `usesDefaultChain: true` for it where it "
                + "does that already when it is given none")
    }
}
