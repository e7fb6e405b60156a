import Glibc
public import MigrationModel

/// The files that a user named, and those in the folders that a user named.
public final class FileQueue: InputQueue {
    private var pending: [FolderWalk.Found]
    private var problems: [Problem]
    /// The size of all files together.
    public let expectedBytes: Int

    /// Looks at the arguments and into the folders among them; opens nothing yet.
    ///
    /// - Parameter arguments: paths, and `-` for standard input.
    public init(_ arguments: [String]) {
        var walk = FolderWalk()
        for argument in arguments { walk.add(argument) }
        pending = walk.found.reversed()
        problems = walk.problems
        expectedBytes = walk.found.contains { $0.size < 0 } ? 0 : walk.found.reduce(0) { $0 + $1.size }
    }

    /// Opens the next file that can be opened.
    public func next() -> OpenedInput? {
        while let file = pending.popLast() {
            do throws(InputFailure) {
                let source =
                    file.path == "-" ? FileSource(descriptor: 0, closes: false) : try FileSource(path: file.path)
                return try InputRecognition.open(source, name: file.path)
            } catch {
                // A folder holds pictures and archives, too; only a file that was named is expected to be readable text.
                if file.isInFolder, error.code == .binary || error.code == .empty { continue }
                problems.append(
                    Problem(error.code, input: file.path, message: error.message, advice: error.advice))
            }
        }
        return nil
    }

    /// A file that breaks off says so itself.
    public var interruptedInputs: Set<String> { [] }

    /// Nothing is left to do for a file.
    public func finish(continueToken: String?) {}

    /// Files and folders that could not be read.
    public func takeProblems() -> [Problem] {
        defer { problems = [] }
        return problems
    }
}
