internal import ArgumentParser

/// What a dump is made for.
enum DumpShape: String, CaseIterable, ExpressibleByArgument {
    /// Objects of every kind with planted keys among them, to measure the search for keys.
    case mixed
    /// Secrets and the workloads that refer to them, to measure who receives which key.
    case tracing
}
