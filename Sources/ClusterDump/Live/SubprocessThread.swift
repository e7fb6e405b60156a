import Glibc

/// The one thread on which the asynchronous part of running `kubectl` takes place.
///
/// Readers block their threads until `kubectl` has answered. Were its tasks left to the shared pool, a pool of one
/// thread whose only thread is such a reader would wait for itself forever.
final class SubprocessThread: TaskExecutor {
    /// Started at first use, so that scans of files never pay for it.
    static let shared = SubprocessThread()

    private let jobs = Monitor<[UnownedJob]>([])

    private init() {
        let jobs = Unmanaged.passRetained(self).toOpaque()
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<SubprocessThread>.fromOpaque(context).takeUnretainedValue().work()
            }, jobs)
        pthread_detach(thread)
    }

    /// Takes a job of one of the tasks.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.change { $0.append(job) }
    }

    private func work() -> Never {
        while true {
            let batch: [UnownedJob] = jobs.wait { waiting in
                defer { waiting = [] }
                return waiting.isEmpty ? nil : waiting
            }
            for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }
}
