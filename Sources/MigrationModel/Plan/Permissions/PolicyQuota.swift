/// The quotas of IAM that permissions of a role run into; see
/// [IAM quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
public enum PolicyQuota {
    /// Characters of all inline policies of a role together.
    public static let inlineTotal = 10_240
    /// Characters of one managed policy.
    public static let managed = 6_144
    /// Managed policies of one role, unless the quota was raised.
    public static let managedPerRole = 10
    /// Characters of a trust policy, unless the quota was raised to ``raisedTrust``.
    public static let trust = 2_048
    /// Characters of a trust policy at most.
    public static let raisedTrust = 8_192
    /// Characters of the name of a policy.
    public static let name = 128
}
