import MigrationModel

/// What reports for people say about one place of a key.
///
/// The words may hold names from the cluster as they are.
struct PlaceDescription {
    let sighting: Sighting
    /// Whether the input has to be named, since the object alone would not say where to look.
    let namesInput: Bool

    /// The object, or the file where there is none.
    var holder: String { sighting.place.object.map(\.words) ?? location }

    /// The way to the value.
    var path: String { sighting.place.path.description }

    /// The line of the input, when the holder does not say it already.
    var inputLine: String? { namesInput && sighting.place.object != nil ? location : nil }

    /// The objects that only repeat what stands here, counted by kind.
    var repetitions: String? {
        guard !sighting.repeatedBy.isEmpty else { return nil }
        let kinds = Dictionary(sighting.repeatedBy.map { ($0.kind, 1) }, uniquingKeysWith: +)
        return "(repeated by \(Wording.counts(kinds).joined(separator: ", ")))"
    }

    private var location: String { "\(sighting.place.input):\(sighting.place.line)" }
}

extension ObjectReference {
    /// The object as people name it, also when it has no name yet.
    var words: String { name.isEmpty ? "\(description)(generated name)" : description }
}

extension ScanReport {
    /// Whether places have to name their input: there are several, or it is a file of a folder that was asked for.
    func namesInputs(_ arguments: [String]) -> Bool {
        guard inputs.count == 1, let input = inputs.first?.name else { return inputs.count > 1 }
        return !arguments.contains(input)
            && arguments.contains { argument in
                !argument.isEmpty && input.hasPrefix(argument.hasSuffix("/") ? argument : argument + "/")
            }
    }
}
