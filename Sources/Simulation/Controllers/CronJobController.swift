import MigrationModel
internal import StructuredText

/// CronJobs: a Job at each time of the schedule; of missed times only the last one is made up for.
enum CronJobController: Controller {
    static func reconcile(_ world: inout WorldState) {
        for cron in world.cluster.list(.cronJob) where cron.at("spec", "suspend") != .bool(true) {
            let schedule = CronTimes(cron.at("spec", "schedule")?.text ?? "")
            prune(cron, &world)
            guard let time = schedule?.latest(after: world.previous, until: world.now) else { continue }
            start(cron, time, &world)
        }
    }

    private static func start(_ cron: StructuredValue, _ time: Timestamp, _ world: inout WorldState) {
        var job: StructuredValue = [
            "apiVersion": "batch/v1", "kind": "Job",
            "metadata": [
                "name": .string("\(cron.name)-\(time.milliseconds / 60_000)"), "namespace": .string(cron.namespace),
                "ownerReferences": .owned(by: cron),
            ],
        ]
        job.set(cron.at("spec", "jobTemplate", "spec"), at: "spec")
        world.cluster.store(ObjectDefaults.completing(job, .job), .job, world.now)
        let status = cron.at("status") ?? .mapping([])
        world.cluster.setStatus(status.setting(time.value, "lastScheduleTime"), of: cron, .cronJob)
    }

    private static func prune(_ cron: StructuredValue, _ world: inout WorldState) {
        let jobs = world.cluster.owned(by: cron, .job).sorted { $0.created < $1.created }
        for (condition, limit) in [("Complete", "successfulJobsHistoryLimit"), ("Failed", "failedJobsHistoryLimit")] {
            let ended = jobs.filter { $0.condition(condition) == "True" }
            let kept = cron.at("spec", limit)?.number ?? 3
            for job in ended.prefix(max(0, ended.count - kept)) { world.cluster.delete(job, .job, world.now) }
        }
    }
}

/// The times of a schedule of five fields, in UTC ([crontab](https://pubs.opengroup.org/onlinepubs/9699919799/utilities/crontab.html)).
struct CronTimes {
    private let minutes: Set<Int>
    private let hours: Set<Int>
    private let days: Set<Int>
    private let months: Set<Int>
    private let weekdays: Set<Int>

    /// `nil` for what is no schedule.
    init?(_ text: String) {
        let names = ["@hourly": "0 * * * *", "@daily": "0 0 * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *"]
        let fields = (names[text] ?? text).split(separator: " ")
        guard fields.count == 5 else { return nil }
        minutes = Self.values(fields[0], 0...59)
        hours = Self.values(fields[1], 0...23)
        days = Self.values(fields[2], 1...31)
        months = Self.values(fields[3], 1...12)
        weekdays = Set(Self.values(fields[4], 0...7).map { $0 % 7 })
    }

    private static func values(_ field: Substring, _ range: ClosedRange<Int>) -> Set<Int> {
        Set(
            field.split(separator: ",").flatMap { part -> [Int] in
                let pieces = part.split(separator: "/")
                let step = max(1, pieces.count > 1 ? Int(pieces[1]) ?? 1 : 1)
                let ends = (pieces.first ?? "*").split(separator: "-").map { Int($0) }
                guard let first = ends.first ?? nil else {
                    return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
                }
                let last = ends.count > 1 ? ends[1] ?? first : pieces.count > 1 ? range.upperBound : first
                return Array(stride(from: first, through: max(first, min(last, range.upperBound)), by: step))
            })
    }

    /// How far back a missed time is looked for.
    private static let reach = 32 * 24 * 60

    /// The last time of the schedule in a span; `nil` for none.
    func latest(after start: Timestamp, until end: Timestamp) -> Timestamp? {
        let (first, last) = (start.milliseconds / 60_000, end.milliseconds / 60_000)
        var minute = last
        while minute > first, last - minute < Self.reach {
            if matches(minute) { return Timestamp(milliseconds: minute * 60_000) }
            minute -= 1
        }
        return nil
    }

    private func matches(_ minute: Int) -> Bool {
        guard minutes.contains(minute % 60), hours.contains(minute / 60 % 24) else { return false }
        let day = minute / 1440
        let date = Timestamp(milliseconds: minute * 60_000).text.split(separator: "T")[0].split(separator: "-")
        guard let month = Int(date[1]), let dayOfMonth = Int(date[2]), months.contains(month) else { return false }
        // Where both are restricted, either is enough.
        let weekday = (day + 4) % 7
        if days.count < 31, weekdays.count < 7 { return days.contains(dayOfMonth) || weekdays.contains(weekday) }
        return days.contains(dayOfMonth) && weekdays.contains(weekday)
    }
}
