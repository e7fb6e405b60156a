/// A URL with the key in it: Celery's `sqs://`, `s3://` of many programs.
///
/// See [Celery on SQS](https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/sqs.html).
enum ConnectionStrings: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.isNamed("_url", "_uri", "_dsn", "broker", "backend"), !use.isWhereSDKsLook else { return nil }
        return ProgramChange(
            "a connection string",
            "leave the key out of the URL, and give it by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for now")
    }
}
