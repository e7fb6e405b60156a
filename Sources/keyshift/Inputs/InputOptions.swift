import ArgumentParser
import ClusterDump
import MigrationModel

/// What to read: files, folders, standard input or the live cluster, and what only the cloud knows.
struct InputOptions: ParsableArguments {
    @Argument(help: "Files, folders, or - for standard input.", completion: .file())
    var input: [String] = []

    @OptionGroup var live: LiveOptions

    @Option(
        name: .customLong("pod-identity-associations"),
        help: "What `aws eks list-pod-identity-associations` or describe-… printed, as a file; repeatable.",
        completion: .file())
    var associationFiles: [String] = []

    @Option(
        name: .customLong("eks-cluster"),
        help: "Ask aws for the Pod Identity associations of this EKS cluster; repeatable.")
    var eksClusters: [String] = []

    /// Where documents come from.
    var queue: any InputQueue { live.isEmpty ? FileQueue(input) : LiveQueue(live.cluster) }

    /// The options as they can be given again.
    var arguments: [String] {
        (live.isEmpty ? input : live.arguments)
            + associationFiles.flatMap { ["--pod-identity-associations", $0] }
            + eksClusters.flatMap { ["--eks-cluster", $0] }
    }

    /// Refuses a command line that names nothing to read, or two things.
    func requireInput() throws {
        guard input.isEmpty != live.isEmpty else {
            throw ValidationError(
                input.isEmpty
                    ? "Say what to read: a dump, a folder, - for standard input, or -A for the live cluster."
                    : "Read either files or a live cluster, not both: leave out \(live.arguments.joined(separator: " ")), or the files."
            )
        }
    }

    /// The associations that files and the cloud say there are.
    ///
    /// - Returns: the associations in the order of the options.
    /// - Throws: a usage error that names the file or cluster and the way on.
    func associations() throws -> [PodIdentityAssociation] {
        try associationFiles.flatMap(Self.read) + eksClusters.flatMap(Self.ask)
    }

    private static func read(_ path: String) throws -> [PodIdentityAssociation] {
        let bytes: [UInt8]
        do throws(InputFailure) {
            bytes = try FileSource(path: path).readAll(limit: PodIdentityAssociations.limit)
        } catch {
            throw ValidationError("The associations \(path): \(error.message); \(error.advice).")
        }
        do throws(AssociationProblem) {
            return try PodIdentityAssociations.read(bytes)
        } catch {
            throw ValidationError("The associations \(path): \(error.message); \(error.advice).")
        }
    }

    private static func ask(_ cluster: String) throws -> [PodIdentityAssociation] {
        do throws(AssociationProblem) {
            return try PodIdentityAssociations.ask(cluster: cluster)
        } catch {
            throw ValidationError("The associations of \(cluster): \(error.message); \(error.advice).")
        }
    }
}
