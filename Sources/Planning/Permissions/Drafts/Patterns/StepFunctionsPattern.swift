import MigrationModel

/// State machines to start, and their executions to follow.
///
/// See [Step Functions actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html).
struct StepFunctionsPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let found = settings.names(of: "states").filter { $0.arn.resource(behind: "stateMachine:") != nil }
        guard !found.isEmpty else { return [] }
        let executions = found.map { _, arn in
            var execution = arn
            execution.resource = "execution:" + (arn.resource(behind: "stateMachine:") ?? "") + ":*"
            return execution.text
        }
        return [
            .allow("StatesStart", ["states:StartExecution"], on: found.map(\.arn.text), from: found.map(\.setting)),
            .allow("StatesFollow", ["states:DescribeExecution"], on: executions, from: found.map(\.setting)),
        ]
    }
}
