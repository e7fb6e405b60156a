import MigrationModel
import Testing

@testable import ClusterDump

struct ContainerReaderTests {
    @Test func readsMountsAndArguments() throws {
        let container = try Collected.container(
            """
            image: registry.example.com/app@sha256:00
            command: ["java", "-Daws.profile=reports", "$(ENTRY)"]
            args: ["--id=$(ID)", "$$(NOT)", "$(ID)", 5]
            volumeMounts:
            - {name: aws, mountPath: /root/.aws}
            - {name: aws, mountPath: /etc/key, subPath: key}
            - {name: aws, mountPath: /etc/pod, subPathExpr: $(POD)}
            - {name: nowhere}
            """)
        #expect(
            container
                == Container(
                    name: "app", image: "registry.example.com/app@sha256:00",
                    path: ValuePath([.field("spec"), .field("containers"), .index(0)]),
                    mounts: [
                        VolumeMount(volume: "aws", path: "/root/.aws"),
                        VolumeMount(
                            volume: "aws", path: "/etc/key", subPath: "key",
                            manifest: #"{"name":"aws","mountPath":"/etc/key","subPath":"key"}"#),
                        VolumeMount(
                            volume: "aws", path: "/etc/pod", subPath: "$(POD)",
                            manifest: #"{"name":"aws","mountPath":"/etc/pod","subPathExpr":"$(POD)"}"#),
                    ],
                    properties: ["aws.profile": PropertyValue(shape: .present)],
                    argumentReferences: ["ENTRY", "ID"]))
    }

    @Test func knowsRoles() throws {
        let template = try Collected.template(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              containers: [{name: main, restartPolicy: Always}]
              initContainers: [{name: first}, {name: side, restartPolicy: Always}]
              ephemeralContainers: [{name: debug}]
            """)
        #expect(template.containers.map(\.name) == ["first", "side", "main", "debug"])
        #expect(template.containers.map(\.role) == [.initial, .sidecar, .main, .ephemeral])
        #expect(template.containers.map(\.path.description).last == "spec.ephemeralContainers[0]")
    }

    @Test(arguments: [
        "containers: {}", "containers: text", "containers: [text, 5, [], null]", "containers: []", "containers: null",
    ])
    func passesOverWhatIsNoContainer(_ containers: String) throws {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {\(containers)}}"
        #expect(try Collected.template(pod) == PodTemplate(path: ValuePath([.field("spec")])))
    }

    @Test func passesOverWrongTypes() throws {
        let container = try Collected.container(
            "env: x\nenvFrom: {a: b}\nargs: text\nimage: {}\nvolumeMounts: [x, [], {name: [], mountPath: 5}]")
        #expect(
            container
                == Container(name: "app", path: ValuePath([.field("spec"), .field("containers"), .index(0)])))
    }
}
