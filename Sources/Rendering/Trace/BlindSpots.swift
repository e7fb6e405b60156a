/// What says that there may be a consumer although none was found.
enum BlindSpots {
    /// That a key has no consumer, with what was not scanned that could hide one.
    static func noConsumer(_ spots: [String]) -> String {
        (["no consumer found"] + words(spots)).joined(separator: "; ")
    }

    /// The spots as clauses: kinds that were not there in one, everything else as it is.
    static func words(_ spots: [String]) -> [String] {
        let missing = spots.filter(isKind).map { $0.hasPrefix("no ") ? String($0.dropFirst(3)) : $0 }
        let others = spots.filter { !isKind($0) }
        return (missing.isEmpty ? [] : ["not in the input: " + missing.joined(separator: ", ")]) + others
    }

    /// Whether it names a kind, as "no Pods" and "custom resources" do, and is no sentence.
    private static func isKind(_ spot: String) -> Bool {
        spot.hasPrefix("no ") || spot.split(separator: " ").count < 3
    }
}
