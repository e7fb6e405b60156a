import Execution
import Testing

struct EndToEndTests {
}
