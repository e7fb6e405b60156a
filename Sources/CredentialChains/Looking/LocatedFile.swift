import MigrationModel

/// What came of looking for one file of profiles.
enum LocatedFile {
    /// It is not there, or the family does not open it.
    case absent(Reason)
    /// It is there, at a path, with these sections; a file that holds none has no section.
    case found(path: String, sections: [ProfileContents])
    /// The input does not show whether it is there.
    case unknown(Reason)
}

/// Whether a path leads to a file.
enum Existence {
    /// It does.
    case there(path: String, CredentialFile)
    /// It does not.
    case missing
    /// The input does not show it.
    case unknown
}
