import MigrationModel

/// Logins of developer tools (`az`, `azd`, an IDE), which images do not bring along.
struct DeveloperTools: CredentialPlace {
    var nature: CredentialSource.Nature { .indirect }

    func finding(in view: ContainerView) -> Finding { .absent(Reason("containers have no logins of developer tools")) }

    func parts(in view: ContainerView) -> [String] { [] }
}
