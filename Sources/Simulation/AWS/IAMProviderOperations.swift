import MigrationModel
internal import StructuredText

/// `aws iam …` of OIDC providers.
enum IAMProviderOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam create-open-id-connect-provider": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let url = try request.required("url")
            guard url.hasPrefix("https://") else {
                throw AWSFailure("ValidationError", "Invalid Open ID Connect Provider URL")
            }
            let arn = world.account.providerARN(url)
            guard world.account.providers[arn] == nil else {
                throw AWSFailure("EntityAlreadyExists", "Provider with url \(url) already exists.")
            }
            world.account.providers[arn] = SimulatedAccount.Provider(
                url: SimulatedAccount.withoutScheme(url), audiences: request.list("client-id-list"),
                created: world.now, tags: request.tags)
            return ["OpenIDConnectProviderArn": .string(arn)]
        },
        "iam get-open-id-connect-provider": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let provider = try provider(request, world).provider
            return [
                "Url": .string(provider.url), "ClientIDList": .sequence(provider.audiences.map { .string($0) }),
                "ThumbprintList": ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
                "CreateDate": provider.created.amazon, "Tags": .tags(provider.tags),
            ]
        },
        "iam list-open-id-connect-providers": { (_: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let arns = world.account.providers.keys.sorted()
            return ["OpenIDConnectProviderList": .sequence(arns.map { ["Arn": .string($0)] })]
        },
        "iam add-client-id-to-open-id-connect-provider": {
            (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let arn = try provider(request, world).arn
            let audience = try request.required("client-id")
            if world.account.providers[arn]?.audiences.contains(audience) == false {
                world.account.providers[arn]?.audiences.append(audience)
            }
            return nil
        },
        "iam delete-open-id-connect-provider": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            world.account.providers[try provider(request, world).arn] = nil
            return nil
        },
    ]

    private static func provider(
        _ request: AWSRequest, _ world: WorldState
    ) throws(AWSFailure) -> (arn: String, provider: SimulatedAccount.Provider) {
        let arn = try request.required("open-id-connect-provider-arn")
        guard let provider = world.account.providers[arn] else {
            throw AWSFailure("NoSuchEntity", "OpenIDConnect Provider not found for arn \(arn)")
        }
        return (arn, provider)
    }
}
