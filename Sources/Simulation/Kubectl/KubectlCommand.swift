import Execution
import MigrationModel
internal import StructuredText

/// Answers command lines of `kubectl`.
enum KubectlCommand {
    /// Carries one verb out, and says what is printed.
    typealias Verb = @Sendable (KubectlRequest, inout WorldState) throws(KubectlFailure) -> String

    /// What is answered; a new verb is a file beside the others and a line here.
    private static let verbs: [String: Verb] = [
        "get": KubectlGet.answer, "patch": KubectlPatch.answer, "create": KubectlCreate.answer,
        "apply": KubectlCreate.apply, "replace": KubectlCreate.replace, "delete": KubectlDelete.answer,
        "annotate": KubectlAnnotate.answer, "label": KubectlAnnotate.label, "rollout": KubectlWait.rollout,
        "wait": KubectlWait.answer, "exec": KubectlExec.answer, "api-resources": KubectlAsk.resources,
        "version": KubectlAsk.version, "auth": KubectlAsk.permission, "config": KubectlAsk.configuration,
    ]

    static func answer(_ invocation: Invocation, _ world: inout WorldState) -> ProgramAnswer {
        do throws(KubectlFailure) {
            let request = try KubectlRequest(invocation)
            let context = request.option("context")
            guard context.isEmpty || context == world.cluster.context else {
                throw KubectlFailure(text: "error: context \"\(context)\" does not exist")
            }
            guard let verb = verbs[request.words.first ?? ""] else { throw .unknown(invocation.words) }
            return .printing(try verb(request, &world))
        } catch {
            var answer = ProgramAnswer.failing(error.text + "\n", status: error.status)
            answer.output = Array(error.output.utf8)
            return answer
        }
    }
}

/// Objects that a command line names.
struct NamedObjects {
    /// The kinds, in the order in which they are named.
    var kinds: [ResourceKind] = []
    /// Single objects; empty where whole kinds are meant.
    var objects: [(kind: ResourceKind, name: String)] = []

    /// Reads `TYPE/NAME…`, `TYPE NAME…` or `TYPE,TYPE`.
    init(_ words: ArraySlice<String>, _ cluster: SimulatedCluster) throws(KubectlFailure) {
        guard let first = words.first else {
            throw KubectlFailure(text: "error: You must specify the type of resource to get.")
        }
        if first.contains("/") {
            for word in words {
                let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
                guard parts.count == 2 else {
                    throw KubectlFailure(
                        text: "error: there is no need to specify a resource type as a separate argument")
                }
                objects.append((try Self.kind(parts[0], cluster), parts[1]))
            }
        } else {
            for word in first.split(separator: ",") { kinds.append(try Self.kind(String(word), cluster)) }
            for name in words.dropFirst() { for kind in kinds { objects.append((kind, name)) } }
        }
        if kinds.isEmpty { kinds = objects.map(\.kind) }
    }

    private static func kind(_ word: String, _ cluster: SimulatedCluster) throws(KubectlFailure) -> ResourceKind {
        guard let kind = cluster.kinds.first(where: { $0.isMeant(by: word) }) else { throw .type(word) }
        return kind
    }

    /// The one object that is named, as the cluster has it.
    static func one(
        _ request: KubectlRequest, _ world: WorldState, behind verb: Int = 1
    ) throws(KubectlFailure) -> (kind: ResourceKind, value: StructuredValue) {
        let named = try NamedObjects(request.words.dropFirst(verb), world.cluster)
        guard let (kind, name) = named.objects.first else { throw .unknown(request.all) }
        guard let value = world.cluster.object(kind, request.namespace, name) else { throw .missing(kind, name) }
        return (kind, value)
    }
}

extension StructuredValue {
    /// As kubectl prints an object with `-o json`.
    var printed: String { JSONWriter.text(for: sorted, pretty: true) + "\n" }
}
