import MigrationModel

/// Explanations made by hand.
enum SampleExplanations {
    static let ofKey = Explanation(
        subject: .key(SampleTraces.key), key: SampleReports.paired,
        services: [service, ServiceExplanation(service: SampleTraces.reportService)], blindSpots: ["no Pods"],
        generated: SampleReports.generated)

    static let ofWorkload = Explanation(
        subject: .workload(SampleTraces.orders), services: [service], generated: SampleReports.generated,
        isPartial: true)

    static let ofNothing = Explanation(
        subject: .key(SampleTraces.key), services: [], blindSpots: ["no Pods", "no CronJobs"],
        generated: SampleReports.generated)

    static let service = ServiceExplanation(
        service: SampleTraces.orderService, identities: [SampleTraces.record],
        consumptions: SampleTraces.consumptions.filter { $0.service == SampleTraces.orders },
        containers: [SampleTraces.container], findings: SampleTraces.findings)
}
