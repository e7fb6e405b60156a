public import MigrationModel

/// Hands out inputs one after another: files of a folder, pages of a live cluster.
///
/// Called by one worker at a time.
public protocol InputQueue: AnyObject {
    /// The next input that could be opened; `nil` when there are no more. Problems with inputs that could not be opened, or
    /// that ended badly, are kept until ``takeProblems()``.
    func next() -> OpenedInput?
    /// The input that was handed out last has been read to its end.
    ///
    /// - Parameter continueToken: `metadata.continue` of the list in it, where there was one.
    func finish(continueToken: String?)
    /// The problems met so far, once.
    func takeProblems() -> [Problem]
    /// Inputs that broke off in the middle for a reason that is among the problems.
    var interruptedInputs: Set<String> { get }
    /// Bytes of all inputs together as far as they are known; 0 when they are not.
    var expectedBytes: Int { get }
}
