/// Laravel: `config/filesystems.php` passes the variables of the SDK on by itself.
///
/// See [S3 driver configuration](https://laravel.com/docs/filesystem#s3-driver-configuration).
enum LaravelDisks: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        let isLaravel =
            use.isImage("laravel")
            || use.variables.contains("APP_KEY")
                && !use.variables.isDisjoint(with: ["FILESYSTEM_DISK", "FILESYSTEM_DRIVER", "FILESYSTEM_CLOUD"])
        guard isLaravel, use.isWhereSDKsLook else { return nil }
        return ProgramChange(
            "Laravel",
            "see that its disks, queues and mailers pass key and secret on only when they are set, and cache no configuration "
                + "with them (php artisan config:cache)", isFirst: false)
    }
}
