import MigrationModel

/// The services that receive keys, as patterns for the configuration.
enum ServiceGuess {
    /// Lists them.
    ///
    /// - Parameters:
    ///   - report: the scan with its trace.
    ///   - home: the account of the cluster of an input; empty where it is not known.
    /// - Returns: one entry for each pattern, in order.
    static func services(in report: ScanReport, home: (String) -> String) -> [GuessedService] {
        let accounts = Dictionary(
            report.keys.map { (KeyName(kind: $0.identity.kind, id: $0.identity.id), $0.identity.account) },
            uniquingKeysWith: { first, _ in first })
        var keys: [String: Set<KeyName>] = [:]
        var homes: [String: Set<String>] = [:]
        for consumption in report.trace.consumptions {
            let pattern = pattern(for: consumption.service.object)
            keys[pattern, default: []].insert(consumption.key)
            homes[pattern, default: []].insert(home(consumption.service.input))
        }
        return keys.sorted { $0.key < $1.key }.map { pattern, keys in
            let owner = keys.compactMap { accounts[$0] ?? nil }.onlyOne ?? ""
            let isForeign = homes[pattern]?.contains(where: { !$0.isEmpty && $0 != owner }) ?? false
            return GuessedService(pattern: pattern, keys: keys.count, targetAccount: isForeign ? owner : "")
        }
    }

    /// The place of a service; what no name of Kubernetes has becomes `*`, which matches it as well.
    private static func pattern(for object: ObjectReference) -> String {
        [object.namespace ?? "", object.kind, object.name].map { name in
            String(
                name.unicodeScalars.map { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                        || "._:-".unicodeScalars.contains(scalar) ? Character(scalar) : "*"
                })
        }
        .enumerated().map { index, name in index > 0 && name.isEmpty ? "*" : name }.joined(separator: "/")
    }
}
