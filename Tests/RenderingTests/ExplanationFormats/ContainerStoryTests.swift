import MigrationModel
import Testing

@testable import Rendering

struct ContainerStoryTests {
    private func story(_ change: (inout ContainerExplanation) -> Void = { _ in }) -> ContainerStory {
        var container = SampleTraces.container
        change(&container)
        return ContainerStory(container)
    }

    @Test func tellsOrdersThatFindTheSameOnce() {
        let orders = story().orders
        #expect(
            orders.map(\.title) == [
                "Order of boto3, AWS SDK for Go v2, AWS SDK for Rust:", "Order of AWS SDK for PHP 3:",
                "Order of AWS SDK for Java 2.x:",
            ])
        #expect(orders[0].attempts.map(\.attempt.verdict) == [.wins, .shadowed, .ignored])
        #expect(
            orders[0].emptyPlaces
                == "Nothing is in the other places: shared credentials file, web identity token of a profile.")
    }

    @Test func tellsAllPlacesOfASingleOrder() {
        let order = story().orders[1]
        #expect(order.attempts.map(\.attempt.verdict) == [.wins, .shadowed, .absent, .ignored])
        #expect(order.emptyPlaces == nil)
    }

    @Test func saysFromWhichVersionsOnSDKsKnowIdentities() {
        let hinted = "It probably uses boto3 (image python:3.12); every SDK family is considered all the same."
        let known = story { container in
            container.minimumVersions = [
                MinimumVersion(family: "boto3", mechanism: .irsa, version: "1.9.220"),
                MinimumVersion(family: "boto3", mechanism: .eksPodIdentity, version: "1.34.41"),
            ]
        }
        #expect(
            known.families
                == "\(hinted) boto3 knows IRSA from 1.9.220 and EKS Pod Identity from 1.34.41 on; an older one passes over it and "
                + "may end up with the role of the node.")
        #expect(story().families == hinted)
    }

    @Test func saysWhatIsNotCertain() {
        let doubtful = story { container in
            container.identity.next[0].isCertain = false
            container.orders[0].resolution.attempts[0].verdict = .unknown
        }
        #expect(doubtful.next[0].hasSuffix("; not certain, because the input does not show what comes before it"))
        #expect(doubtful.orders[0].outcome.contains(" Not certain: "))
        #expect(!story().next.contains { $0.contains("certain") })
        #expect(!story().orders.contains { $0.outcome.contains("certain") })
    }

    @Test func saysWhereEachPartComesFrom() {
        let attempts = story().orders[0].attempts
        #expect(attempts[0].parts == "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY from Secret shop/aws-credentials")
        #expect(
            attempts[1].parts
                == "AWS_ROLE_ARN from the webhook for IRSA; "
                + "/var/run/secrets/eks.amazonaws.com/serviceaccount/token from a projected token for sts.amazonaws.com"
        )
    }

    @Test func saysWhatHappensWhenTheKeyIsRefused() {
        let orders = story().orders
        #expect(orders[0].refusal == "When the cloud refuses it, the SDK reports the error and stops.")
        #expect(
            orders[1].refusal
                == "When the cloud refuses it, the SDK goes on without a word to the node's role (metadata of the node)."
        )
        #expect(orders[2].refusal == nil)
        #expect(orders.map(\.slides) == [false, true, false])
    }

    @Test func comparesRunningPodsWithTheNext() {
        #expect(story { $0.identity.next = $0.identity.running }.next == ["the same"])
        #expect(story { $0.identity.running = [] }.running == ["not known: there are none in the input"])
        #expect(story().next.count == 2)
    }

    @Test func saysWhichFamiliesCount() {
        #expect(
            story().families
                == "It probably uses boto3 (image python:3.12); every SDK family is considered all the same.")
        #expect(story { $0.identity.families.basis = .stated }.families == "It uses boto3, as somebody stated.")
        #expect(
            story { $0.identity.families = FamilyChoice() }.families
                == "Nothing tells which SDK it uses, so every family is considered.")
    }
}
