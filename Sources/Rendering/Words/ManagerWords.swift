internal import MigrationModel

extension ObjectManager {
    /// `Helm payments`, or only the program when the instance is not known.
    var words: String { instance.isEmpty ? program : "\(program) \(instance)" }
}

extension StaticKey {
    /// Who makes its carriers again, each once, in the order of the carriers.
    var managerWords: [String] {
        var seen: Set<String> = []
        return carriers.flatMap(\.managers).map(\.words).filter { seen.insert($0).inserted }
    }

    /// Whether every object that holds it has to be made anew to be changed.
    var isInImmutableCarrier: Bool { carriers.contains(where: \.immutable) }
}
