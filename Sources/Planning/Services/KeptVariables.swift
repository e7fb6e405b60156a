import MigrationModel

/// Finds what came along with a key by `envFrom` and has to stay: region, endpoint, bucket.
struct KeptVariables {
    private let contents: [WorkloadName: CarrierContents]

    init(_ contents: [WorkloadName: CarrierContents]) { self.contents = contents }

    /// Keeps what else an entry of `envFrom` brought, as entries of `env` of their own.
    func add(
        _ origin: EnvironmentFrom, at index: Int, of carrier: ObjectReference, _ spot: TemplateDraft.Spot,
        to draft: inout TemplateDraft
    ) {
        guard let pointer = spot.pointer else { return }
        let input = draft.member.service.name.input
        let leaving = Set(draft.member.consumptions.filter { $0.carrier == carrier }.compactMap(\.entry))
        // What stands in `env`, or comes by a later entry, overrides what this one brought.
        var taken = Set(spot.container.environment.map(\.name))
        for later in spot.container.environmentFrom.dropFirst(index + 1) {
            taken.formUnion(names(of: later, in: draft.member.name.namespace, input))
        }
        func keep(_ name: String, _ entry: String) {
            guard taken.insert(name).inserted, Self.isLegal(name) else { return }
            draft.pin(spot, "env")
            draft.change.keeps.append(
                .init(
                    container: spot.container.name, name: name, kind: origin.kind, object: origin.object, entry: entry,
                    isOptional: origin.optional, pointer: pointer + "/env"))
        }
        let entries = contents[WorkloadName(input: input, object: carrier)]?.entries.keys.sorted() ?? []
        for entry in entries where !leaving.contains(entry) {
            let name = origin.prefix + entry
            let isCredential = StaticCredentialVariables.all.contains(name)
            if !isCredential, !StaticCredentialVariables.locators.contains(name) { keep(name, entry) }
        }
        // Whoever reads the other name had the region from elsewhere so far, or not at all: with both, every SDK has it.
        for name in StaticCredentialVariables.regions {
            if let region = draft.change.keeps.first(where: {
                $0.pointer == pointer + "/env" && StaticCredentialVariables.regions.contains($0.name)
                    && $0.object == origin.object
            }) {
                keep(name, region.entry)
            }
        }
    }

    private func names(of origin: EnvironmentFrom, in namespace: String?, _ input: String) -> [String] {
        let object = ObjectReference(
            apiVersion: "v1", kind: origin.kind.rawValue, namespace: namespace, name: origin.object)
        return contents[WorkloadName(input: input, object: object)]?.entries.keys.map { origin.prefix + $0 } ?? []
    }

    /// Whether the API server takes a name of a variable; with `envFrom` it leaves others out
    /// ([IsEnvVarName](https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation#IsEnvVarName)).
    private static func isLegal(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), name != ".",
            !name.hasPrefix("..")
        else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }
}
