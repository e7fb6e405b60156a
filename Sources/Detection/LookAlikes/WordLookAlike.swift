import MigrationModel

/// Words in capitals that happen to have the length of an id, such as the constant `ASIAPACIFICNORTHEAST`.
///
/// The letters have to divide completely into words of a short list; 16 random characters do so once in 10^13.
enum WordLookAlike: LookAlikeRule {
    static var reason: LookAlike { .word }

    static func applies(to token: SuspectedToken) -> Bool {
        guard !token.body.isEmpty, token.bytes.allSatisfy(\.isUpper) else { return false }
        switch token.kind {
        case .awsAccessKey: return divides(token.body)
        // `ASIANDEVELOPMENTBANK`: the prefix may end in the middle of a word.
        case .awsTemporaryKey:
            return divides(token.body) || divides(token.body.dropFirst(1)) && token.body.first == 0x4E
        case .googleHMACKey: return token.body.starts(with: "LE".utf8)
        default: return false
        }
    }

    private static func divides(_ letters: ArraySlice<UInt8>) -> Bool {
        let letters = Array(letters)
        var reachable = [Bool](repeating: false, count: letters.count + 1)
        reachable[0] = true
        for start in letters.indices where reachable[start] {
            for length in 2...longest where start + length <= letters.count && !reachable[start + length] {
                reachable[start + length] = words.contains(Array(letters[start..<(start + length)]))
            }
        }
        return reachable[letters.count]
    }

    private static let longest = 16

    /// What constants about regions, businesses and computers are made of.
    private static let words = Set(
        """
        AND FOR THE ALL NEW BIG TOP OLD END WAR SEA SUN RED HUB LAB LAW OIL GAS AIR TAX APP WEB API NET ORG COM DEV OPS
        OF IN TO ON BY IT US UK EU OR AT
        NORTH SOUTH EAST WEST EASTERN WESTERN NORTHERN SOUTHERN CENTRAL MIDDLE NORTHEAST NORTHWEST SOUTHEAST SOUTHWEST
        NORTHEASTERN SOUTHEASTERN PACIFIC ATLANTIC INDIAN OCEAN OCEANIA ASIA ASIAN EUROPE AFRICA AMERICA AMERICAS
        AUSTRALIA AUSTRALASIA CHINA CHINESE INDIA JAPAN JAPANESE KOREA KOREAN TAIWAN HONG KONG SINGAPORE MALAYSIA
        INDONESIA PHILIPPINES THAILAND VIETNAM TOKYO OSAKA SEOUL MUMBAI SYDNEY MELBOURNE JAKARTA HYDERABAD MANILA BANGKOK
        MINOR MAJOR REGION REGIONS REGIONAL COUNTRY COUNTRIES CONTINENT WORLD GLOBAL INTERNATIONAL NATIONAL STATE STATES
        CITY ISLAND ISLANDS TIME ZONE ZONES TIMEZONE AREA LOCAL LANGUAGE LANGUAGES CULTURE STUDIES HISTORY
        BUSINESS COMPANY CORPORATE CORPORATION ENTERPRISE HOLDINGS GROUP PARTNERS CAPITAL BANK BANKING FINANCE FINANCIAL
        MARKET MARKETS MARKETING TRADE TRADING SALES STORE SHOP ORDER ORDERS PAYMENT PAYMENTS INVOICE CUSTOMER CUSTOMERS
        INVESTMENT DEVELOPMENT DEVELOPER MANAGEMENT MANAGER OPERATIONS SUPPORT SERVICE SERVICES SOLUTIONS PRODUCT
        PRODUCTS PRODUCTION PROJECT INDUSTRY INSURANCE TRAVEL TOURISM AIRLINES ENERGY HEALTH EDUCATION UNIVERSITY
        CLOUD CLUSTER COMPUTER COMPUTING DATA DATABASE DATACENTER CENTER CENTRE SERVER SERVERS NETWORK NETWORKS SYSTEM
        SYSTEMS SECURITY SECRET ACCESS KEY KEYS USER USERS ADMIN ACCOUNT ACCOUNTS PASSWORD TOKEN CONFIG CONFIGURATION
        DEFAULT PRIMARY SECONDARY BACKUP STORAGE BUCKET OBJECT QUEUE TOPIC STREAM EVENT EVENTS MESSAGE MESSAGES
        APPLICATION APPLICATIONS SOFTWARE HARDWARE PLATFORM TECHNOLOGY DIGITAL ONLINE INTERNET MOBILE DEVICE DEVICES
        TEST TESTING STAGING RELEASE VERSION BUILD DEPLOY DEPLOYMENT CONTROL MONITOR MONITORING REPORT REPORTS
        ANALYTICS INDEX CACHE PROXY GATEWAY ROUTER BALANCER ENDPOINT PUBLIC PRIVATE INTERNAL EXTERNAL SHARED COMMON
        GENERAL SPECIAL STANDARD PREMIUM BASIC ADVANCED FIRST SECOND THIRD NUMBER NAME VALUE TYPE CODE LIST GROUPS
        MEMBER MEMBERS TEAM PEOPLE PERSON CLIENT CLIENTS PARTNER VENDOR SUPPLIER SUPPLY CHAIN LOGISTICS SHIPPING
        TRANSPORT DELIVERY WAREHOUSE OFFICE HEADQUARTERS BRANCH UNIT DIVISION DEPARTMENT RESEARCH SCIENCE STUDY
        """.utf8.split { $0.isSpace }.map(Array.init))
}
