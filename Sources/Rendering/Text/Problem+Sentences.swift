import MigrationModel

extension Problem {
    /// What happened and what to do next, as two sentences.
    var sentences: String { Wording.sentences(message, advice) }
}
