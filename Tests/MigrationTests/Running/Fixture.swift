import Foundation
import KubernetesHarness

/// The services of `Fixtures/shared-key`, with users in the cloud that have their keys.
enum Fixture {
    /// The root of the repository.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Workloads whose Pods run all the time.
    static let rolling = [
        "deployment/order-api", "deployment/payment-processor", "deployment/notification-service",
        "deployment/analytics-pipeline", "statefulset/invoice-exporter",
    ]

    /// Everything in the cluster.
    static func manifests() throws -> String {
        let file = repository.appending(path: "Fixtures/shared-key/manifests/shared-key.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The same workloads as Argo CD would have made them; see
    /// [resource tracking](https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/).
    static func owned(_ manifests: String) -> String {
        manifests.replacing(#/metadata: \{name: ([a-z-]+), namespace: production, labels: /#) { match in
            "metadata: {name: \(match.1), namespace: production, annotations: {argocd.argoproj.io/tracking-id: "
                + "\"shop:apps/Deployment:production/\(match.1)\"}, labels: "
        }
    }

    /// The secret halves as the manifests have them: what must never be seen anywhere else.
    static let secrets = [
        "AKIARZPUZDIKD44SHPA2": "dMwj6uUvtaiJVfU7wicpHdEoziIbob/y6ShRfh2z",
        "AKIARZPUZDIKK266JCYW": "ucR/LGOTU2Ixw7gBOirOl3U6AhWNmZTvUAp+COun",
        "AKIARZPUZDIKKEOANPKG": "2EDLbdDZ1c5jAU2rjTbrNLwMtshF6PwKluYIFdlK",
    ]

    /// Users with those keys, the cluster and its issuer.
    static let cloud: CloudSeed = {
        var users = ["operator": CloudSeed.User(keys: [CloudServer.operatorKey: CloudServer.operatorSecret])]
        let use =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::fixture/*"}]}"#
        for (key, user) in Bench.keys {
            users[user] = CloudSeed.User(keys: [key: secrets[key] ?? ""], policies: ["use": use])
        }
        return CloudSeed(accounts: [
            CloudServer.account: CloudSeed.Account(
                users: users, providers: [APIServer.issuer],
                clusters: ["prod-eu": CloudSeed.Cluster(issuer: APIServer.issuer)])
        ])
    }()

    /// The configuration of the plan.
    static func configuration(_ shape: Bench.Shape) -> String {
        """
        version: 1
        clusters:
          - name: prod-eu
            platform: eks
            region: us-east-1
            account: "123456789012"
            issuer: \(APIServer.issuer)
            hasIssuerProvider: true
            podIdentityAgent: true
            context: admin
        preferences:
          mechanism: \(shape.mechanism)
          infrastructure: \(shape.isTerraform ? "terraform" : "commands")
          waves:
            - ["production/CronJob/*"]
            - ["production/Deployment/*"]
        services:
          - service: production/Deployment/*
            sdk: [boto3]
          - service: production/StatefulSet/*
            usesDefaultChain: true
            sdk: [boto3]
          - service: production/CronJob/*
            sdk: [boto3]

        """
    }
}
