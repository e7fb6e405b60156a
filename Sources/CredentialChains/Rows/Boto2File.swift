import MigrationModel

/// Access keys in a file of boto 2: the one that BOTO_CONFIG names, else `/etc/boto.cfg` and `~/.boto`.
///
/// See [boto config](https://docs.pythonboto.org/en/latest/boto_config_tut.html).
struct Boto2File: CredentialPlace {
    private static let variable = "BOTO_CONFIG"

    var nature: CredentialSource.Nature { .fixed }

    func finding(in view: ContainerView) -> Finding {
        var result = Finding.absent(.notSet(Self.variable))
        for file in files(view) {
            switch file {
            case .missing: continue
            case .unknown: result = .unknown(Reason("a file of boto 2 is not shown by the input"))
            case .there(_, let file):
                guard case .profiles(let sections) = file.contents else { continue }
                let credentials = sections.filter { $0.section == "Credentials" }
                    .map { ProfileContents(section: "default", settings: $0.settings) }
                let found = SharedFile(file: .credentials, emptiness: .presence, half: .failsWithoutSecret)
                    .finding(in: credentials, "default")
                switch found {
                case .complete, .fails: return found
                case .absent, .ignored, .unknown: continue
                }
            }
        }
        return result
    }

    func parts(in view: ContainerView) -> [String] {
        let variable = view.setting.variables[Self.variable].map { _ in [Self.variable] } ?? []
        return variable + files(view).compactMap { if case .there(let path, _) = $0 { path } else { nil } }
    }

    private func files(_ view: ContainerView) -> [Existence] {
        if let variable = view.setting.variables[Self.variable] {
            return variable.shape == .empty ? [] : [view.setting.existence(namedBy: variable) { _ in false }]
        }
        return [view.setting.existence(of: "/etc/boto.cfg"), view.setting.existence(of: "~/.boto")]
    }
}
