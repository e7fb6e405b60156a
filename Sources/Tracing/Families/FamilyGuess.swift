import MigrationModel

/// Tells which SDK families a container may use: from what people say, or as a hint from image and variables.
enum FamilyGuess {
    /// The annotation of a Pod template that names the SDK of all its containers, or, with the container's name behind it
    /// (`keyshift/sdk.worker`), of one; several are separated by commas.
    static let annotation = "keyshift/sdk"

    /// The choice for one container among the families of one cloud; names that are none of them are left out.
    static func choice(for container: Container, of template: PodTemplate, among known: [SDKFamily]) -> FamilyChoice {
        let said = template.annotations["\(annotation).\(container.name)"] ?? template.annotations[annotation]
        let ids = Set(known.map(\.id))
        let stated = (said ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init).filter(ids.contains)
        if !stated.isEmpty { return FamilyChoice(families: stated, basis: .stated) }
        guard let hint = hint(for: container, among: ids) else { return FamilyChoice() }
        return FamilyChoice(families: hint.families, basis: .hinted(reason: hint.reason))
    }

    private static func hint(for container: Container, among ids: Set<String>) -> (families: [String], reason: String)?
    {
        let words = Set(words(of: container.image))
        for (word, families) in FamilyHints.images where words.contains(word) {
            let families = families.filter(ids.contains)
            if !families.isEmpty { return (families, "the image is called \(word)") }
        }
        for (prefix, families) in FamilyHints.variables {
            guard let variable = container.environment.first(where: { $0.name.hasPrefix(prefix) }) else { continue }
            let families = families.filter(ids.contains)
            if !families.isEmpty { return (families, "it has the variable \(variable.name)") }
        }
        return nil
    }

    /// The words of an image's path, without registry, tag and digest, and its last names whole.
    private static func words(of image: String) -> [String] {
        let path = image.split(separator: "@")[safe: 0]?.split(separator: "/").suffix(2) ?? []
        return path.flatMap { part -> [String] in
            let name = part.split(separator: ":")[safe: 0] ?? ""
            return [String(name)] + name.split(whereSeparator: { "-_.".contains($0) }).map(String.init)
        }
    }
}

extension Array {
    /// The element at an index; `nil` where there is none.
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
