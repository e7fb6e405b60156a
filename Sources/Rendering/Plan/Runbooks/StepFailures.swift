import MigrationModel

/// What to do when a step does not work, for someone who sees it for the first time.
enum StepFailures {
    /// Advice, each a sentence or two.
    static func sentences(of step: Step) -> [String] {
        switch step.action {
        case .changeWorkload(let action): refusal(action.workload) + rollout(action)
        case .runCanary(let action): refusal(action.workload) + canary(action)
        case .moveLiteral:
            [
                "If a `test` fails, the template is not as it was planned: plan again. If the Secret is there already, an earlier try "
                    + "made it: compare its entries, delete it, and start over.",
                "The values go through pipes only: do not echo them to see what is wrong.",
            ]
        case .removeCarrier(let action): carrier(action)
        case .forgetRevisions:
            ["If a revision is there again, somebody rolled back: find out who and why before anything else goes."]
        case .deactivateKey:
            [
                "If anything fails in the minutes after it, activate the key at once and ask questions later: a consumer was missed.",
                "Find it by the last use of the key, and by the source address in the audit log.",
            ]
        case .createServiceAccount:
            ["If it is there already, compare it with the manifest: somebody else may rely on what it is."]
        default: []
        }
    }

    private static func refusal(_ workload: ObjectReference) -> [String] {
        [
            "If the API server calls the patch invalid, the object is not as it was planned (a `test` did not hold): look at "
                + "\(MarkdownText.code(Kubectl.name(workload))), and plan again from a new dump. Do not edit the patch."
        ]
    }

    private static func rollout(_ action: ChangeWorkload) -> [String] {
        switch action.way {
        case .patch, .release:
            [
                "If the rollout stops, `kubectl describe` of the newest Pod says why. Old Pods go on with the key meanwhile, so there "
                    + "is time to read; undo it if there is no answer in ten minutes."
            ]
        case .deletions: ["If a Pod does not become ready, stop: the others still have the key."]
        case .recreation:
            ["If the new object is refused, the old one is gone: run the undo, which makes it from its manifest."]
        }
    }

    private static func canary(_ action: RunCanary) -> [String] {
        switch action.form {
        case .twin: ["If its Pod fails or errors rise, undo it: the other Pods were not touched."]
        case .manualJob:
            [
                "It does the work of one run, with all that comes of it (mails, files, bills): choose a time when one more run does "
                    + "no harm. If it fails, read its logs (`kubectl logs` of the Job) before you undo it."
            ]
        case .partition, .oneNode: ["If the Pod fails, undo it: all others are held at the former template."]
        case .copy: ["If it fails, undo it: the original was not touched."]
        }
    }

    private static func carrier(_ action: RemoveCarrier) -> [String] {
        var sentences = [
            "If the search above finds anything, stop: a Pod that refers to it does not start again once it is gone."
        ]
        if !action.source.isEmpty {
            sentences.append(
                "\(MarkdownText.prose(action.source)) fills it: take the key out there first, or it is back within minutes."
            )
        }
        if action.isImmutable {
            sentences.append(
                "It is immutable, so it is deleted and made anew in one command: no Pod may start in between.")
        }
        sentences.append(
            "If Pods hang in `CreateContainerConfigError` or `ContainerCreating`, undo it at once: they start by themselves then."
        )
        return sentences
    }
}
