import ArgumentParser

/// Every exit status of the program; the README lists the same.
enum ExitStatus: Int32, CaseIterable {
    /// The scan was complete and found no key that is not allowed.
    case clean = 0
    /// The scan was complete and found keys.
    case keysFound = 1
    /// A part of the input was not scanned, whatever was found in the rest.
    case partial = 2
    /// What was asked for is not possible, and nothing was done.
    case refused = 3
    /// A ledger was changed or damaged.
    case ledgerBroken = 4
    /// Something may run now, or runs.
    case inProgress = 10
    /// Nothing may run before time has passed, or a person has said something.
    case waiting = 11
    /// Something that had been verified holds no longer.
    case regressed = 12
    /// The command line, or a file that it names as configuration, is wrong (`EX_USAGE`).
    case usage = 64
    /// A cluster or a cloud did not answer, or refused (`EX_UNAVAILABLE`).
    case unavailable = 69
    /// The program itself failed (`EX_SOFTWARE`).
    case internalError = 70
    /// A ledger cannot be read or written now: locked, read-only, no room (`EX_IOERR`).
    case inputOutput = 74
    /// Somebody interrupted it; the ledger says how far it came.
    case interrupted = 130

    /// The status as the argument parser throws it.
    var code: ExitCode { ExitCode(rawValue) }
}
