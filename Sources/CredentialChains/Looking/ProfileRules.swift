/// How a family chooses the profile and finds the two files that hold profiles.
///
/// See [location of the shared files](https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html).
struct ProfileRules: Sendable {
    /// The variables that name the profile.
    var profile: VariableNames = ["AWS_PROFILE"]
    /// When such a variable counts.
    var profileEmptiness = Emptiness.nonEmpty
    /// The variable that names the credentials file instead of `~/.aws/credentials`, if the family knows one.
    var credentialsLocator: String? = "AWS_SHARED_CREDENTIALS_FILE"
    /// The variable that names the config file instead of `~/.aws/config`, if the family knows one.
    var configLocator: String? = "AWS_CONFIG_FILE"
    /// When a locator counts; one that counts although it is empty names no file.
    var locatorEmptiness = Emptiness.nonEmpty
    /// The variable that must be set before the family opens the config file at all.
    var configNeeds: String?
    /// The variable that must be set before the family heeds the locator of the credentials file.
    var credentialsLocatorNeeds: String?
}
