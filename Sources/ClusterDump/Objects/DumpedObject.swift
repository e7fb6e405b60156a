import MigrationModel

/// One object that is being read, with what its document says of where it came from.
struct DumpedObject {
    /// The input as the user would name it.
    var input: String
    /// The object's identity.
    var reference: ObjectReference
    /// What is in it.
    var root: Branch

    /// Reads the identity of an object; `nil` for a document that no API server would take.
    ///
    /// - Parameters:
    ///   - root: the object.
    ///   - document: says the type of items of a typed list, which do not repeat it.
    init?(_ root: Branch, of document: RawDocument) {
        let metadata = root["metadata"]
        let name = metadata?["name"]?.name ?? metadata?["generateName"]?.name.map { $0 + "*" }
        guard let name, let kind = root["kind"]?.name ?? document.inherited?.kind,
            let apiVersion = root["apiVersion"]?.name ?? document.inherited?.apiVersion
        else { return nil }
        self.init(
            input: document.input,
            reference: ObjectReference(
                apiVersion: apiVersion, kind: kind, namespace: metadata?["namespace"]?.name, name: name),
            root: root)
    }

    init(input: String, reference: ObjectReference, root: Branch) {
        (self.input, self.reference, self.root) = (input, reference, root)
    }

    /// Everything that `metadata` says, except annotations that are no settings.
    var description: ObjectDescription {
        let metadata = root["metadata"]
        return ObjectDescription(
            reference: reference, uid: metadata?["uid"]?.name ?? "", created: metadata?["creationTimestamp"]?.timestamp,
            labels: metadata?["labels"]?.settings ?? [:], annotations: metadata?["annotations"]?.settings ?? [:],
            owners: metadata?["ownerReferences"]?.elements.map { OwnerReference(of: $0) } ?? [])
    }
}

extension Branch {
    /// The text if it can be a time of RFC 3339.
    var timestamp: String? { text.flatMap { $0.utf8.count >= 20 ? $0 : nil } }
}

extension OwnerReference {
    /// Reads one entry of `metadata.ownerReferences`.
    init(of owner: Branch) {
        self.init(
            apiVersion: owner["apiVersion"]?.name ?? "", kind: owner["kind"]?.name ?? "",
            name: owner["name"]?.name ?? "", uid: owner["uid"]?.name ?? "",
            controller: owner["controller"]?.flag == true)
    }
}
