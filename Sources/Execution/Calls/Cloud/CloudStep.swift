import MigrationModel
import StructuredText

/// Asks a cloud for a change, unless it was made already.
struct CloudStep: CallStep {
    private let call: CloudCall
    private let access: CloudAccess
    private let givens: [String: String]
    /// How often, and at which growing distance in milliseconds, it is tried until everybody knows what was made before.
    private static let lags = [5_000, 10_000, 15_000, 20_000, 30_000]

    init(_ call: CloudCall, _ access: CloudAccess, _ givens: [String: String]) {
        self.call = call
        self.access = access
        self.givens = givens
    }

    /// What there is to do.
    private enum Standing {
        case done
        /// The commands, and what changes by them.
        case open([[String]], difference: [String])
    }

    func preview() async throws(AccessProblem) -> CallPreview {
        let known = try await known()
        switch try await standing(known) {
        case .done: return CallPreview(isDone: true, words: filled(call.words, known).words)
        case .open(let commands, let difference):
            return CallPreview(isDone: false, words: Self.joined(commands), difference: difference)
        }
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        let known = try await known()
        guard case .open(let commands, _) = try await standing(known) else { return .found }
        var done: [[String]] = []
        for words in commands where try await run(words, progress) { done.append(words) }
        if done.count < commands.count, call.inspection?.otherwise == .conflict {
            // The cloud says that it was there before, which may be somebody else's.
            guard case .done = try await standing(try await self.known()) else {
                throw AccessProblem(
                    .conflict, "\(what) is answered as if it was done, and nothing shows it.",
                    advice: "Run this again in a minute; if it stays so, see what is there.")
            }
        }
        return done.isEmpty ? .found : .command(Self.joined(done))
    }

    private static func joined(_ commands: [[String]]) -> [String] { Array(commands.joined(separator: [";"])) }

    /// The command without its arguments, for sentences.
    private var what: String {
        let verb = call.words.prefix { !$0.hasPrefix("-") && !$0.hasPrefix("{") }
        return verb.prefix(call.words.first == "gcloud" ? 5 : 4).joined(separator: " ")
    }

    // MARK: Values

    /// What was given and looked up; what was not found is not in it.
    private func known() async throws(AccessProblem) -> [String: String] {
        var known: [String: String] = [:]
        for (name, meaning) in call.givens.sorted(by: { $0.key < $1.key }) {
            guard let value = givens[name], !value.isEmpty else {
                throw AccessProblem(
                    .missingValue, "\(what) needs \(meaning), which no plan can know.",
                    advice: "Add --set \(name)=VALUE")
            }
            known[name] = value
        }
        try await access.check(call.account, for: call.words)
        for lookup in call.lookups {
            let (words, missing) = filled(lookup.words, known)
            if let value = givens[lookup.given], !value.isEmpty {
                known[lookup.name] = value
                continue
            }
            guard missing.isEmpty, let value = try await text(words) else { continue }
            // Several words are several things, and nobody knows which is meant.
            guard !value.contains(where: \.isWhitespace) else {
                throw AccessProblem(
                    .refused, "\(what): \(lookup.name) is more than one thing.", advice: "See which is meant.")
            }
            known[lookup.name] = value
        }
        return known
    }

    /// Puts values into words, in one pass, so that nothing inside of a value counts as a name.
    private func filled(_ words: [String], _ known: [String: String]) -> (words: [String], missing: [String]) {
        let names = Set(call.givens.keys).union(call.lookups.map(\.name)).union(call.each.map { [$0.name] } ?? [])
        var missing: [String] = []
        let filled = words.map { word -> String in
            var (result, rest) = ("", word[...])
            while let start = rest.firstIndex(of: "{") {
                result += rest[..<start]
                let inside = rest[rest.index(after: start)...]
                guard let end = inside.firstIndex(of: "}"), names.contains(String(inside[..<end])) else {
                    result += "{"
                    rest = inside
                    continue
                }
                let name = String(inside[..<end])
                if known[name] == nil { missing.append(name) }
                result += known[name] ?? "{\(name)}"
                rest = inside[inside.index(after: end)...]
            }
            return result + rest
        }
        return (filled, missing)
    }

