import MigrationModel

/// The SDK families that a configuration names for some services.
public struct StatedFamilies: Sendable {
    private let service: Glob
    /// The families, by id.
    let families: [String]

    /// Reads one entry of a configuration.
    ///
    /// - Parameters:
    ///   - service: the services, as `NAMESPACE/KIND/NAME` with `*` for any run of characters.
    ///   - families: the families, by id.
    public init(service: String, families: [String]) {
        self.service = Glob(service)
        self.families = families
    }

    /// Whether it speaks of a service.
    func matches(_ service: ObjectReference) -> Bool {
        self.service.matches("\(service.namespace ?? "")/\(service.kind)/\(service.name)")
    }
}

extension [StatedFamilies] {
    /// The families of a service among those of one cloud; `nil` where the first entry that speaks of it names none of them.
    func choice(for service: ObjectReference, among known: Set<String>) -> FamilyChoice? {
        guard let families = first(where: { $0.matches(service) })?.families.filter(known.contains), !families.isEmpty
        else { return nil }
        return FamilyChoice(families: families, basis: .stated)
    }
}
