import CredentialChains
import MigrationModel

/// The part of a plan and its world that some services depend on, with numbers for names.
///
/// Two services that differ in nothing but names have equal models, and are explored once.
struct Model: Hashable {
    /// How many keys there are.
    var keys = 0
    /// What can be removed from carriers, or be made.
    var parts: [ModelPart] = []
    /// Whether each ServiceAccount is there at the start.
    var accounts: [Bool] = []
    /// Whether each issuer is trusted at the start.
    var issuers: [Bool] = []
    /// The identities.
    var identities: [ModelIdentity] = []
    /// The pairs of ServiceAccount and mechanism that something binds.
    var bindings: [ModelBinding] = []
    /// The services; the first is the one whose fate is looked at.
    var workloads: [ModelWorkload] = []
    /// The steps that change any of these, in the order of the plan.
    var steps: [ModelStep] = []

    /// Whether each set of things fits the bits of a word.
    var fits: Bool {
        max(parts.count, accounts.count, issuers.count, workloads.map(\.versions.count).max() ?? 0) <= UInt64.bitWidth
    }
}

/// A carrier, or the entries of one that go together.
struct ModelPart: Hashable {
    /// Whether it is there at the start.
    var isPresent: Bool
}

/// An identity, planned or given.
struct ModelIdentity: Hashable {
    var mechanism: Mechanism
    /// The ServiceAccounts whose Pods may take it.
    var subjects: Set<Int>
    /// Whether it works already; what gives it is none of the plan's business.
    var isGiven: Bool
    /// The issuer that has to be trusted first.
    var issuer: Int?
}

/// What a ServiceAccount may be bound to by one mechanism.
struct ModelBinding: Hashable {
    var account: Int
    var mechanism: Mechanism
    /// The identity at the start.
    var identity: Int?
}

/// A service with all versions of its template that there can be.
struct ModelWorkload: Hashable {
    /// What the sets of edits make of the current template, the set as a bit mask; then the other templates of the start.
    var versions: [ModelTemplate]
    /// How many edits there are.
    var edits: Int
    /// Which edits give the new identity; others leave everything as it is.
    var shifts: Set<Int>
    var isOwned: Bool
    var keepsRevisions: Bool
    /// The versions that the controller keeps at the start.
    var kept: [Int]
    /// The versions of Jobs that have not ended at the start, and make new Pods until they have.
    var lingering: [Int]
    /// The versions of which only Pods are left at the start.
    var running: [Int]

    /// The version that a template at the start is; only the first is ever edited.
    func version(base: Int) -> Int { base == 0 ? 0 : (1 << edits) + base - 1 }
    /// A version with one more edit.
    func editing(_ version: Int, _ edit: Int) -> Int { isEdited(version) ? version | 1 << edit : version }
    /// A version with one edit less.
    func reverting(_ version: Int, _ edit: Int) -> Int { isEdited(version) ? version & ~(1 << edit) : version }
    /// Whether a version has any edit that gives the new identity.
    func isShifted(_ version: Int) -> Bool { isEdited(version) && shifts.contains { version & 1 << $0 != 0 } }
    /// The template at the start that a version comes from.
    func base(of version: Int) -> Int { isEdited(version) ? 0 : version }
    private func isEdited(_ version: Int) -> Bool { version < 1 << edits }
}

/// One version of a template.
struct ModelTemplate: Hashable {
    var account: Int
    /// The labels and annotations of the Pod, for webhooks.
    var template: PodTemplate
    var reachesGoogleMetadata: Bool
    var nodeIdentities: [Provider]
    var containers: [ModelContainer]
}

/// One container of a version.
struct ModelContainer: Hashable {
    /// The container as webhooks look at it: its role and the names of `env`.
    var container: Container
    /// For each cloud, the families that count.
    var families: [Provider: [String]]
    var variables: [ModelVariable]
    var properties: [String: ValueShape]
    var files: [ModelFile]
    var unknownFolders: [String]
    var uses: [ModelUse]
}

/// Where something comes from: it is there while all the parts are.
struct ModelSource: Hashable {
    var parts: [Int]
    var optional: Bool
}

struct ModelVariable: Hashable {
    var name: String
    var shape: ValueShape
    var text: String?
    var source: ModelSource?
    var keys: [Int]
}

struct ModelFile: Hashable {
    var path: String
    var contents: FileContents
    var source: ModelSource?
    var audience: String
    var keys: [Int]
}

struct ModelUse: Hashable {
    var provider: Provider
    var keys: [Int]
    var source: ModelSource?
}

extension ModelContainer {
    /// Everything that it refers to.
    var sources: [ModelSource] {
        variables.compactMap(\.source) + files.compactMap(\.source) + uses.compactMap(\.source)
    }
    /// The keys that it gets, whether or not they would be used.
    var ownKeys: [Int] { variables.flatMap(\.keys) + files.flatMap(\.keys) + uses.flatMap(\.keys) }
}
