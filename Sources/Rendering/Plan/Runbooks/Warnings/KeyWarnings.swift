import MigrationModel

/// What follows from the keys.
enum KeyWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        var sentences: [String] = []
        if facts.sharesKey {
            sentences.append("Other services have its key, too: it is deleted behind the last of them.")
        }
        guard facts.service.keys.contains(where: { $0.kind.provider == .aws }) else { return sentences }
        sentences.append(
            "Policies of buckets, keys and queues that name the IAM user have to name the role as well, and "
                + "`${aws:username}` is empty for a role. Presigned URLs last no longer than the role's session.")
        return sentences
    }
}
