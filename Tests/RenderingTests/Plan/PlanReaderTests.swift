import Foundation
import MigrationModel
import Rendering
import Testing

/// What is written is read back, and nothing else is.
struct PlanReaderTests {
    static let plans = [
        SamplePlans.full, SamplePlans.hostile, Plan(), SamplePlans.parts(name: "null"), SamplePlans.parts(name: "12"),
    ]

    @Test(arguments: plans.indices)
    func readsBackExactly(index: Int) throws {
        let plan = Self.plans[index]
        let read = try PlanReader.plan(from: Self.document(of: plan))
        #expect(read == plan)
        #expect(PlanIdentity.id(of: read) == PlanIdentity.id(of: plan))
        // The head of the file has the id of the whole document, although it is written in parts.
        #expect(PlanFiles.document(of: plan).contents.contains("\n# \(PlanIdentity.id(of: plan))\n"))
    }

    @Test func namesPathAndLine() throws {
        let text = String(decoding: Self.document(of: SamplePlans.full), as: UTF8.self)
        func problem(_ old: String, _ new: String) throws -> PlanReadingProblem {
            let place = try #require(text.firstRange(of: old))
            let changed = text.replacingCharacters(in: place, with: new)
            return try #require(throws: PlanReadingProblem.self) { _ = try PlanReader.plan(from: Array(changed.utf8)) }
        }
        func line(of part: String) throws -> Int {
            let place = try #require(text.firstRange(of: part))
            return text[..<place.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
        }
        let hours = try problem("hours: 24", "hours: \"24\"")
        #expect(hours.path == "steps[5].gates[1].soak.hours")
        #expect(hours.line == (try line(of: "hours: 24")))
        #expect(try problem("isPartial: true", "isPartial: \"true\"").path == "isPartial")
        #expect(try problem("wave: 1", "wave: one").path == "services[0].wave")
        #expect(try problem("name: api\n", "name: null\n").path == "services[0].workload.name")
        #expect(try problem("mechanism: irsa", "mechanism: magic").path == "services[0].choice.mechanism")
        #expect(try problem("wave: 1", "wave: 1\n  colour: red").path == "services[0].colour")
        #expect(try problem("wave: 1", "wave: 1\n  wave: 1").message == "It is there twice.")
        #expect(try problem("  wave: 1\n", "").path == "services[0].wave")
        #expect(try problem("version: 1", "version: 2").path == "version")
        #expect(try problem("trust-issuer", "trust-nobody").path == "steps[0].action")
    }

    @Test(arguments: ["", "# nothing\n", "[]", "{", "plan", "version: 1\n"])
    func refusesWhatIsNoPlan(text: String) {
        #expect(throws: PlanReadingProblem.self) { try PlanReader.plan(from: Array(text.utf8)) }
    }

    static func document(of plan: Plan) -> [UInt8] {
        let files = PlanFiles.files(of: plan, configuration: SamplePlans.configuration)
        return Array((files.first { $0.path == "plan.yaml" }?.contents ?? "").utf8)
    }
}
