import Foundation
import MigrationModel
import Simulation
import StateStore
import StructuredText

/// What a world and a ledger come to, without what is different each time: moments, unique ids and random names.
struct WorldPicture: Equatable, Sendable {
    /// Every object of the cluster, but what a CronJob makes by the clock.
    var objects: [String]
    /// Everything in the account.
    var account: [String]
    /// Services that fail.
    var failures: [String: String]
    /// Services that ever failed.
    var outages: [String]
    /// Where every step and every key stands.
    var ledger: [String]

    init(_ world: SimulatedWorld, _ state: LedgerState) {
        objects = Self.elements(world.dump["items"]).compactMap(Self.line).sorted()
        account = Self.elements(world.account.contents).map(Self.text)
        failures = world.failures
        outages = world.outages.map { "\($0.service): \($0.reason)" }
        ledger =
            state.steps.map { step, progress in
                let checks = progress.checks.map { "\($0.key): \($0.value.result)" }.sorted()
                // The lease of whoever was killed behind the last call has run out, and nobody needed it since.
                let isHeld = progress.claim.map { $0.expires > world.clock.now() } ?? false
                return "\(step): \(progress.stage) \(isHeld ? "held" : "free") \(checks)"
            }.sorted()
            // Not how a key was last found, which every further look writes down.
            + state.keys.map { "\($0.key.id): \($0.value.stage)" }.sorted()
    }

    /// The lines that only one of two pictures has.
    func difference(from other: WorldPicture) -> [String] {
        func lines(_ picture: WorldPicture) -> [String] {
            picture.objects + picture.account + picture.failures.map { "\($0)" } + picture.outages + picture.ledger
        }
        let (mine, others) = (Set(lines(self)), Set(lines(other)))
        return mine.subtracting(others).sorted().map { "+ " + $0 } + others.subtracting(mine).sorted().map { "- " + $0 }
    }

    // MARK: Objects

    private static func line(_ object: StructuredValue) -> String? {
        let owner = elements(object["metadata"]?["ownerReferences"]).first
        // Jobs of a CronJob and their Pods come and go with the clock.
        if owner?["kind"] == "CronJob" || owner?["kind"] == "Job" { return nil }
        return text(plain(object["kind"] == "Pod" ? nameless(object) : object))
    }

    private static func nameless(_ pod: StructuredValue) -> StructuredValue {
        guard elements(pod["metadata"]?["ownerReferences"]).first?["kind"] == "ReplicaSet" else { return pod }
        return without(["name"], pod)
    }

    /// Without a member of `metadata`.
    private static func without(_ names: Set<String>, _ object: StructuredValue) -> StructuredValue {
        guard case .mapping(let members) = object else { return object }
        return .mapping(
            members.map { member in
                guard member.key == "metadata", case .mapping(let inner) = member.value else { return member }
                return .init(member.key, .mapping(inner.filter { !names.contains($0.key) }))
            })
    }

    private static let fleeting: Set<String> = [
        "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "nodeName", "podIP", "containerID",
    ]

    private static func plain(_ value: StructuredValue) -> StructuredValue {
        switch value {
        case .mapping(let members):
            .mapping(members.filter { !fleeting.contains($0.key) }.map { .init($0.key, plain($0.value)) })
        case .sequence(let elements): .sequence(elements.map(plain))
        case .string(let text) where text.hasPrefix("ewog"): keptObject(text)
        case .string(let text) where isMoment(text): "a moment"
        default: value
        }
    }

    /// Whether it begins as `2026-01-05T09:00:20` does.
    private static func isMoment(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(20))
        return bytes.count == 20 && bytes[4] == UInt8(ascii: "-") && bytes[10] == UInt8(ascii: "T")
            && bytes[13] == UInt8(ascii: ":") && bytes[16] == UInt8(ascii: ":")
    }

    /// An object that is kept in a Secret, as base64, which has its moments as well.
    private static func keptObject(_ text: String) -> StructuredValue {
        let kept = Data(base64Encoded: text).flatMap { StructuredValue.reading(json: Array($0)) }
        return kept.map(plain) ?? .string(text)
    }

    private static func elements(_ value: StructuredValue?) -> [StructuredValue] {
        if case .sequence(let elements)? = value { elements } else { [] }
    }

    private static func text(_ value: StructuredValue) -> String { JSONWriter.text(for: value, pretty: false) }
}
