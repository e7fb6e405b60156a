/// One test of a statement: an operator, a key of the request and the values that it is compared with.
///
/// A statement has each pair of operator and key once; all of its conditions have to hold, for one of their values each. See
/// [conditions](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).
public struct PolicyCondition: Hashable, Sendable, Codable {
    /// The operator, with what stands around it: `StringEquals`, `ForAnyValue:StringLike`, `BoolIfExists`.
    public var test: String
    /// The key: `aws:SourceVpc`, `s3:prefix`.
    public var key: String
    /// The values in their order; numbers and truth values as texts, which IAM takes for the same.
    public var values: [String]

    /// Creates a condition from its parts.
    public init(_ test: String, _ key: String, _ values: [String]) {
        self.test = test
        self.key = key
        self.values = values
    }
}
