import MigrationModel
import StructuredText

/// Reads one container of a Pod, or something that a custom resource describes like one.
struct ContainerReader {
    /// The way from the object to the Pod's `spec`.
    var path: ValuePath
    /// The ways to its containers, where they are known beforehand.
    var places: TemplatePlaces?

    /// Reads the containers of a list, such as `initContainers`.
    func containers(_ field: StaticString, of spec: Branch, _ role: Container.Role) -> [Container] {
        guard let list = spec[field], list.isSequence else { return [] }
        var containers: [Container] = []
        for (index, container) in list.elements.enumerated() where container.isMapping {
            let isSidecar = role == .initial && container["restartPolicy"]?.text == "Always"
            let place =
                places?.container(index, of: role) ?? ValuePath(path.steps + [.field("\(field)"), .index(index)])
            containers.append(Self.container(container, isSidecar ? .sidecar : role, at: place))
        }
        return containers
    }

    /// Reads one container.
    ///
    /// - Parameters:
    ///   - container: what describes it.
    ///   - role: when it runs.
    ///   - path: where it stands in the object.
    ///   - name: what to call it if it has no name.
    /// - Returns: the container.
    static func container(
        _ container: Branch, _ role: Container.Role, at path: ValuePath, called name: String = ""
    ) -> Container {
        var result = Container(name: name, role: role, path: path)
        for member in container.members {
            switch true {
            case member.isNamed("name"): result.name = member.name ?? name
            case member.isNamed("image"): result.image = member.name ?? ""
            case member.isNamed("env"): result.environment = member.elements.compactMap(EnvironmentReader.entry)
            case member.isNamed("envFrom"):
                result.environmentFrom = member.elements.compactMap(EnvironmentReader.origin)
            case member.isNamed("volumeMounts"): result.mounts = member.elements.compactMap(VolumeReader.mount)
            case member.isNamed("command"), member.isNamed("args"): readArguments(member, into: &result)
            default: break
            }
        }
        return result
    }

    private static func readArguments(_ list: Branch, into container: inout Container) {
        for argument in list.elements {
            argument.withText { text in
                VariableReferences.add(text, to: &container.argumentReferences)
                JavaProperties.add(text, to: &container.properties)
            }
        }
    }
}
