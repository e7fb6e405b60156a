import MigrationModel

/// All ways on which keys reach containers; a new one is a file beside the others and a line here.
enum Receptions {
    static let all: [any ReceptionWay.Type] = [
        VariableReception.self,
        ArgumentReception.self,
        VolumeReception.self,
        CSIReception.self,
        InlineReception.self,
        ImagePullReception.self,
        ServiceAccountReception.self,
    ]

    /// Everything that the containers of a template receive.
    ///
    /// A secret half alone counts only for containers to which the key itself does not come: it would double every line.
    static func received(in context: TemplateContext) -> [Received] {
        withoutNeedlessHalves(all.flatMap { $0.received(in: context) }, context.holdings)
    }

    /// Leaves out secret halves that come to where the whole key comes as well.
    static func withoutNeedlessHalves(_ all: [Received], _ holdings: KeyHoldings) -> [Received] {
        // One alone is not beside anything.
        guard all.count > 1 else { return all }
        let whole = all.filter { !$0.isHalf(in: holdings) }
        guard whole.count < all.count else { return all }
        let served = Set(whole.map { Recipient(key: $0.key, container: $0.container?.name) })
        return all.filter { one in
            !one.isHalf(in: holdings) || !served.contains(Recipient(key: one.key, container: one.container?.name))
        }
    }

    private struct Recipient: Hashable {
        var key: KeyName
        var container: String?
    }
}

extension Received {
    /// Whether only the secret half of the key comes on this way.
    fileprivate func isHalf(in holdings: KeyHoldings) -> Bool {
        guard let carrier, let entry else { return false }
        return !(holdings.keys(in: carrier)[entry] ?? []).contains(key)
    }
}
