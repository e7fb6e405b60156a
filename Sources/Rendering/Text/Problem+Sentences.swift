import MigrationModel

extension Problem {
    /// What happened and what to do next, as two sentences.
    ///
    /// The first may begin with the name of a field or a resource, which is left as it is written.
    var sentences: String { "\(Self.ended(message)) \(Self.ended(advice.prefix(1).uppercased() + advice.dropFirst()))" }

    private static func ended(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? sentence : sentence + "."
    }
}
