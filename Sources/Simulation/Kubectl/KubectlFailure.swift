import MigrationModel

/// Why a call of `kubectl` fails, with the words of the program.
struct KubectlFailure: Error, Hashable {
    var text: String
    /// What was printed before it failed.
    var output = ""
    var status: Int32 = 1

    static func server(_ reason: String, _ message: String) -> KubectlFailure {
        KubectlFailure(text: "Error from server (\(reason)): \(message)")
    }

    static func missing(_ kind: ResourceKind, _ name: String) -> KubectlFailure {
        server("NotFound", "\(kind.resource) \"\(name)\" not found")
    }

    static func type(_ word: String) -> KubectlFailure {
        KubectlFailure(text: "error: the server doesn't have a resource type \"\(word)\"")
    }

    static func invalid(_ kind: ResourceKind, _ name: String, _ message: String) -> KubectlFailure {
        KubectlFailure(text: "The \(kind.kind) \"\(name)\" is invalid: \(message)")
    }

    /// What no part of the simulation answers.
    static func unknown(_ words: [String]) -> KubectlFailure {
        KubectlFailure(text: "error: the simulation does not know: " + words.joined(separator: " "))
    }
}
