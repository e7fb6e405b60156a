import MigrationModel

/// The calls that take a key away, by its kind.
///
/// What the plan does not know (a service account, an application) is given by a person, under a name that ends with the key's id.
struct KeyCalls {
    private let key: KeyName
    private let context: PlanContext

    init(_ key: KeyName, _ context: PlanContext) {
        self.key = key
        self.context = context
    }

    /// Makes it unusable, and usable again.
    var deactivation: StepProcedure {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey: aws.deactivation
        case .googleServiceAccountKey: google.deactivation
        case .googleHMACKey: google.hmacDeactivation
        case .azureClientSecret, .azureStorageAccountKey:
            StepProcedure(byHand: [
                "Azure has no state between valid and deleted: see in the logs that nobody uses \(key.id) any more."
            ])
        }
    }

    /// Deletes it for good.
    var deletion: StepProcedure {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey: aws.deletion
        case .googleServiceAccountKey: google.deletion
        case .googleHMACKey: google.hmacDeletion
        case .azureClientSecret: azure.secretDeletion
        case .azureStorageAccountKey: azure.storageKeyRenewal
        }
    }

    /// Deletes its owner, if it has no other key, login or use.
    var ownerDeletion: StepProcedure {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey: aws.userDeletion
        case .googleServiceAccountKey, .googleHMACKey: google.accountDeletion
        case .azureClientSecret: azure.applicationDeletion
        case .azureStorageAccountKey:
            StepProcedure(byHand: ["See that the storage account of \(key.id) needs no shared keys, and stays."])
        }
    }

    private var aws: AWSKeyCalls {
        let account = context.key(key)?.account ?? ""
        return AWSKeyCalls(
            key: key.id, aws: CloudWords(aws: account, for: cluster { $0.account == account }?.name ?? "", context))
    }

    private var google: GoogleKeyCalls {
        let cluster = cluster { !$0.project.isEmpty }
        return GoogleKeyCalls(
            key: key.id, project: cluster?.project ?? "",
            gcloud: CloudWords(google: cluster ?? context.cluster("")))
    }

    private var azure: AzureKeyCalls {
        AzureKeyCalls(key: key.id, az: CloudWords(azure: cluster { !$0.subscription.isEmpty } ?? context.cluster("")))
    }

    /// A cluster of a service that receives the key, or any other of its cloud.
    private func cluster(_ isRight: (ClusterConfiguration) -> Bool) -> ClusterConfiguration? {
        let services = context.key(key)?.services ?? []
        return services.lazy.compactMap { context.service($0) }.map { context.cluster($0.cluster) }.first(
            where: isRight)
            ?? context.configuration.clusters.first(where: isRight)
    }
}
