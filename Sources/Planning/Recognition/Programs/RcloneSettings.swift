/// rclone: keys in `rclone.conf`, or in variables that stand for its lines.
///
/// See [authentication of S3 remotes](https://rclone.org/s3/#authentication).
enum RcloneSettings: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.isNamed("rclone.conf") || use.variable?.hasPrefix("RCLONE_") == true || use.isImage("rclone") else {
            return nil
        }
        return ProgramChange(
            "rclone",
            "set env_auth = true for the remote, leave access_key_id and secret_access_key out, and give it the key by "
                + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for now")
    }
}
