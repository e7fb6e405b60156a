import Foundation

/// Workloads that receive keys in every way that a patch can end, for a namespace of a real API server.
enum PatchFixtures {
    /// Those whose keys stand in the template.
    static let literals: Set<String> = ["inline", "inline-cron"]
    /// Those whose template a patch changes, without the above.
    static let patched = ["cron", "initial", "mixed", "node", "plain", "stateful"]

    private static let ids = [
        "AKIARZPUZDIKHKKEN7O4", "AKIARZPUZDIKV43IMPFL", "AKIARZPUZDIKVFUPXQMB", "AKIARZPUZDIK2Y2NYRVD",
    ]
    private static let secrets = [
        "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", "2O76UMFxFkM+R5Kjp1vRt/1fjORS+6ilI8ihN5KX",
        "Sc7Tvo+hBKqFYY+kv5ZJr3J1TWDtkwtDDb/xHKas", "1VOqg6YYZYn9ZhyiA4uoRgnatmUdjAWtGSU8po/7",
    ]

    /// What must not be anywhere but in the cluster: the secret halves, as they are and as Secrets have them.
    static var planted: [String] {
        secrets + secrets.map { Data($0.utf8).base64EncodedString() }
    }

    private static func key(_ index: Int) -> String {
        "{AWS_ACCESS_KEY_ID: \(ids[index]), AWS_SECRET_ACCESS_KEY: \"\(secrets[index])\""
    }

    private static func profile(_ index: Int) -> String {
        "\"[default]\\naws_access_key_id = \(ids[index])\\naws_secret_access_key = \(secrets[index])\\n\""
    }

    // The comment keeps kubectl from taking the first document, and then all, for JSON.
    static let workloads = "# carriers\n" + carriers + deployments + others + inline

    private static let carriers = """
        {apiVersion: v1, kind: Secret, metadata: {name: mixed-aws}, stringData: \(key(0)), AWS_REGION: eu-west-1, BUCKET: b}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: mixed-files}, stringData: {credentials: \(profile(0)), app.yaml: "a: b"}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: mixed-creds}, stringData: {credentials: \(profile(0))}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: app-settings}, data: {COLOUR: blue}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: plain-aws, labels: {team: a}}, stringData: \(key(1))}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: stateful-aws}, stringData: {credentials: \(profile(2))}}
        ---
        {apiVersion: v1, kind: Secret, metadata: {name: fixed-aws}, immutable: true, stringData: \(key(2)), AWS_REGION: eu-west-1}}
        ---

        """

