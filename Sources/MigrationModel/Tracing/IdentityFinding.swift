/// Something about the identities of a cluster that will surprise somebody.
public struct IdentityFinding: Hashable, Sendable {
    /// What was found.
    public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// A static key is used although a federated identity is there, too.
        case staticShadowsFederated = "static-shadows-federated"
        /// The federated identity takes over when Pods are created anew, although the key is still there.
        case federatedTakesOver = "federated-takes-over-at-restart"
        /// A ServiceAccount beside the one in use has the federated identity.
        case otherServiceAccount = "workload-uses-other-service-account"
        /// A ServiceAccount has a federated identity, and no Pod uses it.
        case unusedIdentity = "identity-unused"
        /// The ServiceAccount `default` has a federated identity, so every Pod without one of its own gets it.
        case defaultServiceAccount = "default-service-account-with-identity"
        /// A part of a static credential is there without the rest, or empty.
        case partialCredential = "partial-static-credential"
        /// A mounted credentials file is used before Pod Identity, though not before IRSA.
        case fileShadowsPodIdentity = "file-shadows-pod-identity"
        /// Nothing but the node's role is left.
        case nodeRoleFallback = "node-role-fallback"
        /// Pods run without the identity that their ServiceAccount has: they are older, or were not injected.
        case notInjected = "pod-not-injected"
        /// A variable names a profile or a file that is not there.
        case missingFile = "credential-file-missing"
        /// An identity is configured, and what would inject it was not found.
        case noInjector = "injector-not-found"
    }

    /// What was found.
    public var code: Code
    /// The input.
    public var input: String
    /// The workload or ServiceAccount.
    public var object: ObjectReference
    /// The container, where it is about one.
    public var container: String?
    /// The SDK families for which it holds, by id; empty when it does not depend on one.
    public var families: [String]
    /// What it is, in one sentence without any value of a Secret.
    public var message: String
    /// What to do next, in one sentence.
    public var advice: String

    /// Creates a finding from its parts.
    public init(
        _ code: Code, input: String, object: ObjectReference, container: String? = nil, families: [String] = [],
        message: String, advice: String
    ) {
        self.code = code
        self.input = input
        self.object = object
        self.container = container
        self.families = families
        self.message = message
        self.advice = advice
    }
}
