import ArgumentParser

/// Takes a Kubernetes cluster off static cloud keys.
@main
struct Keyshift: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keyshift",
        abstract: "Take a Kubernetes cluster off static cloud keys.",
        version: "0.1.0")
}
