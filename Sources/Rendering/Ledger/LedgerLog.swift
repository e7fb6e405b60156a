public import MigrationModel

/// What a ledger says, for people: a line for each event, and what shows it below.
public enum LedgerLog {
    /// The lines of an event, harmless to print, each with its line break.
    public static func text(of event: LedgerEvent) -> String {
        let entry = event.entry
        let subject = [entry.step, entry.key?.id].compactMap(\.self).joined(separator: " ")
        let head =
            "\(event.sequence)  \(event.at.text)  \(event.by.user)@\(event.by.host)  "
            + (subject.isEmpty ? "" : subject + "  ") + entry.happening.words
        let evidence = entry.happening.evidence.map { "    \($0.time.text)  \($0.source): \($0.statement)" }
        return ([head] + evidence).map { TerminalText.harmless($0) + "\n" }.joined()
    }
}
