internal import StructuredText

extension ImaginedCluster {
    /// The spec of a Pod with a few containers.
    mutating func podSpec() -> StructuredValue {
        let containers = (0..<random.pick([1, 1, 1, 1, 1, 2])).map { _ in container() }
        return [
            "containers": .sequence(containers),
            "dnsPolicy": "ClusterFirst",
            "enableServiceLinks": true,
            "restartPolicy": "Always",
            "schedulerName": "default-scheduler",
            "securityContext": ["fsGroup": 2000, "runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"]],
            "serviceAccount": .string(random.word()),
            "serviceAccountName": .string(random.word()),
            "terminationGracePeriodSeconds": 30,
            "tolerations": [
                ["effect": "NoExecute", "key": "node.kubernetes.io/not-ready", "operator": "Exists"],
                ["effect": "NoExecute", "key": "node.kubernetes.io/unreachable", "operator": "Exists"],
            ],
            "volumes": [
                ["configMap": ["defaultMode": 420, "name": .string("\(random.word())-config")], "name": "config"],
                ["name": "secrets", "secret": ["defaultMode": 420, "secretName": .string("\(random.word())-secret")]],
                ["emptyDir": [:], "name": "tmp"],
            ],
        ]
    }

    /// A container with environment, probes and mounts.
    mutating func container() -> StructuredValue {
        let name = random.word()
        return [
            "args": .texts(["--listen=:8080", "--log-level=info", "--\(random.word())-mode=\(random.word())"]),
            "env": .sequence((0..<random.number(1..<10)).map { _ in variable() }),
            "image": .string("registry.example.com/\(name):v1.\(random.number(0..<40))@sha256:\(random.hex(64))"),
            "imagePullPolicy": "IfNotPresent",
            "livenessProbe": probe("/healthz"),
            "name": .string(name),
            "ports": [["containerPort": 8080, "name": "http", "protocol": "TCP"]],
            "readinessProbe": probe("/readyz"),
            "resources": [
                "limits": ["cpu": "1", "memory": .string("\(random.number(256..<4096))Mi")],
                "requests": ["cpu": "100m", "memory": "256Mi"],
            ],
            "securityContext": [
                "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]], "readOnlyRootFilesystem": true,
            ],
            "terminationMessagePath": "/dev/termination-log",
            "terminationMessagePolicy": "File",
            "volumeMounts": [
                ["mountPath": "/etc/config", "name": "config", "readOnly": true],
                ["mountPath": "/etc/secrets", "name": "secrets", "readOnly": true],
                ["mountPath": "/tmp", "name": "tmp"],
            ],
        ]
    }

    private mutating func variable() -> StructuredValue {
        let name = "\(random.word())_\(random.word())".uppercased()
        guard random.happens(percent: 25) else {
            return ["name": .string(name), "value": .string(random.settingValue())]
        }
        let reference: StructuredValue = ["key": .string(random.word()), "name": .string("\(random.word())-secret")]
        return ["name": .string(name), "valueFrom": ["secretKeyRef": reference]]
    }

    private func probe(_ path: String) -> StructuredValue {
        [
            "failureThreshold": 3, "httpGet": ["path": .string(path), "port": "http", "scheme": "HTTP"],
            "periodSeconds": 10, "successThreshold": 1, "timeoutSeconds": 1,
        ]
    }
}
