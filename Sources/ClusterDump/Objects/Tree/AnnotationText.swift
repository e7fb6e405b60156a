/// Tells annotations that are settings from those that hold whole objects, or something that must not be kept.
enum AnnotationText {
    /// Longest annotation that is kept: longer ones hold whole objects, and none that says who manages an object.
    static let longest = 512

    /// Domains whose annotations name roles, applications and releases, however random those look.
    ///
    /// The identity annotations are those of
    /// [IRSA](https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html),
    /// [GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity) and
    /// [AKS](https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html).
    private static let knownDomains: [StaticString] = [
        "eks.amazonaws.com/", "iam.amazonaws.com/", "iam.gke.io/", "azure.workload.identity/", "meta.helm.sh/",
        "argocd.argoproj.io/", "kubernetes.io/", "deployment.kubernetes.io/",
    ]

    /// Whether a value may be kept.
    static func isSetting(_ text: Span<UInt8>, named name: Span<UInt8>) -> Bool {
        guard text.count <= longest, !name.equals("kubectl.kubernetes.io/last-applied-configuration") else {
            return false
        }
        return text.count < shortestToken || knownDomains.contains { name.begins(with: $0) } || !holdsToken(text)
    }

    /// The length of the shortest secret half there is: of an AWS access key, or of a client secret of Azure.
    private static let shortestToken = 32

    /// Whether there is a stretch in which capitals, small letters and digits are mixed as in no name that a person gives.
    private static func holdsToken(_ text: Span<UInt8>) -> Bool {
        var (length, hasUpper, hasLower, hasDigit) = (0, false, false, false)
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpper = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLower = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "="):
                break
            default:
                (length, hasUpper, hasLower, hasDigit) = (0, false, false, false)
                continue
            }
            length += 1
            if length >= shortestToken, hasUpper, hasLower, hasDigit { return true }
        }
        return false
    }
}
