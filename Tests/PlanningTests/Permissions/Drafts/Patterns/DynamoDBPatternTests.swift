import Testing

@testable import Planning

struct DynamoDBPatternTests {
    @Test func usesTablesAndIndexes() {
        #expect(
            Drafting.lines(DynamoDBPattern(), ["DYNAMODB_TABLE": "orders"]) == [
                "DynamoDBTable dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem → arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
                "DynamoDBIndexes dynamodb:Query dynamodb:Scan → arn:aws:dynamodb:eu-west-1:123456789012:table/orders/index/*",
            ])
        #expect(
            Drafting.lines(DynamoDBPattern(), ["ORDERS_TABLE": "orders"]) == [
                "DynamoDBTable dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem → arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
                "DynamoDBIndexes dynamodb:Query dynamodb:Scan → arn:aws:dynamodb:eu-west-1:123456789012:table/orders/index/*",
            ])
        #expect(
            Drafting.lines(DynamoDBPattern(), ["tableName": "orders"]) == [
                "DynamoDBTable dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem → arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
                "DynamoDBIndexes dynamodb:Query dynamodb:Scan → arn:aws:dynamodb:eu-west-1:123456789012:table/orders/index/*",
            ])
        #expect(
            Drafting.lines(DynamoDBPattern(), ["X": "arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2024"])
                == [
                    "DynamoDBTable dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:DescribeTable dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem → arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
                    "DynamoDBIndexes dynamodb:Query dynamodb:Scan → arn:aws:dynamodb:eu-west-1:123456789012:table/orders/index/*",
                ])
    }

    @Test func draftsNothingElse() {
        #expect(Drafting.lines(DynamoDBPattern(), ["DB_TABLE": "orders"]) == [])
        #expect(Drafting.lines(DynamoDBPattern(), ["TABLE_COUNT": "orders"]) == [])
        #expect(Drafting.lines(DynamoDBPattern(), ["HIVE_TABLE": "orders"]) == [])
        #expect(Drafting.lines(DynamoDBPattern(), ["DYNAMODB_TABLE_PREFIX": "prod"]) == [])
        #expect(Drafting.lines(DynamoDBPattern(), ["TABLE": "public.orders;drop"]) == [])
        #expect(Drafting.lines(DynamoDBPattern(), ["TABLE": "ab"]) == [])
    }
}
