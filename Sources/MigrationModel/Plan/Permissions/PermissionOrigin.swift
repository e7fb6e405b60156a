/// A setting that permissions were drafted from, without its value.
public struct PermissionOrigin: Hashable, Sendable, Codable {
    /// The variable, the entry of a ConfigMap, or a key in an entry: `S3_BUCKET`, `application.yml (bucket)`.
    public var setting: String
    /// What has it: `container api`, `ConfigMap api-settings`.
    public var place: String

    /// Creates an origin.
    public init(setting: String, place: String) {
        self.setting = setting
        self.place = place
    }
}
