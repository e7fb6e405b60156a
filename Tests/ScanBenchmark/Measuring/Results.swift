/// What was measured, and how it compares.
struct Results {
    /// The size of the dump in bytes.
    let size: Int
    /// In the order of the contestants.
    let rows: [(contestant: Contestant, medians: Medians)]

    /// The medians of one contestant, when it took part.
    subscript(_ role: Contestant.Role) -> Medians? { rows.first { $0.contestant.role == role }?.medians }

    /// A table in Markdown.
    var table: String {
        let head = """
            | command | wall | cpu | MB/s | peak memory | of rg | of jq |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """
        return head
            + rows.map { contestant, medians in
                let speed = (Double(size) / 1e6 / medians.wall).figure(0)
                let memory = "\((Double(medians.peakMemory) / 1e6).figure(1)) MB"
                let cells = [
                    contestant.name, medians.wall.milliseconds, medians.cpu.milliseconds, speed, memory,
                    self[.ripgrep].map { "\((medians.wall / $0.wall).figure(2))x" } ?? "-",
                    self[.jq].map { "1/\(($0.wall / medians.wall).figure(1))" } ?? "-",
                ]
                return "| \(cells.joined(separator: " | ")) |"
            }.joined(separator: "\n")
    }

    /// The scan on two processors: on a larger machine it is measured apart.
    private var twoProcessors: Medians? { self[.scanOnTwo] ?? self[.scan] }

    /// What was aimed at, and what came out; a target without a figure was not measured.
    var targets: [Target] {
        let (scan, peaks) = (twoProcessors, [self[.scan], self[.scanFromPipe]].compactMap { $0?.peakMemory })
        func ratio(_ first: Medians?, _ second: Medians?) -> Double? {
            first.flatMap { first in second.map { first.wall / $0.wall } }
        }
        return [
            Target("at most 4.5 times the wall time of rg", .atMost(4.5), ratio(scan, self[.ripgrep])),
            Target("at least 12 times as fast as jq", .atLeast(12), ratio(self[.jq], scan)),
            Target("two processors at least 1.7 times as fast as one", .atLeast(1.7), ratio(self[.scanOnOne], scan)),
            Target("peak memory at most 40 MB, of file and pipe", .atMost(40), peaks.max().map { Double($0) / 1e6 }),
        ]
    }
}

/// Something aimed at.
///
/// It is stated and not enforced: on a busy machine every one of them can be missed.
struct Target: CustomStringConvertible {
    /// What counts as reaching it.
    enum Bound {
        case atMost(Double)
        case atLeast(Double)
    }

    let name: String
    let bound: Bound
    let figure: Double?

    init(_ name: String, _ bound: Bound, _ figure: Double?) {
        (self.name, self.bound, self.figure) = (name, bound, figure)
    }

    var description: String {
        guard let figure else { return "\(name): not measured" }
        let holds =
            switch bound {
            case .atMost(let limit): figure <= limit
            case .atLeast(let limit): figure >= limit
            }
        return "\(name): \(figure.figure(2)), \(holds ? "holds" : "MISSED")"
    }
}
