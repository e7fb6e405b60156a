import MigrationModel

/// `secrets` of the ServiceAccount, which its Pods may mount and programs look up.
enum ServiceAccountReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        (context.serviceAccount?.secrets ?? []).flatMap { name in
            let carrier = context.carrier(.secret, name)
            return context.holdings.keys(in: carrier).sorted { $0.key < $1.key }.flatMap { entry, keys in
                keys.map { key in
                    Received(
                        key: key, container: nil, reception: .serviceAccount, carrier: carrier, entry: entry,
                        certainty: .possible)
                }
            }
        }
    }
}
