/// Why a cluster or a cloud did not answer, or refused.
public struct AccessProblem: Error, Hashable, Sendable {
    /// What kind of a problem it is; reports and scripts rely on the names.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The program is not there.
        case programMissing = "program-missing"
        /// Nothing answered in time, or nothing that could be read.
        case unavailable
        /// The user may not do it.
        case forbidden
        /// The user is not logged in, or the credentials have run out.
        case unauthenticated
        /// Too much was asked in too short a time.
        case throttled
        /// The object is not as it was when the plan was made.
        case drifted
        /// The object is there already, and is another one.
        case conflict
        /// The API server or the cloud would not take it.
        case refused
        /// The credentials are of another account than the plan is for.
        case wrongAccount = "wrong-account"
        /// Something that only a person knows was not given.
        case missingValue = "missing-value"
        /// It cannot be looked up here: a dump has no answer to it.
        case notObservable = "not-observable"
    }

    /// The kind.
    public var code: Code
    /// What could not be done, on which object, in one sentence that is safe to print and to record.
    public var message: String
    /// What to do next, in one sentence.
    public var advice: String

    /// Creates a problem.
    public init(_ code: Code, _ message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }
}
