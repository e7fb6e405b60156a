import MigrationModel

/// `imagePullSecrets`: the kubelet logs in with them; no container sees them, but no new Pod starts without them.
enum ImagePullReception: ReceptionWay {
    static func received(in context: TemplateContext) -> [Received] {
        // A Pod with its own gets none of its ServiceAccount: the admission plug-in adds them only where there are none.
        let own = context.template.pullSecrets
        let names = own.isEmpty ? context.serviceAccount?.pullSecrets ?? [] : own
        return names.flatMap { name in
            let carrier = context.carrier(.secret, name)
            return context.holdings.keys(in: carrier).sorted { $0.key < $1.key }.flatMap { entry, keys in
                keys.map { Received(key: $0, container: nil, reception: .imagePull, carrier: carrier, entry: entry) }
            }
        }
    }
}
