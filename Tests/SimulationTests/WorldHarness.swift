import Execution
import MigrationModel
import Simulation
import StructuredText

/// A world of four services with what tests ask of it.
struct WorldHarness {
    static let start = Timestamp(milliseconds: 1_795_262_400_000)
    let clock: MovedClock
    let world: SimulatedWorld

    init(_ faults: Break...) {
        clock = MovedClock(at: Self.start)
        world = FourServices.world(clock)
        for fault in faults { world.add(fault) }
    }

    /// A world of other objects.
    init(_ manifests: [StructuredValue], users: [String: [String]] = [:]) {
        clock = MovedClock(at: Self.start)
        let cluster = SimulatedCluster(
            name: "test", region: "eu-west-1", issuer: "https://issuer.example/test", manifests: manifests,
            at: Self.start)
        world = SimulatedWorld(
            cluster: cluster, account: SimulatedAccount(id: "123456789012", users: users, at: Self.start),
            clock: clock)
    }

    /// Runs a program and returns what it prints; the namespace is `production` unless it is named.
    func run(_ line: String, input: String? = nil) async -> ProgramAnswer {
        let words = line.split(separator: " ").map(String.init)
        return await world.run(Invocation(words[0], Array(words.dropFirst()), input: input.map { Array($0.utf8) }))
    }

    /// The text that a program prints, or its errors.
    func text(_ line: String, input: String? = nil) async -> String {
        let answer = await run(line, input: input)
        return answer.isSuccess ? String(decoding: answer.output, as: UTF8.self) : "\(answer.ending): \(answer.errors)"
    }

    /// The JSON that a program prints.
    func json(_ line: String, input: String? = nil) async -> StructuredValue? {
        let answer = await run(line, input: input)
        return answer.isSuccess ? .reading(json: String(decoding: answer.output, as: UTF8.self)) : nil
    }

    /// Lets time pass.
    func pass(seconds: Int) { clock.move(milliseconds: seconds * 1000) }

    /// A JSON patch of an object in `production`.
    func patch(_ name: String, _ operations: String) async -> String {
        await text("kubectl patch \(name) -n production --type json --patch-file /dev/stdin", input: operations)
    }
}

/// What moves a service of the harness off its key.
enum Shift {
    static func patch(account: String) -> String {
        """
        [{"op":"test","path":"/spec/template/spec/containers/0/envFrom/0/secretRef/name","value":"aws-credentials"},
        {"op":"remove","path":"/spec/template/spec/containers/0/envFrom/0"},
        {"op":"add","path":"/spec/template/spec/serviceAccountName","value":"\(account)"}]
        """
    }

    static let trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},\
        "Action":["sts:AssumeRole","sts:TagSession"]}]}
        """

    /// Makes a role and binds it to a ServiceAccount of `production`.
    static func bind(_ harness: WorldHarness, account: String, role: String) async -> [String] {
        [
            await harness.text(
                "aws iam create-role --role-name \(role) --assume-role-policy-document file:///dev/stdin", input: trust),
            await harness.text(
                "aws eks create-pod-identity-association --cluster-name prod-eu --namespace production "
                    + "--service-account \(account) --role-arn arn:aws:iam::123456789012:role/\(role)"),
        ]
    }
}
