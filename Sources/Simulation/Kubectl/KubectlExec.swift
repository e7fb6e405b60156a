import Execution
import MigrationModel
internal import StructuredText

/// `kubectl exec … -- aws sts get-caller-identity`: what a container is told of itself.
enum KubectlExec {
    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        let pod = try pod(request, world)
        guard request.command.starts(with: ["aws", "sts", "get-caller-identity"]) else { throw .unknown(request.all) }
        guard let process = world.cluster.processes[pod.uid] else {
            throw .server("BadRequest", "pod \(pod.name) does not have a host assigned")
        }
        let name = request.option("container")
        guard let container = process.containers.first(where: { name.isEmpty || $0.name == name }) else {
            throw .server("BadRequest", "container \(name) is not valid for pod \(pod.name)")
        }
        do throws(AWSFailure) {
            let arguments = Array(request.command.dropFirst())
            let asked = try AWSRequest(Invocation("aws", arguments))
            return try AWSOutput.text(of: STSOperations.caller(container, pod, world), asked)
        } catch {
            throw KubectlFailure(
                text: error.text("GetCallerIdentity") + "command terminated with exit code \(error.status)",
                status: error.status)
        }
    }

    /// The Pod, or any that is ready of the workload that is named.
    private static func pod(_ request: KubectlRequest, _ world: WorldState) throws(KubectlFailure) -> StructuredValue {
        guard let word = request.words.dropFirst().first else { throw .unknown(request.all) }
        let named = try NamedObjects([word.contains("/") ? word : "pod/" + word], world.cluster)
        guard let (kind, name) = named.objects.first else { throw .unknown(request.all) }
        guard let object = world.cluster.object(kind, request.namespace, name) else { throw .missing(kind, name) }
        if kind == .pod { return object }
        let owners = [object] + world.cluster.owned(by: object, .replicaSet)
        let pods = owners.flatMap { world.cluster.owned(by: $0, .pod) }.filter { !$0.isLeaving }
        guard let pod = pods.first(where: { $0.condition("Ready") == "True" }) ?? pods.first else {
            throw KubectlFailure(text: "error: could not find pod for the resource")
        }
        return pod
    }
}
