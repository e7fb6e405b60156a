import MigrationModel
import StructuredText

/// Finds the fields of an object that look like references to Secrets and ConfigMaps, by ``MentionRules``.
struct MentionSearch {
    /// How many mentions of one object are told.
    static let limit = 1000

    private let object: DumpedObject
    private let templates: Set<ValuePath>
    private let produced: [StaticString]
    private var mentions: [CarrierMention] = []
    private var steps: [ValuePath.Step] = []

    /// The mentions in an object, in document order.
    ///
    /// - Parameters:
    ///   - object: the object.
    ///   - templates: where it has Pod templates, whose containers and volumes are traced by themselves.
    /// - Returns: at most ``limit``.
    static func mentions(in object: DumpedObject, except templates: [ValuePath]) -> [CarrierMention] {
        var search = MentionSearch(
            object: object, templates: Set(templates), produced: MentionRules.produced[object.reference.kind] ?? [])
        search.visit(object.root, field: "")
        return search.mentions
    }

    private init(object: DumpedObject, templates: Set<ValuePath>, produced: [StaticString]) {
        (self.object, self.templates, self.produced) = (object, templates, produced)
    }

    // MARK: Walk

    /// Looks at a value.
    ///
    /// - Parameters:
    ///   - branch: the value.
    ///   - field: the nearest field's name, in small letters without separators.
    private mutating func visit(_ branch: Branch, field: String) {
        guard mentions.count < Self.limit else { return }
        if branch.isSequence { return visitElements(branch, field) }
        takeMapping(branch, field)
        let isTemplate = !templates.isEmpty && templates.contains(ValuePath(steps))
        for member in branch.members {
            guard !isLeftOut(member), !(isTemplate && TemplateSearch.isPart(member)) else { continue }
            let name = Self.plain(member)
            guard name.isEmpty || !MentionRules.others.contains(where: name.holds) else { continue }
            steps.append(.field(member.key))
            if member.isMapping || member.isSequence {
                visit(member, field: name)
            } else {
                takeText(member, name, beside: branch)
            }
            steps.removeLast()
        }
    }

    private mutating func visitElements(_ list: Branch, _ field: String) {
        let rule = field.isEmpty ? nil : MentionRules.lists.first { $0.matches(field) }
        for (index, element) in list.elements.enumerated() {
            steps.append(.index(index))
            if element.isMapping || element.isSequence {
                visit(element, field: field)
            } else if let rule, let name = Self.objectName(element) {
                add(name, rule.kind, beside: nil)
            }
            steps.removeLast()
        }
    }

    /// `metadata` of the object, `status`, and what it makes itself.
    private func isLeftOut(_ member: Branch) -> Bool {
        if steps.isEmpty { return member.isNamed("metadata") || member.isNamed("status") }
        return produced.contains { member.isNamed($0) }
    }

    // MARK: Rules

    private mutating func takeMapping(_ branch: Branch, _ field: String) {
        guard let name = branch["name"].flatMap(Self.objectName) else { return }
        var kind: CarrierKind?
        if let written = branch["kind"]?.name {
            guard let known = CarrierKind(rawValue: written) else { return }
            kind = known
        } else {
            let rule = field.isEmpty ? nil : MentionRules.mappings.first { $0.matches(field) }
            guard rule != nil || Self.isReference(branch) else { return }
            kind = rule?.kind
        }
        steps.append(.field("name"))
        add(name, kind, beside: branch)
        steps.removeLast()
    }

    private mutating func takeText(_ member: Branch, _ field: String, beside branch: Branch) {
        guard !field.isEmpty, let rule = MentionRules.texts.first(where: { $0.matches(field) }),
            let name = Self.objectName(member)
        else { return }
        add(name, rule.kind, beside: branch, namespace: Self.namespace(beside: member, in: branch))
    }

    private mutating func add(_ name: String, _ kind: CarrierKind?, beside branch: Branch?, namespace: String? = nil) {
        guard mentions.count < Self.limit else { return }
        let entry = branch.flatMap { branch in MentionRules.entryMembers.lazy.compactMap { branch[$0]?.name }.first }
        mentions.append(
            CarrierMention(
                input: object.input, object: object.reference, path: ValuePath(steps), kind: kind, name: name,
                namespace: namespace ?? branch?["namespace"]?.name, entry: entry))
    }

    /// Whether a mapping has a name, a key and nothing that does not belong to a reference.
    private static func isReference(_ branch: Branch) -> Bool {
        branch["key"]?.name != nil
            && branch.members.allSatisfy { member in MentionRules.referenceMembers.contains { member.isNamed($0) } }
    }

    /// `secretNamespace` beside `secretName`.
    private static func namespace(beside member: Branch, in branch: Branch) -> String? {
        let key = member.key
        guard key.hasSuffix("ame") else { return nil }
        let wanted = key.dropLast(3) + "amespace"
        return branch.members.first { $0.key == wanted }?.name
    }

    // MARK: Names

    /// The text if it can be the name of an object.
    ///
    /// See [DNS subdomain names](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names);
    /// whatever else stands there, such as the secret itself, is not kept.
    private static func objectName(_ branch: Branch) -> String? {
        branch.withText { text in
            guard (1...253).contains(text.count) else { return nil }
            for index in text.indices {
                switch text[index] {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
                case UInt8(ascii: "-"), UInt8(ascii: "."): if index > 0, index + 1 < text.count { continue }
                default: break
                }
                return nil
            }
            return String(copying: text)
        } ?? nil
    }

    /// The key of a member in small letters without separators; empty when no rule is about it, as mostly.
    private static func plain(_ member: Branch) -> String {
        member.withKey { key in
            String(unsafeUninitializedCapacity: key.count) { room in
                var count = 0
                for index in key.indices {
                    let byte = key[index]
                    switch byte {
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"): room[count] = byte | 0x20
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                        room[count] = byte
                    default: continue
                    }
                    count += 1
                }
                return MentionRules.mayBeAbout(UnsafeBufferPointer(rebasing: room[..<count])) ? count : 0
            }
        }
    }
}
