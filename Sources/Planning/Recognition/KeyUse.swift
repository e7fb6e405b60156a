import MigrationModel

/// How one container gets one key: all that a recogniser looks at.
struct KeyUse {
    /// The key.
    var key: KeyName
    /// The way to the container.
    var reception: Reception
    /// The variable whose literal it is; `nil` where it is none.
    var literal: String?
    /// The carrier's name, the entry and every field on the way to the key behind it, in lower case.
    var names: [String]
    /// The variables of the container, those of its Secrets and ConfigMaps included.
    var variables: Set<String>
    /// The container's image as written, in lower case.
    var image: String
    /// What an SDK finds that opens the entry as a file.
    var file: FileContents

    /// Whether a name is, or ends in, one of these words.
    func isNamed(_ words: String...) -> Bool { names.contains { name in words.contains { name.hasSuffix($0) } } }

    /// Whether a name begins with one of these words.
    func isNamed(beginningWith words: String...) -> Bool {
        names.contains { name in words.contains { name.hasPrefix($0) } }
    }

    /// Whether a part of the image's path is one of these words, or holds one between hyphens.
    func isImage(_ words: String...) -> Bool {
        image.split { "/:@-_.".contains($0) }.contains { part in words.contains { part == $0 } }
    }

    /// The variable by which the key comes; `nil` for files and the rest.
    var variable: String? {
        switch reception {
        case .inline: literal
        case .variable(let name), .environmentFrom(let name), .expansion(let name, _): name
        default: nil
        }
    }

    /// The file by which the key comes; `nil` for variables and the rest.
    var path: String? {
        switch reception {
        case .volume(let path), .projected(let path), .subPath(let path): path
        default: nil
        }
    }

    /// Whether SDKs find the key by themselves where it stands, so that they find something else when it is gone.
    var isWhereSDKsLook: Bool {
        if let variable { return StaticCredentialVariables.all.contains(variable) }
        guard path != nil else { return true }
        switch file {
        case .profiles, .google: return true
        case .token, .other: return false
        }
    }
}
