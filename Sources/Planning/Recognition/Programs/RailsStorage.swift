/// Rails: keys in `storage.yml` of Active Storage.
///
/// See [S3 service](https://guides.rubyonrails.org/active_storage_overview.html#s3-service-amazon-s3-and-s3-compatible-apis).
enum RailsStorage: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.isNamed("storage.yml") || use.isImage("rails") && !use.isWhereSDKsLook else { return nil }
        return ProgramChange(
            "Rails Active Storage",
            "leave access_key_id and secret_access_key out of storage.yml (also out of the credentials file that it reads), and "
                + "give it the key by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for now")
    }
}
