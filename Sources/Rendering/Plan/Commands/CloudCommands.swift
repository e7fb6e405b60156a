import MigrationModel

/// The commands that make, bind and check identities in a cloud, one type per cloud.
protocol CloudCommands {
    /// Makes the identity.
    func create() -> [ShellCommand]
    /// Takes it away again.
    func delete() -> [ShellCommand]
    /// Lets the ServiceAccount take it.
    func bind() -> [ShellCommand]
    /// Takes the binding back.
    func unbind() -> [ShellCommand]
    /// Shows who may take it.
    func showTrust() -> [ShellCommand]
    /// Shows what it may do.
    func showPermissions() -> [ShellCommand]
    /// Shows that the ServiceAccount and it are bound.
    func showBinding() -> [ShellCommand]
    /// Shows whom a Pod really is.
    func showCaller() -> [ShellCommand]
}
