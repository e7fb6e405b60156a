import MigrationModel

/// Names of objects that a plan makes beside others, legal where the others are and the same in every revision of the plan.
enum DerivedNames {
    /// The canary of a workload; also the value of a label, so at most 63 characters.
    static func canary(of workload: ObjectReference) -> String {
        name(workload.name, "-keyshift-canary", limit: 63, [workload.kind, workload.namespace ?? "", workload.name])
    }

    /// The Secret that keeps a carrier for the undo of its removal.
    static func copy(of carrier: ObjectReference) -> String {
        let mark = carrier.kind == CarrierKind.secret.rawValue ? "" : "-\(carrier.kind.lowercased())"
        return name(carrier.name, mark + "-keyshift-kept", limit: 253, [carrier.kind, carrier.name])
    }

    /// The Secret that takes the literals of one container; of the workload where only one has any.
    static func formerCredentials(of workload: ObjectReference, container: String?) -> String {
        let middle = container.map { "-" + $0 } ?? ""
        return name(workload.name, middle + "-former-credentials", limit: 253, [workload.kind, workload.name, middle])
    }

    private static func name(_ start: String, _ end: String, limit: Int, _ parts: [String]) -> String {
        if (start + end).utf8.count <= limit { return start + end }
        let mark = "-" + LegalNames.digest(parts)
        let room = max(0, limit - mark.utf8.count - min(end.utf8.count, limit / 2))
        var short = String(decoding: start.utf8.prefix(room), as: UTF8.self)
        // A part of a DNS name ends in a letter or a digit.
        while let last = short.utf8.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") { short.removeLast() }
        return short + mark + String(decoding: end.utf8.suffix(limit / 2), as: UTF8.self)
    }
}
