import MigrationModel

/// Works out what has to leave a Pod template together with a key, and what has to stay.
struct TemplateChanges {
    private let contents: [WorkloadName: CarrierContents]

    init(_ index: PlanningIndex) { contents = index.contents }

    /// The change for one service.
    func change(for member: ServiceSelection.Member, to identity: PlannedIdentity) -> TemplateChange {
        var change = TemplateChange()
        if identity.serviceAccount != identity.formerServiceAccount { change.serviceAccount = identity.serviceAccount }
        if identity.mechanism == .aksWorkloadIdentity { change.labels["azure.workload.identity/use"] = "true" }
        let own = member.consumptions.filter { $0.object == member.name }
        for consumption in own { add(consumption, member, to: &change) }
        for template in member.workload?.templates ?? [] { addCompanions(of: template, member, to: &change) }
        addVolumes(member, to: &change)
        change.removals = Self.unique(change.removals)
        return change
    }

    private func add(_ consumption: Consumption, _ member: ServiceSelection.Member, to change: inout TemplateChange) {
        let container = consumption.container ?? ""
        func remove(_ kind: TemplateChange.Removal.Kind, _ name: String) {
            change.removals.append(TemplateChange.Removal(kind: kind, container: container, name: name))
        }
        switch consumption.reception {
        case .variable(let name), .expansion(let name, _): remove(.variable, name)
        case .environmentFrom:
            guard let carrier = consumption.carrier else { return }
            remove(.environmentFrom, carrier.name)
            keepOthers(of: carrier, in: container, member, to: &change)
        case .volume(let path), .projected(let path), .subPath(let path):
            remove(.mount, mount(of: path, in: container, member) ?? path)
        case .inline(let path):
            if let name = variable(at: path, in: container, member) {
                remove(.variable, name)
            } else {
                remove(.byHand, path.description)
            }
        case .argument(let name): remove(.byHand, "$(\(name))")
        case .csi(let path): remove(.byHand, path)
        case .imagePull, .serviceAccount, .customResource: remove(.byHand, consumption.reception.name)
        }
    }

    /// Entries of a Secret that came along with the key by `envFrom` and hold none of it.
    private func keepOthers(
        of carrier: ObjectReference, in container: String, _ member: ServiceSelection.Member,
        to change: inout TemplateChange
    ) {
        guard let kind = CarrierKind(rawValue: carrier.kind) else { return }
        let prefix =
            member.workload?.templates.flatMap(\.containers).first { $0.name == container }?
            .environmentFrom.first { $0.object == carrier.name && $0.kind == kind }?.prefix ?? ""
        let all = contents[WorkloadName(input: member.service.name.input, object: carrier)]?.entries ?? [:]
        let leaving = Set(member.consumptions.filter { $0.carrier == carrier }.compactMap(\.entry))
        for entry in all.keys.sorted()
        where !leaving.contains(entry) && !StaticCredentialVariables.all.contains(prefix + entry) {
            change.keeps.append(
                TemplateChange.KeptVariable(
                    container: container, name: prefix + entry, kind: kind, object: carrier.name, entry: entry))
        }
    }

    /// Variables that make no sense without the key: its secret half, and whatever names the file that leaves.
    private func addCompanions(
        of template: PodTemplate, _ member: ServiceSelection.Member, to change: inout TemplateChange
    ) {
        let touched = Set(change.removals.map(\.container))
        let losesFile = Set(change.removals.filter { $0.kind == .mount }.map(\.container))
        for container in template.containers where touched.contains(container.name) {
            for entry in container.environment {
                let isHalf = StaticCredentialVariables.all.contains(entry.name)
                let isLocator =
                    StaticCredentialVariables.locators.contains(entry.name) && losesFile.contains(container.name)
                guard isHalf || isLocator else { continue }
                change.removals.append(
                    TemplateChange.Removal(kind: .variable, container: container.name, name: entry.name))
            }
        }
    }

    /// Volumes that nobody mounts any more.
    private func addVolumes(_ member: ServiceSelection.Member, to change: inout TemplateChange) {
        for template in member.workload?.templates ?? [] {
            for volume in template.volumes {
                let mounts = template.containers.flatMap { container in
                    container.mounts.filter { $0.volume == volume.name }.map { (container.name, $0.path) }
                }
                guard !mounts.isEmpty else { continue }
                let leaves = mounts.allSatisfy { container, path in
                    change.removals.contains { $0.kind == .mount && $0.container == container && $0.name == path }
                }
                if leaves {
                    change.removals.append(TemplateChange.Removal(kind: .volume, container: "", name: volume.name))
                }
            }
        }
    }

    private func mount(of path: String, in container: String, _ member: ServiceSelection.Member) -> String? {
        let mounts = member.workload?.templates.flatMap(\.containers).first { $0.name == container }?.mounts ?? []
        return mounts.map(\.path).filter { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
            .max { $0.utf8.count < $1.utf8.count }
    }

    /// The variable whose literal stands at a path.
    private func variable(at path: ValuePath, in container: String, _ member: ServiceSelection.Member) -> String? {
        guard let own = member.workload?.templates.flatMap(\.containers).first(where: { $0.name == container }),
            path.steps.starts(with: own.path.steps + [.field("env")]), path.steps.count > own.path.steps.count + 1,
            case .index(let index) = path.steps[own.path.steps.count + 1], own.environment.indices.contains(index)
        else { return nil }
        return own.environment[index].name
    }

    private static func unique(_ removals: [TemplateChange.Removal]) -> [TemplateChange.Removal] {
        var seen: Set<TemplateChange.Removal> = []
        return removals.filter { seen.insert($0).inserted }
    }
}

/// The variables that hold static credentials or lead to files of them.
enum StaticCredentialVariables {
    /// Halves of keys, and what only makes sense beside them.
    static let all: Set<String> = [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY",
        "AWS_SECRET_KEY", "AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY", "AMAZON_SESSION_TOKEN",
        "SECRET_ACCESS_KEY", "AZURE_CLIENT_SECRET", "AZURE_PASSWORD",
    ]
    /// What names a profile or a file; it leaves together with the file.
    static let locators: Set<String> = [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "BOTO_CONFIG",
        "GOOGLE_APPLICATION_CREDENTIALS", "AZURE_CLIENT_CERTIFICATE_PATH",
    ]
}
