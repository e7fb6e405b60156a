import MigrationModel

extension ObjectManager {
    /// The program and what of it manages the object: `Helm release shop`.
    var words: String {
        guard !instance.isEmpty else { return program }
        switch program {
        case "Helm": return "Helm release \(instance)"
        case "Argo CD": return "Argo CD application \(instance)"
        default: return "\(program) \(instance)"
        }
    }
}
