internal import StructuredText

/// Writes the reasons for mechanisms once in a document, however many services have the same ones.
///
/// The member `assessments` of the document has them by name, and each service has the name where a list would stand. A name is
/// made of the mechanism and a digest of the reasons, so that it stays when other services come.
enum SharedReasons {
    static let table = "assessments"

    /// Moves the lists of services into one table behind them.
    static func fold(_ document: StructuredValue) -> StructuredValue {
        guard case .mapping(var members) = document, let place = members.firstIndex(where: { $0.key == "services" }),
            case .sequence(let services) = members[place].value
        else { return document }
        var names: [StructuredValue: String] = [:]
        var lists: [(String, StructuredValue)] = []
        let folded = services.map { service in
            changing(service) { list in
                if let known = names[list] { return .string(known) }
                let name = name(of: list)
                names[list] = name
                lists.append((name, list))
                return .string(name)
            }
        }
        members[place].value = .sequence(folded)
        let table = lists.sorted { $0.0 < $1.0 }.map { StructuredValue.Member($0.0, $0.1) }
        members.insert(.init(Self.table, .mapping(table)), at: place + 1)
        return .mapping(members)
    }

    private static func name(of list: StructuredValue) -> String {
        guard case .sequence(let assessments) = list, case .mapping(let first)? = assessments.first,
            case .string(let mechanism)? = first.first(where: { $0.key == "mechanism" })?.value
        else { return "none" }
        return "\(mechanism)-\(SafePath.digest(JSONWriter.text(for: list, pretty: false)).prefix(6))"
    }

    private static func changing(
        _ service: StructuredValue, _ change: (StructuredValue) -> StructuredValue
    ) -> StructuredValue {
        guard case .mapping(var members) = service, let place = members.firstIndex(where: { $0.key == "choice" }),
            case .mapping(var choice) = members[place].value,
            let list = choice.firstIndex(where: { $0.key == table })
        else { return service }
        choice[list].value = change(choice[list].value)
        members[place].value = .mapping(choice)
        return .mapping(members)
    }

    /// Puts the lists back to where their names stand; a document without a table stays as it is.
    ///
    /// - Returns: the document, and the first entry of the table that no service names, which nobody would see otherwise.
    static func unfold(_ document: Node) -> (document: Node, unused: Node.Member?) {
        guard case .mapping(let members) = document, let table = document[table] else { return (document, nil) }
        let lists = Dictionary(table.members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        var used: Set<String> = []
        let unfolded = members.filter { $0.key != Self.table }.map { member in
            guard member.key == "services", case .sequence(let services) = member.value else { return member }
            return Node.Member(
                key: member.key,
                value: .sequence(
                    services.map { service in
                        restored(service) { name in
                            guard let list = lists[name] else { return nil }
                            used.insert(name)
                            return list
                        }
                    }))
        }
        return (.mapping(unfolded), table.members.first { !used.contains($0.key) })
    }

    private static func restored(_ service: Node, _ list: (String) -> Node?) -> Node {
        guard case .mapping(var members) = service, let place = members.firstIndex(where: { $0.key == "choice" }),
            case .mapping(var choice) = members[place].value,
            let assessments = choice.firstIndex(where: { $0.key == table }), let name = choice[assessments].value.text,
            let found = list(name)
        else { return service }
        choice[assessments].value = found
        members[place].value = .mapping(choice)
        return .mapping(members)
    }
}
