import MigrationModel
internal import StructuredText

/// `kubectl get`.
enum KubectlGet {
    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        if !request.option("raw").isEmpty { return try RawPath.get(request.option("raw"), request, world) }
        let named = try NamedObjects(request.words.dropFirst(), world.cluster)
        let format = request.option("output")
        if named.objects.count == 1, let (kind, name) = named.objects.first {
            guard let value = world.cluster.object(kind, request.namespace, name) else {
                if request.has("ignore-not-found") { return "" }
                throw .missing(kind, name)
            }
            return try print([(kind, value)], isSingle: true, format, request)
        }
        let (found, missing) = try select(named, request, world)
        let printed = try print(found, isSingle: false, format, request)
        guard let (kind, name) = missing else { return printed }
        var failure = KubectlFailure.missing(kind, name)
        failure.output = printed
        throw failure
    }

    private static func select(
        _ named: NamedObjects, _ request: KubectlRequest, _ world: WorldState
    ) throws(KubectlFailure) -> (found: [(ResourceKind, StructuredValue)], missing: (ResourceKind, String)?) {
        guard named.objects.isEmpty else {
            let all = named.objects.map {
                ($0.kind, $0.name, world.cluster.object($0.kind, request.namespace, $0.name))
            }
            let missing = all.first { $0.2 == nil }.map { ($0.0, $0.1) }
            let found = all.compactMap { kind, _, value in value.map { (kind, $0) } }
            return (found, request.has("ignore-not-found") ? nil : missing)
        }
        let labels = try Selector(labels: request.option("selector"), request)
        let fields = try Selector(fields: request.option("field-selector"), request)
        let namespace = request.has("all-namespaces") ? nil : request.namespace
        let found = named.kinds.flatMap { kind in
            world.cluster.list(kind, in: namespace).filter { object in
                labels.matches { object.labels[$0] }
                    && fields.matches { path in object.at(path.split(separator: ".").map(String.init)[...])?.text ?? ""
                    }
            }.map { (kind, $0) }
        }
        return (found, nil)
    }

    private static func print(
        _ objects: [(kind: ResourceKind, value: StructuredValue)], isSingle: Bool, _ format: String,
        _ request: KubectlRequest
    ) throws(KubectlFailure) -> String {
        switch format {
        case "json":
            let list: StructuredValue = [
                "apiVersion": "v1", "items": .sequence(objects.map(\.value)), "kind": "List",
                "metadata": ["resourceVersion": ""],
            ]
            return (isSingle ? objects.first?.value ?? list : list).printed
        case "name": return objects.map { "\($0.kind.single)/\($0.value.name)\n" }.joined()
        case let format where format.hasPrefix("jsonpath={"):
            let path = try path(format, request)
            return plain(objects.first.flatMap { $0.value.at(path[...]) } ?? .null)
        default: throw .unknown(request.all)
        }
    }

    /// The simplest of paths: `jsonpath={.metadata.annotations['eks\.amazonaws\.com/role-arn']}`.
    private static func path(_ format: String, _ request: KubectlRequest) throws(KubectlFailure) -> [String] {
        let inner = format.dropFirst("jsonpath={".count)
        guard inner.hasSuffix("}"), inner.hasPrefix("."), !inner.dropLast().contains("}") else {
            throw .unknown(request.all)
        }
        var (parts, current, isEscaped, isQuoted) = ([String](), "", false, false)
        for character in inner.dropLast() {
            if isEscaped {
                current.append(character)
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "'", "\"": isQuoted.toggle()
            case ".", "[", "]":
                if isQuoted {
                    current.append(character)
                } else {
                    if !current.isEmpty { parts.append(current) }
                    current = ""
                }
            case "*", "?", "@": throw .unknown(request.all)
            default: current.append(character)
            }
        }
        return current.isEmpty ? parts : parts + [current]
    }

    private static func plain(_ value: StructuredValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        default: JSONWriter.text(for: value.sorted, pretty: false)
        }
    }
}

/// A selector of labels or fields: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a`, `!a`.
struct Selector {
    private enum Term {
        case isIn(String, Set<String>)
        case isNot(String, String)
        case exists(String)
        case isAbsent(String)
    }
    private var terms: [Term] = []

    init(labels text: String, _ request: KubectlRequest) throws(KubectlFailure) { try self.init(text, request) }
    init(fields text: String, _ request: KubectlRequest) throws(KubectlFailure) { try self.init(text, request) }

    private init(_ text: String, _ request: KubectlRequest) throws(KubectlFailure) {
        guard !text.contains("notin") else { throw .unknown(request.all) }
        var rest = text[...]
        while !rest.isEmpty {
            let isList = rest.contains(" in (") && !rest.prefix { $0 != "(" }.contains(",")
            let term = isList ? rest.prefix { $0 != ")" } : rest.prefix { $0 != "," }
            rest = rest.dropFirst(term.count).drop { $0 == ")" || $0 == "," }
            if isList {
                let parts = term.split(separator: "(").map(String.init)
                let name = String(parts[0].dropLast(" in ".count))
                terms.append(.isIn(name, Set((parts.dropFirst().first ?? "").split(separator: ",").map(String.init))))
            } else if term.contains("!=") {
                let parts = term.split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
                terms.append(.isNot(String(parts[0]), String(parts[1].dropFirst())))
            } else if let equals = term.firstIndex(of: "=") {
                let value = term[term.index(after: equals)...].drop { $0 == "=" }
                terms.append(.isIn(String(term[..<equals]), [String(value)]))
            } else {
                terms.append(term.hasPrefix("!") ? .isAbsent(String(term.dropFirst())) : .exists(String(term)))
            }
        }
    }

    /// Whether values fit.
    func matches(_ value: (String) -> String?) -> Bool {
        terms.allSatisfy { term in
            switch term {
            case .isIn(let name, let values): value(name).map(values.contains) ?? false
            case .isNot(let name, let other): value(name) != other
            case .exists(let name): value(name) != nil
            case .isAbsent(let name): value(name) == nil
            }
        }
    }
}
