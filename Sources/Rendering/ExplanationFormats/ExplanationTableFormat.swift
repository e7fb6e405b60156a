public import MigrationModel

/// The story for a person at a terminal.
///
/// On a terminal lines go on in the next one and names lose their middle; elsewhere nothing is cut.
public struct ExplanationTableFormat: ExplanationFormat {
    /// `-o table`, the default.
    public static let name = "table"

    /// Creates the format.
    public init() {}

    /// Prints the key, each service with its containers, and the next command.
    public func render(_ explanation: Explanation, _ setting: RenderSetting, to write: (String) -> Void) {
        if let key = explanation.key {
            var flow = LineFlow(setting)
            let columns = TableColumns([key], now: explanation.generated, width: setting.width)
            flow.line(columns.row(KeyDescription(key, now: explanation.generated)), continuation: 2)
            TablePlaces(key.sightings, namesInputs: false, width: setting.width).add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        for service in explanation.services {
            var flow = LineFlow(setting)
            TableStory(ServiceStory(explanation: service)).add(to: &flow)
            write(flow.text)
        }
        write(conclusion(explanation, setting))
    }

    private func conclusion(_ explanation: Explanation, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        for sentence in explanation.conclusions {
            flow.line([StyledText(sentence, .bold, .wraps)], continuation: 2)
        }
        // Never wrapped, so that it can be copied.
        let next = ExplanationNextCommand(explanation: explanation, arguments: setting.arguments).line
        return flow.text + TerminalText.harmless(next) + "\n"
    }
}

extension Explanation {
    /// What limits the story.
    var conclusions: [String] {
        var sentences: [String] = []
        if services.isEmpty {
            switch subject {
            case .key: sentences.append(BlindSpots.noConsumer(blindSpots))
            case .workload(let name): sentences.append("nothing to tell about \(name.object.words)")
            }
        } else if case .key = subject {
            sentences += BlindSpots.words(blindSpots).map { "there may be more consumers (\($0))" }
        }
        if isPartial { sentences.append("The scan is partial: there may be more to tell in what was not scanned.") }
        return sentences.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }
}
