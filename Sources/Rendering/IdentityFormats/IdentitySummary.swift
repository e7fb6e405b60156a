import MigrationModel

/// The sentences that sum an inventory up.
struct IdentitySummary {
    private let report: IdentityReport
    private let counts: IdentityCounts
    /// ServiceAccounts with neither an identity nor a finding.
    private let untold: Int

    init(_ report: IdentityReport, untold: Int) {
        self.report = report
        self.untold = untold
        counts = IdentityCounts(report)
    }

    /// What there is, in one line.
    var line: String {
        [identities, untoldAccounts, findings, tokens, needless, read].compactMap(\.self).joined(separator: "; ")
    }

    /// What it means that there is nothing, or that a part was not read; `nil` when the list says it all.
    var verdict: String? {
        switch (counts.withIdentity == 0, report.isPartial) {
        case (true, false): "No federated identities found."
        case (true, true): "No federated identities found in what was read, but the inventory is partial."
        case (false, true): "The inventory is partial: there may be more in what was not read."
        case (false, false): nil
        }
    }

    private var identities: String {
        let mechanisms = Mechanism.allCases.compactMap { mechanism in
            counts.mechanisms[mechanism].map { "\(Wording.grouped($0)) \(mechanism.words)" }
        }
        let list = mechanisms.isEmpty ? "" : " (\(mechanisms.joined(separator: ", ")))"
        return "\(Wording.count(counts.withIdentity, "ServiceAccount")) with a federated identity\(list)"
    }

    private var untoldAccounts: String? {
        untold == 0 ? nil : "\(Wording.grouped(untold)) with nothing to tell (-o json lists all)"
    }

    private var findings: String? {
        report.findings.isEmpty ? nil : Wording.count(report.findings.count, "finding")
    }

    private var tokens: String? {
        counts.legacyTokens == 0 ? nil : "\(Wording.count(counts.legacyTokens, "token")) without an end"
    }

    private var needless: String? {
        if counts.needlessTokens > 0 {
            let verb = counts.needlessTokens == 1 ? "mounts" : "mount"
            return "\(Wording.grouped(counts.needlessTokens)) \(verb) a token that nobody needs"
        }
        guard counts.needUnknown > 0 else { return nil }
        return "who needs the mounted tokens is not known, since the input has no role bindings"
    }

    private var read: String {
        let objects = report.inputs.reduce(0) { $0 &+ $1.objects }
        let bytes = report.inputs.reduce(0) { $0 &+ $1.bytes }
        return "\(Wording.count(objects, "object")), \(ByteCount.text(bytes)) read"
    }
}
