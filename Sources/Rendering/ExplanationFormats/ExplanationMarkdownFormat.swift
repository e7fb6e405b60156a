public import MigrationModel

/// The story as a ticket, in the dialect of GitHub, which other trackers read as well.
public struct ExplanationMarkdownFormat: ExplanationFormat {
    /// `-o markdown`.
    public static let name = "markdown"

    /// Creates the format.
    public init() {}

    /// Prints the key, and a section for each service with a table for each order.
    public func render(_ explanation: Explanation, _ setting: RenderSetting, to write: (String) -> Void) {
        write("# \(title(explanation.subject))\n")
        if let key = explanation.key {
            write("\n" + MarkdownKeyTable.head)
            write(MarkdownKeyTable.row(KeyDescription(key, now: explanation.generated)))
        }
        for sentence in explanation.conclusions { write("\n**\(MarkdownText.prose(sentence))**\n") }
        for service in explanation.services { render(ServiceStory(explanation: service), to: write) }
    }

    private func title(_ subject: Explanation.Subject) -> String {
        switch subject {
        case .key(let name): MarkdownText.code(name.id)
        case .workload(let name): MarkdownText.code(name.object.words)
        }
    }

    private func render(_ service: ServiceStory, to write: (String) -> Void) {
        write("\n## \(MarkdownText.code(service.name))\n\n")
        write("- \(MarkdownText.prose(service.facts.joined(separator: ", ")))\n")
        for line in service.lines { write("- \(MarkdownText.prose(line))\n") }
        if !service.arrivals.isEmpty { write("\n### How keys get there\n\n") }
        for arrival in service.arrivals {
            write("- \(MarkdownText.code(arrival.way.key.id)) — \(MarkdownText.prose(arrival.words))\n")
        }
        for container in service.explanation.containers { render(ContainerStory(container), to: write) }
        let findings = MarkdownList.findings(service.explanation.findings, namesInputs: false)
        if !findings.isEmpty { findings.render(to: write) }
    }

    private func render(_ container: ContainerStory, to write: (String) -> Void) {
        write("\n### \(MarkdownText.prose(container.name))\n\n\(MarkdownText.prose(container.families))\n\n")
        for verdict in container.running { write("- Running Pods use: \(MarkdownText.prose(verdict))\n") }
        for verdict in container.next { write("- Pods created from now on use: \(MarkdownText.prose(verdict))\n") }
        for order in container.orders { render(order, to: write) }
    }

    private func render(_ order: OrderStory, to write: (String) -> Void) {
        write("\n\(MarkdownText.prose(order.title))\n\n")
        write("| Result | Place | Why | Made of |\n| --- | --- | --- | --- |\n")
        for attempt in order.attempts {
            let isWinner = attempt.attempt.verdict == .wins
            let cells = [
                isWinner ? "**\(attempt.verdict)**" : attempt.verdict, MarkdownText.prose(attempt.source),
                MarkdownText.prose(attempt.attempt.reason), MarkdownText.prose(attempt.parts),
            ]
            write("| \(cells.joined(separator: " | ")) |\n")
        }
        let sentences = [order.emptyPlaces, order.outcome, order.refusal].compactMap(\.self).map(MarkdownText.prose)
        write("\n\(sentences.joined(separator: " "))\n")
    }
}
