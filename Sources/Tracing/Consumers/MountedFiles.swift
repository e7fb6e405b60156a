import MigrationModel

/// The files that one mount of a volume puts into a container.
struct MountedFiles {
    /// One entry of a carrier as a file.
    struct File {
        var carrier: CarrierKey
        var entry: String
        var optional: Bool
        /// Where the container finds it.
        var path: String
    }

    /// The entries of a carrier that a mount shows, out of those that are known or asked for.
    static func files(
        of files: CarrierFiles, at mount: VolumeMount, entries: some Sequence<String>, in context: TemplateContext
    ) -> [File] {
        let carrier = context.carrier(files.kind, files.object)
        let named = files.items.map { Dictionary($0.map { ($0.entry, $0.path) }, uniquingKeysWith: { $1 }) }
        return entries.sorted().compactMap { entry in
            guard let inside = named == nil ? entry : named?[entry], let path = path(inside, at: mount) else {
                return nil
            }
            return File(carrier: carrier, entry: entry, optional: files.optional, path: path)
        }
    }

    /// Where a file of a volume is in the container; `nil` when the mount does not show it.
    static func path(_ inside: String, at mount: VolumeMount) -> String? {
        let folder = mount.path.hasSuffix("/") ? String(mount.path.dropLast()) : mount.path
        guard let part = mount.subPath.map(trimmed), !part.isEmpty else { return folder + "/" + trimmed(inside) }
        let file = trimmed(inside)
        // The one file itself, or a folder of files that items put there.
        if file == part { return folder }
        return file.hasPrefix(part + "/") ? folder + file.dropFirst(part.count) : nil
    }

    private static func trimmed(_ path: String) -> String {
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        while rest.hasPrefix("/") { rest = rest.dropFirst() }
        return String(rest)
    }
}
