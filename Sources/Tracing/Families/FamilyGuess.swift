import CredentialChains
import MigrationModel

/// Tells which SDK families a container may use: from what people say, or as a hint from image and variables.
enum FamilyGuess {
    /// The annotation of a Pod template that names the SDK of all its containers, or, with the container's name behind it
    /// (`keyshift/sdk.worker`), of one; several are separated by commas.
    static let annotation = "keyshift/sdk"

    /// The families of one cloud, by id.
    static func known(for provider: Provider) -> Set<String> {
        switch provider {
        case .aws: aws
        case .google: google
        case .azure: azure
        }
    }

    private static let aws = ids(of: .aws)
    private static let google = ids(of: .google)
    private static let azure = ids(of: .azure)

    private static func ids(of provider: Provider) -> Set<String> {
        Set(CredentialChains.chains(of: provider).map(\.family.id))
    }

    /// The choice for one container among the families of one cloud; names that are none of them are left out.
    static func choice(for container: Container, of template: PodTemplate, among known: Set<String>) -> FamilyChoice {
        if !template.annotations.isEmpty,
            let said = template.annotations["\(annotation).\(container.name)"] ?? template.annotations[annotation]
        {
            let stated = said.split { $0 == "," || $0.isWhitespace }.map(String.init).filter(known.contains)
            if !stated.isEmpty { return FamilyChoice(families: stated, basis: .stated) }
        }
        guard let hint = hint(for: container, among: known) else { return FamilyChoice() }
        return FamilyChoice(families: hint.families, basis: .hinted(reason: hint.reason))
    }

    private static func hint(
        for container: Container, among known: Set<String>
    ) -> (families: [String], reason: String)? {
        for index in hints(in: container.image) {
            let families = FamilyHints.images[index].families.filter(known.contains)
            if !families.isEmpty { return (families, "the image is called \(FamilyHints.images[index].word)") }
        }
        for (prefix, families) in FamilyHints.variables {
            guard let variable = container.environment.first(where: { $0.name.hasPrefix(prefix) }) else { continue }
            let families = families.filter(known.contains)
            if !families.isEmpty { return (families, "it has the variable \(variable.name)") }
        }
        return nil
    }

    // MARK: Images

    private static let positions = Dictionary(
        FamilyHints.images.enumerated().map { (Array($1.word.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    private static let lengths = FamilyHints.images.map(\.word.utf8.count)
    private static let shortest = lengths.min() ?? 0
    private static let longest = lengths.max() ?? 0

    /// The hints that the words of an image's path give, in the order of the list; none for most.
    ///
    /// The words are those of the last two names, without registry, tag and digest, and these names whole.
    private static func hints(in image: String) -> [Int] {
        let bytes = image.utf8.span
        let path = 0..<(bytes.indices.first { bytes[$0] == UInt8(ascii: "@") } ?? bytes.count)
        var (found, end, names) = ([Int](), path.upperBound, 0)
        while names < 2, end > 0 {
            var start = end
            while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
            if start < end {
                names += 1
                let colon = (start..<end).first { bytes[$0] == UInt8(ascii: ":") }
                addWords(of: start..<(colon ?? end), in: bytes, to: &found)
            }
            end = start - 1
        }
        return found.count > 1 ? found.sorted() : found
    }

    /// Adds the hints of one name and of the words in it.
    private static func addWords(of name: Range<Int>, in bytes: Span<UInt8>, to found: inout [Int]) {
        add(name, in: bytes, to: &found)
        var start = name.lowerBound
        for index in name where isSeparator(bytes[index]) {
            add(start..<index, in: bytes, to: &found)
            start = index + 1
        }
        if start > name.lowerBound { add(start..<name.upperBound, in: bytes, to: &found) }
    }

    private static func add(_ word: Range<Int>, in bytes: Span<UInt8>, to found: inout [Int]) {
        guard word.count >= shortest, word.count <= longest else { return }
        var text: [UInt8] = []
        text.reserveCapacity(word.count)
        for index in word { text.append(bytes[index]) }
        if let hint = positions[text] { found.append(hint) }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
