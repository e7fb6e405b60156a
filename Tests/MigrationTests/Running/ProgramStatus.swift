@testable import keyshift

/// The exit statuses of the program; the testing library has a type of the same name.
typealias ProgramStatus = keyshift.ExitStatus