    private func text(_ words: [String]) async throws(AccessProblem) -> String? {
        do throws(CloudFailure) {
            return try await access.text(words, absentCodes: call.absentCodes)
        } catch {
            throw error.problem(Self.verb(words))
        }
    }

    private static func verb(_ words: [String]) -> String {
        words.prefix { !$0.hasPrefix("-") }.prefix(3).joined(separator: " ")
    }

    // MARK: Looking

    private func standing(_ known: [String: String]) async throws(AccessProblem) -> Standing {
        if call.isDoneWithoutLookup, call.lookups.contains(where: { known[$0.name] == nil }) { return .done }
        var difference: [String] = []
        if let inspection = call.inspection {
            let (words, missing) = filled(inspection.words, known)
            let found = missing.isEmpty ? try await text(words) : nil
            let expected = filled([inspection.expected], known).words.joined()
            if Self.isSame(found ?? "", expected) { return .done }
            if found != nil, inspection.otherwise == .conflict { throw conflict(inspection) }
            difference = Self.difference(found, expected)
        }
        let commands = try await commands(known)
        for obstacle in call.obstacles {
            guard try await text(filled(obstacle.words, known).words) != nil else { continue }
            throw AccessProblem(
                .refused, "\(what) is not done: \(obstacle.reason).",
                advice: "See who needs it: " + filled(obstacle.words, known).words.joined(separator: " "))
        }
        return commands.isEmpty ? .done : .open(commands, difference: difference)
    }

    /// One command, or one for each thing that is there.
    private func commands(_ known: [String: String]) async throws(AccessProblem) -> [[String]] {
        guard let each = call.each else {
            let (words, missing) = filled(call.words, known)
            guard missing.isEmpty else {
                throw AccessProblem(
                    .drifted, "\(what) needs \(missing.joined(separator: ", ")), which the cloud does not have.",
                    advice: "See whether it was deleted, then plan again from a fresh dump: keyshift plan --revise")
            }
            return [words]
        }
        guard let items = try await text(filled(each.words, known).words) else { return [] }
        return items.split(whereSeparator: \.isWhitespace).map { item in
            filled(call.words, known.merging([each.name: String(item)]) { $1 }).words
        }
    }

    private func conflict(_ inspection: CloudCall.Inspection) -> AccessProblem {
        AccessProblem(
            .conflict, "\(what): it is there already, and is not what the plan makes.",
            advice: "See whose it is: " + filled(inspection.words, [:]).words.joined(separator: " "))
    }

    /// Documents are compared as JSON, everything else as text.
    private static func isSame(_ found: String, _ expected: String) -> Bool {
        if found == expected { return true }
        guard expected.utf8.first == UInt8(ascii: "{"), let expected = StructuredValue.reading(json: expected) else {
            return false
        }
        return StructuredValue.reading(json: found)?.isSame(as: expected) ?? false
    }

    private static func difference(_ found: String?, _ expected: String) -> [String] {
        func short(_ text: String) -> String {
            let value = text.utf8.first == UInt8(ascii: "{") ? StructuredValue.reading(json: text) : nil
            return value.map { JSONWriter.text(for: $0, pretty: false) } ?? SafeErrors.cut(text)
        }
        return (found.map { ["- " + short($0)] } ?? []) + (expected.isEmpty ? [] : ["+ " + short(expected)])
    }

    // MARK: Changing

    /// Runs one command; false when the cloud says that it was done before.
    private func run(_ words: [String], _ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Bool {
        var lags = Self.lags[...]
        while true {
            do throws(CloudFailure) {
                _ = try await access.run(words)
                return true
            } catch {
                if !error.code.isEmpty, call.doneCodes.contains(error.code), !call.laggingCodes.contains(error.code) {
                    return false
                }
                guard call.laggingCodes.contains(error.code), let lag = lags.popFirst(),
                    (try? await access.clock.sleep(milliseconds: lag)) != nil
                else { throw error.problem(what) }
                progress("\(what): the cloud does not know yet what was made before")
            }
        }
    }
}
