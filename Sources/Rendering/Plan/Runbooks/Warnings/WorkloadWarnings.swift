import MigrationModel

/// What planning found out about this workload in particular.
enum WorkloadWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] { facts.notes.map(MarkdownText.prose) }
}
