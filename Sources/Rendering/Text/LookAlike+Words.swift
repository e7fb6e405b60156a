import MigrationModel

extension LookAlike {
    /// So many of what was set aside: `8 documentation keys`.
    func words(_ number: Int) -> String {
        switch self {
        case .documentation: Wording.count(number, "documentation key")
        case .placeholder: Wording.count(number, "placeholder")
        case .template: Wording.count(number, "template")
        case .word: Wording.count(number, "word")
        case .alphabet: Wording.count(number, "id") + " with foreign characters"
        case .partOfToken: Wording.count(number, "part") + " of longer tokens"
        }
    }
}
