/// Thanos, Loki, Mimir, Cortex and Tempo: keys in the configuration of their object store.
///
/// See [Thanos](https://thanos.io/tip/thanos/storage.md/#s3) and
/// [Loki](https://grafana.com/docs/loki/latest/configure/storage/#aws-deployment-s3-single-store).
enum ObjectStoreSettings: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        let isProgram = use.isImage("thanos", "loki", "mimir", "cortex", "tempo")
        let isFile = use.isNamed(
            "objstore.yml", "objstore.yaml", "thanos.yaml", "loki.yaml", "mimir.yaml", "tempo.yaml")
        guard use.path != nil, isProgram || isFile else { return nil }
        return ProgramChange(
            "the object store of Thanos, Loki, Mimir, Cortex or Tempo",
            "leave its access and secret keys out, which makes it look as the SDK does, and give it the key by "
                + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for now")
    }
}
