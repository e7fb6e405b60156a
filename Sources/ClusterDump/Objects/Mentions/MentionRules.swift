import MigrationModel

/// Which fields of objects of any kind name a Secret or ConfigMap.
///
/// The rules speak of field names in small letters without separators, so that `nodePublishSecretRef` and
/// `csi.storage.k8s.io/node-publish-secret-name` are read alike. They rather mention too much: whether there is an object of
/// that name shows in the end.
enum MentionRules {
    /// Where in a field's name a word has to stand.
    enum Position {
        case anywhere, atEnd
    }

    /// A word in the name of a field, and what it says of what the field names.
    struct Rule {
        var word: String
        var position: Position
        var kind: CarrierKind?

        func matches(_ field: String) -> Bool {
            switch position {
            case .anywhere: field.holds(word)
            case .atEnd: field.hasSuffix(word)
            }
        }
    }

    /// Fields whose mapping, or each mapping of their list, has the `name`: `secretRef: {name: a}`.
    static let mappings = [
        Rule(word: "configmap", position: .anywhere, kind: .configMap),
        Rule(word: "secret", position: .anywhere, kind: .secret),
        Rule(word: "credential", position: .atEnd, kind: .secret),
        Rule(word: "credentials", position: .atEnd, kind: .secret),
    ]

    /// Fields whose text is the name: `secretName: a`.
    ///
    /// No `…Secret` in general: a `clientSecret` is as often the secret itself, which must not be kept.
    static let texts = [
        Rule(word: "secretname", position: .atEnd, kind: .secret),
        Rule(word: "secretref", position: .atEnd, kind: .secret),
        Rule(word: "existingsecret", position: .atEnd, kind: .secret),
        Rule(word: "fromsecret", position: .atEnd, kind: .secret),
        Rule(word: "credentialssecret", position: .atEnd, kind: .secret),
        Rule(word: "credentialsecret", position: .atEnd, kind: .secret),
        Rule(word: "configsecret", position: .atEnd, kind: .secret),
        Rule(word: "authsecret", position: .atEnd, kind: .secret),
        Rule(word: "backupsecret", position: .atEnd, kind: .secret),
        Rule(word: "storagesecret", position: .atEnd, kind: .secret),
        Rule(word: "configmapname", position: .atEnd, kind: .configMap),
        Rule(word: "configmapref", position: .atEnd, kind: .configMap),
        Rule(word: "existingconfigmap", position: .atEnd, kind: .configMap),
        Rule(word: "fromconfigmap", position: .atEnd, kind: .configMap),
    ]

    /// Fields whose list of texts are names, as in a Prometheus, which mounts them all: `secrets: [a, b]`.
    static let lists = [
        Rule(word: "secrets", position: .atEnd, kind: .secret),
        Rule(word: "configmaps", position: .atEnd, kind: .configMap),
    ]

    /// Four letters of which every word of a rule has some, so that most fields are told by one look.
    static let roots: [StaticString] = ["secr", "conf", "cred", "igno", "publ"]

    private static let rootValues: [UInt32] = roots.map { root in
        UnsafeRawPointer(root.utf8Start).loadUnaligned(as: UInt32.self)
    }

    /// Whether a rule may be about a field of this name.
    static func mayBeAbout(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = field.baseAddress, field.count >= 4 else { return false }
        return rootValues.withUnsafeBufferPointer { roots in
            (0...field.count - 4).contains { index in
                let four = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt32.self)
                return roots.contains(four)
            }
        }
    }

    /// Members that a reference to an entry may have; `name` and `key` alone make one, whatever its field is called, as in
    /// `accessKeyId: {name: a, key: b}`.
    static let referenceMembers: [StaticString] = ["name", "key", "namespace", "optional", "default"]

    /// Fields in which a reference says which entry it takes.
    static let entryMembers: [StaticString] = ["key", "valuesKey", "secretKey"]

    /// Names of fields that look as if they named a Secret, but name something else or a Secret that is to be made.
    static let others: [String] = [
        "secretstore", "writeconnectionsecret", "publishconnectiondetails", "targetsecret", "destinationsecret",
        "outputsecret", "ignoredifferences",
    ]

    /// Fields that describe a Secret that the object makes, by kind.
    static let produced: [String: [StaticString]] = [
        "Certificate": ["secretName", "keystores", "secretTemplate"],
        "ExternalSecret": ["target"],
        "ClusterExternalSecret": ["target"],
        "SealedSecret": ["encryptedData", "template"],
        "VaultDynamicSecret": ["destination"],
        "VaultStaticSecret": ["destination"],
    ]
}
