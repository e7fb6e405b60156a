import MigrationModel

extension CredentialSetting {
    /// Whether a path, absolute or below `~`, leads to a file.
    ///
    /// `~` is HOME. Where HOME is not known, images decide: `/root` is tried first, then whatever single file is mounted below a
    /// folder of that name, because nobody mounts `.aws` where no program looks. A relative path is never known.
    func existence(of path: String) -> Existence {
        let bytes = path.utf8
        switch bytes.first {
        case UInt8(ascii: "/"): return lookup(path)
        case UInt8(ascii: "~") where bytes.dropFirst().first == UInt8(ascii: "/"): return homeFile(path.dropFirst())
        default: return .unknown
        }
    }

    /// Whether the file is there that a variable names; a variable without text names the only file of its kind, if there is one.
    func existence(namedBy setting: Setting, among isKind: (FileContents) -> Bool) -> Existence {
        if let text = setting.text { return existence(of: text) }
        var only: (key: String, value: CredentialFile)?
        for file in files where isKind(file.value.contents) {
            guard only == nil else { return .unknown }
            only = file
        }
        return only.map { .there(path: $0.key, $0.value) } ?? .unknown
    }

    private func lookup(_ path: String) -> Existence {
        if let file = files[path] { return .there(path: path, file) }
        return unknownFolders.contains { path.isAtOrBelow($0) } ? .unknown : .missing
    }

    private func homeFile(_ rest: Substring) -> Existence {
        if files.isEmpty && unknownFolders.isEmpty { return .missing }
        if let home = variables["HOME"] {
            if home.shape == .empty { return lookup(String(rest)) }
            if let text = home.text { return lookup(String(text.withoutTrailingSlash) + rest) }
        }
        let root = lookup("/root" + rest)
        if case .there = root { return root }
        var only: (key: String, value: CredentialFile)?
        for file in files where file.key.hasSuffix(rest) {
            guard only == nil else { return .unknown }
            only = file
        }
        if let only { return .there(path: only.key, only.value) }
        if case .unknown = root { return .unknown }
        let folder = rest.prefix(upTo: rest.lastIndex(of: "/") ?? rest.endIndex)
        return unknownFolders.contains { $0.hasSuffix(folder) || $0.hasSuffix(rest) } ? .unknown : .missing
    }
}

extension String {
    /// Whether the path is a folder or something in it; no normalisation, because mounts are compared as written.
    fileprivate func isAtOrBelow(_ folder: String) -> Bool {
        let path = utf8
        let folder = folder.withoutTrailingSlash.utf8
        guard path.starts(with: folder) else { return false }
        let rest = path.dropFirst(folder.count).first
        return rest == nil || rest == UInt8(ascii: "/")
    }

    fileprivate var withoutTrailingSlash: Substring {
        utf8.last == UInt8(ascii: "/") ? dropLast() : self[...]
    }
}
