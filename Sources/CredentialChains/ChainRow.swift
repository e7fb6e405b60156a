public import MigrationModel

/// One row of a table: a place where a family looks, and where that is written.
public struct ChainRow: Sendable {
    /// The place, by the name that reports print.
    public let source: CredentialSource
    /// Where it is written that the family looks here: repository and path, or documentation page, with `[unverified]` where it is not.
    public let citation: String
    let place: any CredentialPlace
    /// What the family does when this place cannot be read, where that is not what it does otherwise.
    let onFailure: CredentialChain.Failure?

    init(
        _ source: CredentialSource, _ place: any CredentialPlace, _ citation: String,
        onFailure: CredentialChain.Failure? = nil
    ) {
        self.source = source
        self.place = place
        self.citation = citation
        self.onFailure = onFailure
    }
}

/// One kind of place, with the parameters in which families differ.
protocol CredentialPlace: Sendable {
    /// The identity that it gives, unless what is found says otherwise.
    var nature: CredentialSource.Nature { get }

    /// What it holds.
    func finding(in view: ContainerView) -> Finding

    /// The variables, properties and files that are there and that it reads, in order.
    func parts(in view: ContainerView) -> [String]
}
