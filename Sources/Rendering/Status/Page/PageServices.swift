import MigrationModel

/// The grid of services by phase, and the table below it that can be searched and opened for evidence.
enum PageServices {
    static func write(_ facts: StatusFacts, to write: (String) -> Void) {
        guard !facts.services.isEmpty else { return }
        write(
            """
            <section id="services" aria-labelledby="services-title">
            <h2 id="services-title">Services <span class="count">\(Wording.grouped(facts.services.count))</span></h2>
            \(grid(facts))
            <form class="tools" role="search"><label class="find"><span>Search</span>\
            <input type="search" id="find" placeholder="name, namespace, key, mechanism" autocomplete="off" spellcheck="false"></label>
            <p id="found" role="status" aria-live="polite"></p>
            <button type="button" id="open" hidden>Show all evidence</button></form>
            <div class="scroll"><table class="services"><caption class="vh">Services, their steps by phase, and where each stands</caption>
            <thead><tr><th scope="col">Service</th>\(
                facts.phases.map { "<th scope=\"col\">\(Wording.capitalized($0.rawValue))</th>" }.joined())\
            <th scope="col">Stands</th></tr></thead>
            <tbody id="rows">

            """)
        for (index, service) in facts.services.enumerated() { write(row(index, service, facts)) }
        write(
            "</tbody></table></div>\n<p id=\"more\" class=\"more\" hidden><button type=\"button\">Show all</button></p>\n<p id=\"none\" class=\"none\" hidden>No service is like that.</p>\n</section>\n"
        )
    }

    /// A column for each phase, whose head filters the table, and in it a tile for each service.
    private static func grid(_ facts: StatusFacts) -> String {
        let columns = ServicePosition.allCases.compactMap { position -> String? in
            let services = facts.services.enumerated().filter { $0.element.position == position }
            if services.isEmpty, position == .decommission || position == .exempt { return nil }
            let tiles = services.map { index, service in
                let urgent = (service.open.first?.standing.urgency ?? 9) < 2 ? " bad" : ""
                return "<i data-r=\"\(index)\" class=\"p-\(position.rawValue)\(urgent)\"></i>"
            }
            return """
                <div class="column"><button type="button" aria-pressed="false" data-p="\(position.rawValue)"><b>\(
                    Wording.grouped(services.count))</b> \(position.words)</button><div class="tiles\(tiles.count > 150 ? " many" : "")" aria-hidden="true">\(
                    tiles.joined())</div></div>

                """
        }
        return "<div class=\"grid\" role=\"group\" aria-label=\"Filter services by phase\">\n\(columns.joined())</div>"
    }

    private static func row(_ index: Int, _ service: StatusFacts.Service, _ facts: StatusFacts) -> String {
        let status = service.status
        let namespace = status.workload.namespace.map { "\($0)/" } ?? ""
        let cluster = facts.report.migrations.count > 1 || facts.hasSeveralClusters ? "\(status.cluster) · " : ""
        let way = status.mechanism?.words ?? "stays: \(status.exemption)"
        let bad = status.attention.isEmpty || (service.open.first?.standing.urgency ?? 9) > 1 ? "" : " class=\"bad\""
        let phases = facts.phases.map { cell(status.phases, $0) }
        return """
            <tr data-p="\(service.position.rawValue)" data-i="\(index)"\(bad)><th scope="row"><button type="button" aria-expanded="false">\
            <bdi><small>\(HTMLText.text(cluster + namespace))</small>\(HTMLText.text(status.workload.name))</bdi></button>\
            <p>\(HTMLText.text(status.workload.kind)) · \(HTMLText.text(way))</p></th>\(phases.joined())<td>\(stands(service))</td></tr>

            """
    }

    private static func cell(_ phases: [ServiceStatus.PhaseCount], _ phase: Phase) -> String {
        guard let count = phases.first(where: { $0.phase == phase }), count.total > 0 else {
            return "<td class=\"ticks\"><span class=\"vh\">no steps</span></td>"
        }
        let (done, total) = (max(0, count.done), min(count.total, 12))
        // Twelve ticks are as many as one counts at a glance.
        let full = count.total > 12 ? done * 12 / count.total : done
        let ticks = (0..<total).map { $0 < full ? "<i class=\"d\"></i>" : "<i></i>" }.joined()
        return "<td class=\"ticks\"><span aria-hidden=\"true\">\(ticks)</span><span class=\"num\">\(count.done)"
            + "<span class=\"vh\"> of </span><span aria-hidden=\"true\">/</span>\(count.total)</span></td>"
    }

    private static func stands(_ service: StatusFacts.Service) -> String {
        guard let step = service.open.first else {
            let word = service.position == .done ? "moved" : service.position == .exempt ? "stays" : "behind others"
            return "<span class=\"w w-\(service.position == .done ? "done" : "blocked")\">\(word)</span>"
        }
        let name = step.id.split(separator: "/").last.map(String.init) ?? step.id
        let until = step.until.map { "<small> until \(HTMLText.time($0.text, $0.words))</small>" } ?? ""
        return
            "<span class=\"w w-\(step.standing.rawValue)\">\(step.standing.words)</span> <small>\(HTMLText.name(name))</small>"
            + until
    }
}

extension StatusFacts {
    /// Whether names need their cluster to be told apart.
    var hasSeveralClusters: Bool { Set(services.map(\.status.cluster)).count > 1 }
}
