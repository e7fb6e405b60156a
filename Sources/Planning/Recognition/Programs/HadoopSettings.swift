/// Hadoop's S3A and whatever is built on it (Spark, Hive, Trino): keys in `core-site.xml` or in properties.
///
/// See [authenticating with S3](https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/index.html#Authenticating_with_S3).
enum HadoopSettings: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.isNamed(beginningWith: "fs.s3a.", "spark.hadoop.fs.s3a.", "fs.s3.") else { return nil }
        return ProgramChange(
            "Hadoop S3A",
            "set fs.s3a.aws.credentials.provider to the default chain of its AWS SDK, leave fs.s3a.access.key and "
                + "fs.s3a.secret.key out (also those of single buckets), and give it the key by AWS_ACCESS_KEY_ID and "
                + "AWS_SECRET_ACCESS_KEY for now")
    }
}
