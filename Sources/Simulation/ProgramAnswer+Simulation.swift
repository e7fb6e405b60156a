import Execution

extension ProgramAnswer {
    /// A success.
    static func printing(_ text: String) -> ProgramAnswer {
        ProgramAnswer(ending: .exited(0), output: Array(text.utf8))
    }

    /// A failure.
    static func failing(_ text: String, status: Int32 = 1) -> ProgramAnswer {
        ProgramAnswer(ending: .exited(status), errors: text)
    }
}
