import MigrationModel

/// The evidence behind each tick, for the script of the page: JSON in which every text is there once.
///
/// Texts of one service differ from those of the next mostly in its name, so name and namespace are taken out of them and put
/// back when they are shown: a thousand services need hardly more texts than ten.
struct PageData {
    private var places: [String: Int] = [:]
    private var texts: [String] = []
    private var services: [String] = []
    private var keys: [String] = []
    private let now: Timestamp

    /// Stands for the name of the service in its texts, and for its namespace; both of the private use area of Unicode.
    private static let (name, namespace): (Unicode.Scalar, Unicode.Scalar) = ("\u{E000}", "\u{E001}")

    init(_ facts: StatusFacts) {
        now = facts.report.at
        var byService: [String: [StepStatus]] = [:]
        var byKey: [KeyName: [StepStatus]] = [:]
        for migration in facts.report.migrations {
            for step in migration.status.steps where !step.service.isEmpty {
                byService[step.service, default: []].append(step)
            }
            let steps = Dictionary(migration.status.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for (key, ids) in migration.keySteps { byKey[key, default: []] += ids.compactMap { steps[$0] } }
        }
        services = facts.services.map { service in
            let names = Names(service.status.workload)
            let keys = service.status.keys.map { String(place(of: $0.id, Names())) }.joined(separator: ",")
            let steps = (byService[service.status.id] ?? []).map { text(of: $0, names) }.joined(separator: ",")
            return "[\(Self.quoted(names.shownName)),\(Self.quoted(names.shownNamespace)),[\(keys)],[\(steps)]]"
        }
        keys = facts.keys.map { key in
            "[\((byKey[key.key] ?? []).map { text(of: $0, Names()) }.joined(separator: ","))]"
        }
    }

    /// The JSON, in which nothing can end the element that it stands in.
    var text: String {
        "{\"at\":\(now.milliseconds / 1000),\"words\":[\(StepStanding.allCases.map { Self.quoted($0.words) }.joined(separator: ","))],"
            + "\"kinds\":[\(StepStanding.allCases.map { Self.quoted($0.rawValue) }.joined(separator: ","))],"
            + "\"results\":[\(StepCheck.Result.allCases.map { Self.quoted($0.words) }.joined(separator: ","))],"
            + "\"checks\":[\(Verification.allCases.map { "[\(Self.quoted($0.rawValue)),\(Self.quoted($0.words))]" }.joined(separator: ","))],"
            + "\"texts\":[\(texts.map(Self.quoted).joined(separator: ","))],"
            + "\"services\":[\(services.joined(separator: ","))],\"keys\":[\(keys.joined(separator: ","))]}"
    }

    private mutating func text(of step: StepStatus, _ names: Names) -> String {
        let checks = step.checks.map { text(of: $0, names) }.joined(separator: ",")
        let waits = step.waits.map { String(place(of: $0.reason, names)) }.joined(separator: ",")
        return "[\(place(of: step.id, names)),\(Self.index(of: step.standing)),\(place(of: step.summary, names)),"
            + "\(ago(step.since)),[\(checks)],[\(waits)],\(step.failure.isEmpty ? -1 : place(of: step.failure, names))]"
    }

    private mutating func text(of check: StepStatus.CheckRecord, _ names: Names) -> String {
        let evidence = check.evidence.map { evidence in
            "[\(place(of: evidence.source, names)),\(ago(evidence.time)),\(place(of: evidence.statement, names)),"
                + "\(evidence.sha256.map { String(place(of: $0, Names())) } ?? "-1")]"
        }
        return
            "[\(Self.index(of: check.verification)),\(Self.index(of: check.result)),\(place(of: check.reason, names)),"
            + "\(ago(check.at)),\(check.sequence),\(check.isRegressed ? 1 : 0),[\(evidence.joined(separator: ","))]]"
    }

    /// Seconds before now, which are shorter than moments; `null` for never.
    private func ago(_ moment: Timestamp?) -> String {
        moment.map { String((now.milliseconds - $0.milliseconds) / 1000) } ?? "null"
    }

    private mutating func place(of text: String, _ names: Names) -> Int {
        let template = names.template(of: TerminalText.harmless(text))
        if let place = places[template] { return place }
        places[template] = texts.count
        texts.append(template)
        return texts.count - 1
    }

    private static func index<Value: CaseIterable & Equatable>(of value: Value) -> Int {
        Value.allCases.enumerated().first { $0.element == value }?.offset ?? 0
    }

    /// A JSON string without `<`, so that neither `</script>` nor `<!--` can be in it.
    private static func quoted(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "<"): result += Array("\\u003c".utf8)
            // Harmless texts have none, and a JSON text must have none.
            case 0..<0x20: result.append(UInt8(ascii: " "))
            default: result.append(byte)
            }
        }
        return String(decoding: result + [UInt8(ascii: "\"")], as: UTF8.self)
    }

    /// The names of one service, as they stand in its texts.
    private struct Names {
        var shownName = ""
        var shownNamespace = ""

        init() {}

        init(_ workload: ObjectReference) {
            shownName = TerminalText.harmless(workload.name)
            shownNamespace = TerminalText.harmless(workload.namespace ?? "")
        }

        /// The text with the names taken out; exactly what the script undoes.
        func template(of text: String) -> String {
            var bytes = Array(text.utf8)
            // Somebody who writes the marks themselves gets them shown, not replaced.
            for mark in [PageData.name, PageData.namespace] {
                bytes = Self.replacing(Array(String(mark).utf8), with: Array("?".utf8), in: bytes)
            }
            for (name, mark) in [(shownName, PageData.name), (shownNamespace, PageData.namespace)]
            where name.utf8.count > 2 {
                bytes = Self.replacing(Array(name.utf8), with: Array(String(mark).utf8), in: bytes)
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        private static func replacing(_ name: [UInt8], with mark: [UInt8], in bytes: [UInt8]) -> [UInt8] {
            guard let first = name.first, bytes.count >= name.count, bytes.contains(first) else { return bytes }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var position = 0
            while position < bytes.count {
                if bytes[position] == first, bytes.count - position >= name.count,
                    bytes[position..<position + name.count].elementsEqual(name)
                {
                    result += mark
                    position += name.count
                } else {
                    result.append(bytes[position])
                    position += 1
                }
            }
            return result
        }
    }
}