    private static let deployments = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: mixed}
        spec:
          replicas: 1
          selector: {matchLabels: {app: mixed}}
          template:
            metadata: {labels: {app: mixed}}
            spec:
              initContainers:
              - name: fetch
                image: company/fetch:v1
                env:
                - {name: AWS_ACCESS_KEY_ID, valueFrom: {secretKeyRef: {name: mixed-aws, key: AWS_ACCESS_KEY_ID, optional: true}}}
                - {name: AWS_SECRET_ACCESS_KEY, valueFrom: {secretKeyRef: {name: mixed-aws, key: AWS_SECRET_ACCESS_KEY, optional: false}}}
              containers:
              - name: app
                image: company/app:v1
                envFrom: [{secretRef: {name: mixed-aws}}, {configMapRef: {name: app-settings, optional: true}, prefix: APP_}]
                env:
                - {name: FIRST, value: "1"}
                - {name: AWS_ACCESS_KEY_ID, valueFrom: {secretKeyRef: {name: mixed-aws, key: AWS_ACCESS_KEY_ID}}}
                - {name: AWS_PROFILE, value: default}
                - {name: AWS_SHARED_CREDENTIALS_FILE, value: /etc/app/credentials}
                - {name: LAST, value: "$(FIRST)"}
                volumeMounts: [{name: settings, mountPath: /etc/app}, {name: scratch, mountPath: /tmp}]
              - name: side
                image: company/side:v1
                volumeMounts:
                - {name: scratch, mountPath: /tmp}
                - {name: aws, mountPath: /root/.aws, readOnly: true}
                - {name: all, mountPath: /etc/all}
              volumes:
              - {name: settings, secret: {secretName: mixed-files, defaultMode: 0400}}
              - {name: aws, secret: {secretName: mixed-creds}}
              - name: all
                projected:
                  sources:
                  - {secret: {name: mixed-files, items: [{key: credentials, path: credentials, mode: 0440}]}}
                  - {configMap: {name: app-settings}}
              - {name: scratch, emptyDir: {}}
        ---
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata: {name: plain}
        spec: {minAvailable: 1, selector: {matchLabels: {app: plain}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: plain}
        spec:
          replicas: 1
          strategy: {type: Recreate}
          selector: {matchLabels: {app: plain}}
          template:
            metadata: {labels: {app: plain}}
            spec:
              containers:
              - {name: app, image: "company/app:v1", envFrom: [{secretRef: {name: plain-aws}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: initial}
        spec:
          replicas: 1
          paused: true
          selector: {matchLabels: {app: initial}}
          template:
            metadata: {labels: {app: initial}}
            spec:
              serviceAccountName: default
              initContainers:
              - name: one
                image: company/one:v1
              - name: two
                image: company/two:v1
                envFrom: [{prefix: X_, configMapRef: {name: app-settings}}, {secretRef: {name: plain-aws, optional: true}}]
              containers:
              - {name: app, image: "company/app:v1"}
        ---

        """

    private static let others = """
        apiVersion: batch/v1beta1
        kind: CronJob
        metadata: {name: cron}
        spec:
          schedule: "0 6 1 * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - {name: app, image: "company/app:v1", envFrom: [{secretRef: {name: plain-aws}}]}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: stateful}
        spec:
          serviceName: stateful
          replicas: 2
          selector: {matchLabels: {app: stateful}}
          template:
            metadata: {labels: {app: stateful}}
            spec:
              containers:
              - name: app
                image: company/app:v1
                env: [{name: AWS_PROFILE, value: default}]
                volumeMounts: [{name: aws, mountPath: /home/app/.aws/credentials, subPath: credentials, readOnly: true}]
              volumes: [{name: aws, secret: {secretName: stateful-aws, optional: false}}]
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: node}
        spec:
          updateStrategy: {rollingUpdate: {maxUnavailable: 2}}
          selector: {matchLabels: {app: node}}
          template:
            metadata: {labels: {app: node}}
            spec:
              containers:
              - name: app
                image: company/app:v1
                env:
                - {name: AWS_ACCESS_KEY_ID, valueFrom: {secretKeyRef: {name: fixed-aws, key: AWS_ACCESS_KEY_ID}}}
                - {name: AWS_SECRET_ACCESS_KEY, valueFrom: {secretKeyRef: {name: fixed-aws, key: AWS_SECRET_ACCESS_KEY}}}
                - {name: AWS_REGION, valueFrom: {secretKeyRef: {name: fixed-aws, key: AWS_REGION}}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: once}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - {name: app, image: "company/app:v1", envFrom: [{secretRef: {name: plain-aws}}]}
        ---

        """

    private static let inline = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: inline}
        spec:
          replicas: 1
          selector: {matchLabels: {app: inline}}
          template:
            metadata: {labels: {app: inline}}
            spec:
              initContainers:
              - name: init
                image: company/init:v1
                env: [{name: A, value: b}, {name: AWS_ACCESS_KEY_ID, value: \(ids[3])}, {name: AWS_SECRET_ACCESS_KEY, value: "\(secrets[3])"}]
              containers:
              - {name: app, image: "company/app:v1"}
        ---
        apiVersion: batch/v1beta1
        kind: CronJob
        metadata: {name: inline-cron}
        spec:
          schedule: "*/5 * * * *"
          suspend: true
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - name: app
                    image: company/app:v1
                    env: [{name: AWS_ACCESS_KEY_ID, value: \(ids[3])}, {name: AWS_SECRET_ACCESS_KEY, value: "\(secrets[3])"}]

        """
}
