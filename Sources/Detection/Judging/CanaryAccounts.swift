/// Accounts of services that hand out bait: any signed call with such a key raises an alarm.
///
/// The lists are those that scanners share publicly (TruffleHog, `pkg/detectors/aws/access_keys/canary.go`).
enum CanaryAccounts {
    /// Whether a key of this account is bait.
    static func contains(_ account: String) -> Bool { canarytokens.contains(account) || others.contains(account) }

    /// canarytokens.org.
    private static let canarytokens: Set<String> = [
        "052310077262", "171436882533", "266735846894", "534261010715", "595918472158", "717712589309", "730335385048",
        "819147034852", "893192397702", "992382622183",
    ]

    /// Services that work the same way.
    private static let others: Set<String> = [
        "044858866125", "251535659677", "344043088457", "351906852752", "390477818340", "426127672474", "427150556519",
        "439872796651", "445142720921", "465867158099", "637958123769", "693412236332", "732624840810", "735421457923",
        "959235150393", "982842642351",
    ]
}
