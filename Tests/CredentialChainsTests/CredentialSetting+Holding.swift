import MigrationModel

/// One thing that a container can hold, as a change to its settings.
struct Piece: Sendable {
    let add: @Sendable (inout CredentialSetting) -> Void

    /// Variables with a text that may be known.
    static func variables(_ texts: [String: String]) -> Piece {
        Piece { setting in
            for (name, text) in texts {
                setting.variables[name] = Setting(shape: ValueShape(of: text), text: text, origin: .unknown)
            }
        }
    }

    /// Variables of which only the shape is known, as of everything that comes from a Secret.
    static func secrets(_ shapes: [String: ValueShape]) -> Piece {
        Piece { setting in
            for (name, shape) in shapes { setting.variables[name] = Setting(shape: shape, origin: .unknown) }
        }
    }

    /// Properties of a JVM.
    static func properties(_ names: String...) -> Piece {
        Piece { setting in
            for name in names { setting.properties[name] = Setting(shape: .present, origin: .unknown) }
        }
    }

    /// A section of a file of profiles, merged with what the file already holds of it.
    static func section(_ name: String, of path: String, _ settings: [String: String]) -> Piece {
        Piece { setting in
            var sections: [ProfileContents] = []
            if case .profiles(let there)? = setting.files[path]?.contents { sections = there }
            var section = ProfileContents(section: name, settings: [:])
            if let index = sections.firstIndex(where: { $0.section == name }) { section = sections.remove(at: index) }
            for (key, text) in settings {
                section.settings[key] = ValueShape(of: text)
                if !key.hasPrefix("aws_") { section.texts[key] = text }
            }
            setting.files[path] = CredentialFile(contents: .profiles(sections + [section]), origin: .unknown)
        }
    }

    /// A file.
    static func file(_ path: String, _ contents: FileContents) -> Piece {
        Piece { $0.files[path] = CredentialFile(contents: contents, origin: .unknown) }
    }

    /// A folder whose contents are not known.
    static func unknownFolder(_ path: String) -> Piece { Piece { $0.unknownFolders.insert(path) } }

    /// What the metadata service of the node answers for a cloud.
    static func metadata(_ provider: Provider, _ identity: MetadataService.Identity) -> Piece {
        Piece { $0.metadata.identities[provider] = identity }
    }
}

extension Piece {
    static let credentialsPath = "/root/.aws/credentials"
    static let configPath = "/root/.aws/config"
    static let tokenPath = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"
    static let podTokenPath = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"
    static let keys = ["aws_access_key_id": "k", "aws_secret_access_key": "s"]

    /// A complete pair of keys in variables.
    static let environment = secrets(["AWS_ACCESS_KEY_ID": .present, "AWS_SECRET_ACCESS_KEY": .present])
    /// What the webhook injects for IRSA.
    static let webIdentity = both(
        variables(["AWS_WEB_IDENTITY_TOKEN_FILE": tokenPath, "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/reports"]),
        file(tokenPath, .token))
    /// What the webhook injects for Pod Identity.
    static let podIdentity = both(
        variables([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": podTokenPath,
        ]), file(podTokenPath, .token))
    /// What ECS injects.
    static let relativeURI = variables(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials"])
    /// Keys in the default profile of the credentials file.
    static let credentialsFile = section("default", of: credentialsPath, keys)
    /// Keys in the default profile of the config file, named as all families read it; two open the file only when told to.
    static let configFile = both(
        section("profile default", of: configPath, keys), variables(["AWS_SDK_LOAD_CONFIG": "1"]))
    /// A node that gives its own identity.
    static let node = metadata(.aws, .node)

    static func both(_ first: Piece, _ second: Piece) -> Piece {
        Piece {
            first.add(&$0)
            second.add(&$0)
        }
    }

    /// Settings of the default profile in the config file.
    static func profile(_ settings: [String: String]) -> Piece {
        both(section("profile default", of: configPath, settings), variables(["AWS_SDK_LOAD_CONFIG": "1"]))
    }
}

extension CredentialSetting {
    /// A container with some pieces, on a node that gives nothing unless a piece says so.
    static func holding(_ pieces: Piece...) -> CredentialSetting { holding(pieces) }

    static func holding(_ pieces: [Piece]) -> CredentialSetting {
        var setting = CredentialSetting(
            metadata: MetadataService(identities: [.aws: .none, .google: .none, .azure: .none]))
        for piece in pieces { piece.add(&setting) }
        return setting
    }
}
