import MigrationModel

/// The lines of one service.
struct TableStory {
    private let service: ServiceStory

    init(_ service: ServiceStory) { self.service = service }

    func add(to flow: inout LineFlow) {
        flow.line([StyledText(service.name, .bold)])
        flow.line(service.facts.map { StyledText($0) }, indent: 4, continuation: 4)
        for line in service.lines { flow.line([StyledText(line, .plain, .wraps)], indent: 4) }
        flow.gap()
        addArrivals(to: &flow)
        for container in service.explanation.containers { add(ContainerStory(container), to: &flow) }
        addFindings(to: &flow)
    }

    private func addArrivals(to flow: inout LineFlow) {
        guard !service.arrivals.isEmpty else { return }
        flow.line([StyledText("How keys get there", .bold)], indent: 2)
        var key: KeyName?
        for arrival in service.arrivals {
            if arrival.way.key != key { flow.line([StyledText(arrival.way.key.id)], indent: 4) }
            flow.line([StyledText(arrival.words, .plain, .wraps)], indent: 6)
            key = arrival.way.key
        }
        flow.gap()
    }

    private func add(_ container: ContainerStory, to flow: inout LineFlow) {
        flow.line([StyledText(container.name, .bold)], indent: 2)
        flow.line([StyledText(container.families, .plain, .wraps)], indent: 4, continuation: 4)
        Self.add("Running Pods use", container.running, to: &flow)
        Self.add("Pods created from now on use", container.next, to: &flow)
        flow.gap()
        for order in container.orders { Self.add(order, to: &flow) }
    }

    private static func add(_ title: String, _ verdicts: [String], to flow: inout LineFlow) {
        guard verdicts.count > 1 else {
            let words = verdicts.first ?? "nothing"
            return flow.line([StyledText("\(title): \(words)", .plain, .wraps)], indent: 4)
        }
        flow.line([StyledText("\(title):")], indent: 4)
        for verdict in verdicts { flow.line([StyledText(verdict, .plain, .wraps)], indent: 6) }
    }

    private static func add(_ order: OrderStory, to flow: inout LineFlow) {
        flow.line([StyledText(order.title, .plain, .wraps)], indent: 4)
        let attempts = order.attempts
        let source = attempts.reduce(0) { max($0, StyledText($1.source).width) }
        for attempt in attempts {
            let style = style(of: attempt.attempt.verdict)
            flow.line(
                [
                    StyledText(attempt.verdict, style).padded(to: 10),
                    StyledText(attempt.source).padded(to: source),
                    StyledText(attempt.attempt.reason, .plain, .wraps),
                    StyledText(attempt.parts, .dim, .wraps),
                ], indent: 6, continuation: 18)
        }
        if let places = order.emptyPlaces { flow.line([StyledText(places, .dim, .wraps)], indent: 6) }
        flow.line([StyledText(order.outcome, .bold, .wraps)], indent: 6)
        if let refusal = order.refusal {
            flow.line([StyledText(refusal, order.slides ? .yellow : .plain, .wraps)], indent: 6)
        }
        flow.gap()
    }

    private static func style(of verdict: CredentialAttempt.Verdict) -> StyledText.Style {
        switch verdict {
        case .wins: .bold
        case .fails: .red
        case .shadowed, .unknown: .yellow
        case .absent, .ignored: .dim
        }
    }

    private func addFindings(to flow: inout LineFlow) {
        let entries = TableSection.entries(of: service.explanation.findings, namesInputs: false)
        guard !entries.isEmpty else { return }
        flow.line([StyledText("What will surprise", .bold)], indent: 2)
        for entry in entries { entry.add(to: &flow, indent: 4) }
        flow.gap()
    }
}
