import Glibc

/// Tells folders of plans from names of services, steps and keys.
enum StatusPlaces {
    /// The folders, `.` where none is named, and the names.
    ///
    /// A folder is one that holds a `plan.yaml`; what can only be a path is taken for one, so that a slip in it is told as such.
    static func split(_ places: [String]) -> (folders: [String], names: [String]) {
        var folders: [String] = []
        var names: [String] = []
        for place in places {
            if isFolder(place) {
                folders.append(place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place)
            } else {
                names.append(place)
            }
        }
        return (folders.isEmpty ? ["."] : folders, names)
    }

    private static func isFolder(_ place: String) -> Bool {
        if place == "." || place == ".." { return true }
        if ["/", "./", "../"].contains(where: place.hasPrefix) { return true }
        return access(place + "/plan.yaml", F_OK) == 0
    }
}
