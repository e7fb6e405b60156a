import MigrationModel

extension Actor {
    /// Who acts, as the subject of a sentence.
    var words: String {
        switch self {
        case .keyshift: "keyshift, with your tools and permissions"
        case .gitOps: "whoever merges the change where the object's manager reads it"
        case .terraform: "whoever applies the Terraform of this plan"
        case .person: "a person"
        }
    }
}
