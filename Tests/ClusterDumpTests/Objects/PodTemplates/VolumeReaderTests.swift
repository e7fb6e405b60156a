import MigrationModel
import Testing

@testable import ClusterDump

struct VolumeReaderTests {
    private func volumes(_ lines: String) throws -> [Volume] {
        let indented = lines.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        return try Collected.template(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  volumes:\n\(indented)\n"
        ).volumes
    }

    @Test func readsCarriers() throws {
        let read = try volumes(
            """
            - {name: all, secret: {secretName: aws, optional: true}}
            - {name: some, configMap: {name: conf, items: [{key: a, path: b/c}, {key: half}]}}
            - {name: none, secret: {secretName: aws, items: []}}
            - {name: broken, secret: {name: aws}}
            - {name: empty, emptyDir: {}}
            - {secret: {secretName: aws}}
            """)
        #expect(
            read == [
                Volume(
                    name: "all", sources: [.carrier(CarrierFiles(kind: .secret, object: "aws", optional: true))],
                    manifest: #"{"name":"all","secret":{"secretName":"aws","optional":true}}"#),
                Volume(
                    name: "some",
                    sources: [
                        .carrier(
                            CarrierFiles(
                                kind: .configMap, object: "conf",
                                items: [CarrierFiles.Item(entry: "a", path: "b/c")]))
                    ],
                    manifest:
                        #"{"name":"some","configMap":{"name":"conf","items":[{"key":"a","path":"b/c"},{"key":"half"}]}}"#
                ),
                Volume(
                    name: "none", sources: [.carrier(CarrierFiles(kind: .secret, object: "aws"))],
                    manifest: #"{"name":"none","secret":{"secretName":"aws","items":[]}}"#),
                Volume(name: "broken", sources: [], manifest: #"{"name":"broken","secret":{"name":"aws"}}"#),
                Volume(name: "empty", sources: []),
            ])
    }

    @Test func readsProjections() throws {
        let read = try volumes(
            """
            - name: all
              projected:
                sources:
                - {secret: {name: aws}}
                - {configMap: {name: conf, optional: true}}
                - {serviceAccountToken: {audience: sts.amazonaws.com, path: token, expirationSeconds: 86400}}
                - {serviceAccountToken: {path: api}}
                - {downwardAPI: {items: []}}
            """)
        #expect(
            read == [
                Volume(
                    name: "all",
                    sources: [
                        .carrier(CarrierFiles(kind: .secret, object: "aws")),
                        .carrier(CarrierFiles(kind: .configMap, object: "conf", optional: true)),
                        .token(ProjectedToken(audience: "sts.amazonaws.com", path: "token")),
                        .token(ProjectedToken(audience: "", path: "api")),
                    ], isProjected: true, manifest: read.first?.manifest)
            ])
        #expect(read.first?.manifest?.contains(#""expirationSeconds":86400"#) == true)
    }

    @Test(arguments: [("420", "420"), ("\"0400\"", "\"0400\""), ("true", "true"), ("1.5", "\"1.5\"")])
    func readsNumbersAsKubernetesDoes(text: String, json: String) throws {
        let read = try volumes("- {name: a, secret: {secretName: s, defaultMode: \(text)}}")
        #expect(
            read.map(\.manifest) == [#"{"name":"a","secret":{"secretName":"s","defaultMode":\#(json)}}"#])
    }

    @Test func readsDrivers() throws {
        let read = try volumes(
            """
            - {name: store, csi: {driver: secrets-store.csi.k8s.io, volumeAttributes: {secretProviderClass: aws}}}
            - {name: bucket, csi: {driver: s3.csi.aws.com, nodePublishSecretRef: {name: s3}}}
            - {name: plain, csi: {driver: ebs.csi.aws.com}}
            - {name: share, azureFile: {secretName: azure, shareName: x}}
            - {name: flex, flexVolume: {driver: example.com/fuse, secretRef: {name: fuse}}}
            - {name: ceph, cephfs: {secretRef: {name: ceph}}}
            - {name: bare, iscsi: {iqn: x}}
            """)
        #expect(
            read.map(\.sources) == [
                [.secretsStore(providerClass: "aws")], [.csi(driver: "s3.csi.aws.com", publishSecret: "s3")],
                [.csi(driver: "ebs.csi.aws.com", publishSecret: nil)],
                [.csi(driver: "azureFile", publishSecret: "azure")],
                [.csi(driver: "example.com/fuse", publishSecret: "fuse")],
                [.csi(driver: "cephfs", publishSecret: "ceph")], [],
            ])
    }
}
