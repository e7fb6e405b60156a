/// Medians of several runs of a command, each figure on its own.
struct Medians {
    let wall: Double
    let cpu: Double
    let peakMemory: Int

    /// - Parameter runs: at least one.
    init(_ runs: [ProgramRun]) {
        wall = Self.median(runs.map(\.wall))
        cpu = Self.median(runs.map(\.cpu))
        peakMemory = Int(Self.median(runs.map { Double($0.peakMemory) }))
    }

    private static func median(_ figures: [Double]) -> Double {
        let sorted = figures.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
