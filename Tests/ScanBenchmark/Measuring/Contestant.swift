/// A command that is measured.
struct Contestant: Hashable {
    /// What is compared with what.
    enum Role: Hashable {
        case scan
        case scanOnTwo
        case scanOnOne
        case scanFromPipe
        case ripgrep
        case jq
    }

    let role: Role
    /// How the table calls it.
    let name: String
    /// Path of the program and its arguments.
    let arguments: [String]
    /// Whether it reads the dump from a pipe.
    var readsPipe: Bool { role == .scanFromPipe }
    /// Whether it prints the report of a scan.
    var reportsKeys: Bool { role != .ripgrep && role != .jq }
}

/// Who takes part, and who cannot.
struct Contestants {
    /// In the order in which they run.
    private(set) var all: [Contestant] = []
    /// Why others are left out.
    private(set) var notes: [String] = []

    /// Beyond this size jq would need more memory than most machines have: it keeps the whole dump, several times over.
    private static let jqLimit = 500_000_000

    init(keyshift: String, dump: String, size: Int, format: DumpFormat) {
        let scan = [keyshift, "scan", dump, "-o", "json"]
        all.append(Contestant(role: .scan, name: "`keyshift scan FILE -o json`", arguments: scan))
        addPinned(scan)
        all.append(
            Contestant(
                role: .scanFromPipe, name: "`cat FILE \\| keyshift scan - -o json`",
                arguments: [keyshift, "scan", "-", "-o", "json"]))
        addRipgrep(dump)
        addJQ(dump, size, format)
    }

    private mutating func addPinned(_ scan: [String]) {
        let processors = Programs.processors()
        guard let taskset = Programs.find("taskset") else {
            notes.append("taskset is missing: nothing was measured on a single processor")
            return
        }
        func pinned(_ role: Contestant.Role, _ name: String, _ count: Int) -> Contestant {
            let list = processors.prefix(count).map(String.init).joined(separator: ",")
            return Contestant(role: role, name: "the same on \(name)", arguments: [taskset, "-c", list] + scan)
        }
        if processors.count > 2 { all.append(pinned(.scanOnTwo, "two processors", 2)) }
        if processors.count > 1 { all.append(pinned(.scanOnOne, "one processor", 1)) }
    }

    private mutating func addRipgrep(_ dump: String) {
        guard let ripgrep = Programs.find("rg") else { return notes.append("rg is missing: left out") }
        let arguments = [ripgrep, "-c", "AKIA|ASIA", dump]
        all.append(Contestant(role: .ripgrep, name: "`rg -c 'AKIA\\|ASIA' FILE`", arguments: arguments))
    }

    private mutating func addJQ(_ dump: String, _ size: Int, _ format: DumpFormat) {
        guard format != .yaml else { return notes.append("jq reads no YAML: left out") }
        guard size <= Self.jqLimit else { return notes.append("the dump is larger than 500 MB: jq left out") }
        guard let jq = Programs.find("jq") else { return notes.append("jq is missing: left out") }
        let filter = """
            select(.kind=="Secret")|.metadata.name as $n|.data//{}|to_entries[]\
            |select(.value|@base64d|test("AKIA|ASIA"))|$n
            """
        let arguments = [jq, "-r", format == .jsonl ? filter : ".items[]|" + filter, dump]
        all.append(Contestant(role: .jq, name: "jq, Secrets' data decoded once", arguments: arguments))
    }
}
