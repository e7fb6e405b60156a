/// django-storages: settings of its own names, each of which may come from a variable.
///
/// See [Amazon S3](https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html#authentication-settings).
enum DjangoStorages: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        let own: Set<String> = ["AWS_S3_ACCESS_KEY_ID", "AWS_S3_SECRET_ACCESS_KEY"]
        let isPassed = use.variable.map(own.contains) ?? false
        guard isPassed || use.isWhereSDKsLook && use.variables.contains("AWS_STORAGE_BUCKET_NAME") else { return nil }
        return ProgramChange(
            "django-storages",
            "leave AWS_S3_ACCESS_KEY_ID and AWS_S3_SECRET_ACCESS_KEY, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, out of "
                + "the settings module, so that boto3 looks for itself; query-string authentication signs links that end with "
                + "the session", isFirst: isPassed)
    }
}
