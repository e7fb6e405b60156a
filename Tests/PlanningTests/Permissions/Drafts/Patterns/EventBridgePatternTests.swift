import Testing

@testable import Planning

struct EventBridgePatternTests {
    @Test func putsEvents() {
        #expect(
            Drafting.lines(
                EventBridgePattern(),
                ["EVENT_BUS_NAME": "orders", "B": "arn:aws:events:eu-west-1:111122223333:event-bus/shared"]) == [
                    "EventsPut events:PutEvents → arn:aws:events:eu-west-1:111122223333:event-bus/shared arn:aws:events:eu-west-1:123456789012:event-bus/orders"
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(EventBridgePattern(), ["AZURE_SERVICE_BUS": "orders"]) == [])
        #expect(Drafting.lines(EventBridgePattern(), ["BUS": "12"]) == [])
        #expect(Drafting.lines(EventBridgePattern(), ["RULE": "arn:aws:events:eu-west-1:123456789012:rule/a"]) == [])
    }
}
