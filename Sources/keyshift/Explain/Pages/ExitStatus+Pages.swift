extension ExitStatus: ExplainedCode {
    static var family: String { "Exit status" }

    var codeText: String { String(rawValue) }

    static let stories: [ExitStatus: CodeStory] = [
        .clean: CodeStory(
            "Everything went well: nothing was found, or what was asked for is done.",
            "A scan was complete and found no key that the allowlist does not cover; any other command did what it was asked for.",
            "Nothing."),
        .keysFound: CodeStory(
            "The scan was complete and found static keys.",
            "A cluster or a repository holds keys that no allowlist covers.",
            "Read the report, then make a plan: keyshift plan --init."),
        .partial: CodeStory(
            "A part could not be looked at, so what was found may not be all.",
            "A file was damaged, a type may not be listed, or a plan is too entangled to be proven whole; the report names it.",
            "Mend what the report names and run the same command again; never take a partial scan for a clean one."),
        .refused: CodeStory(
            "What was asked for is not possible, and nothing was changed.",
            "The plan can go wrong, an import does not fit, or a rule of the ledger stands against it.",
            "Read the code in the message and ask keyshift explain for it."),
        .ledgerBroken: CodeStory(
            "The ledger is not what was written.", "Somebody edited the file, or the disk damaged it.",
            "Keep the file as evidence, run keyshift ledger verify for the first event that is wrong, and go on from an export that you trust."
        ),
        .inProgress: CodeStory(
            "The migration is under way, and something may run now.", "Steps are ready, run, or have to be verified.",
            "Run keyshift status for the exact commands."),
        .waiting: CodeStory(
            "The migration waits: only time, or a person, moves it on.",
            "A service soaks, a key has its quiet days, or somebody has to accept or approve something.",
            "keyshift status says what it waits for and until when; come back then."),
        .regressed: CodeStory(
            "Something that was verified holds no longer, or a key that was gone is there again.",
            "Somebody, or a manager such as Argo CD or Helm, changed an object back, or made a key active again.",
            "keyshift status has what changed on top; mend it where it came from, then verify the step again."),
        .usage: CodeStory(
            "The command line, or a file that it names, is wrong.",
            "A misspelled option, a missing file, or a configuration with an error.",
            "The message says which part and what to write instead; --help lists the options."),
        .unavailable: CodeStory(
            "A cluster or a cloud did not answer, or would not let you.",
            "Network, a login that has run out, or a permission that is missing.",
            "Do what the message says and run the same command again; what was done is recorded."),
        .interrupted: CodeStory(
            "Somebody interrupted it.", "Ctrl-C, or a signal of the system.",
            "Run the same command again: it finds out from the world how far it came."),
        .internalError: CodeStory(
            "keyshift itself failed.", "A defect of the program.",
            "Report it with the command line and the message, without any key."),
        .inputOutput: CodeStory(
            "The ledger cannot be read or written now; nothing was changed.",
            "Another process holds it, the disk is full, or permissions are missing.",
            "Do what the message says and run the same command again."),
    ]
}
