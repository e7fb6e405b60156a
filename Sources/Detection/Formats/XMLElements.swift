import MigrationModel
import StructuredText

/// The elements that are open while XML is read, and the fields that they make.
struct XMLElements {
    private struct Element {
        var name: String
        /// What an attribute says the element is called: `<entry key="…">`.
        var label: String?
        var scope: Int
        /// Texts of the children `name` and `value`, until it is known whether both are there.
        var childName: [UInt8]?
        var childValue: (name: String, text: [UInt8])?
    }

    private let fields: FieldExpansion
    private let position: FieldPosition
    private let outer: Int
    private var elements: [Element] = []
    private var text: [UInt8] = []
    private var skipped = 0

    /// Prepares for one text.
    init(into fields: FieldExpansion, at position: FieldPosition) {
        (self.fields, self.position) = (fields, position)
        outer = fields.openScope(in: position.scope)
    }

    /// Begins an element.
    mutating func open(_ tag: XMLScanner.Tag, _ source: Span<UInt8>) {
        flush()
        // Hostile depth is flattened: texts keep the path of the 128th element.
        guard elements.count < 128 else {
            skipped += 1
            return
        }
        let name = source.string(tag.name)
        fields.enter(.field(name))
        elements.append(Element(name: name, scope: fields.openScope(in: elements.last?.scope ?? outer)))
        readAttributes(source, tag.attributes)
    }

    /// Ends an element, and those inside it that were left open.
    mutating func close(_ name: Range<Int>, _ source: Span<UInt8>) {
        guard skipped == 0 else {
            flush()
            skipped -= 1
            return
        }
        let name = source.string(name)
        guard let depth = elements.lastIndex(where: { $0.name == name }) else { return }
        while elements.count > depth { closeInnermost() }
    }

    /// Ends everything.
    mutating func finish() {
        flush()
        while !elements.isEmpty { closeInnermost() }
    }

    /// Adds characters to the innermost element.
    mutating func append(_ source: Span<UInt8>, _ range: Range<Int>, hasEntities: Bool) {
        if hasEntities {
            XMLEntities.append(source, range, to: &text)
        } else {
            text.append(contentsOf: [UInt8](copying: source.extracting(range)))
        }
    }

    // MARK: Elements

    private mutating func closeInnermost() {
        let hold = elements.count > 1 ? elements[elements.count - 1].name.lowercased() : ""
        if hold == "value" || hold == "name" || hold == "key", !text.isEmpty {
            let range = text.span.trimmed
            let content = Array(text[range])
            text.removeAll(keepingCapacity: true)
            keep(content, as: elements[elements.count - 1].name, isValue: hold == "value")
        }
        flush()
        guard let element = elements.popLast() else { return }
        fields.leave()
        emitPair(element)
    }

    /// Remembers the text of a child until its parent ends.
    private mutating func keep(_ content: [UInt8], as name: String, isValue: Bool) {
        let parent = elements.count - 2
        if isValue, elements[parent].childValue == nil {
            elements[parent].childValue = (name, content)
        } else if !isValue, elements[parent].childName == nil {
            elements[parent].childName = content
        } else {
            text = content
        }
    }

    /// Makes a field of the name and value that an element held, or one of either if only that was there.
    private func emitPair(_ element: Element) {
        let scope = elements.last?.scope ?? outer
        switch (element.childName, element.childValue) {
        case (let name?, let value?):
            let name = String(decoding: name, as: UTF8.self)
            // The pair stands for itself: where in the file its list is nested says nothing.
            let depth = elements.count
            for _ in 0..<depth { fields.leave() }
            fields.expand(value.text.span, field: name, scope: scope)
            for open in elements { fields.enter(.field(open.name)) }
        case (let name?, nil):
            fields.within(.field(element.name)) { fields.expand(name.span, field: "name", scope: element.scope) }
        case (nil, let value?):
            fields.within(.field(element.name)) {
                fields.expand(value.text.span, field: value.name, scope: element.scope)
            }
        case (nil, nil): break
        }
    }

    /// Makes a field of the text before a tag.
    private mutating func flush() {
        let range = text.span.trimmed
        guard !range.isEmpty else {
            text.removeAll(keepingCapacity: true)
            return
        }
        let content = Array(text[range])
        text.removeAll(keepingCapacity: true)
        let element = elements.last
        let scope = element.map {
            $0.label == nil && elements.count > 1 ? elements[elements.count - 2].scope : $0.scope
        }
        guard let label = element?.label else {
            let position = FieldPosition(name: element?.name ?? position.name, scope: scope ?? position.scope)
            return fields.expand(content.span, at: position)
        }
        fields.expand(content.span, field: label, scope: elements.dropLast().last?.scope ?? outer)
    }

    // MARK: Attributes

    private mutating func readAttributes(_ source: Span<UInt8>, _ range: Range<Int>) {
        var list: [(name: String, value: [UInt8])] = []
        var attributes = XMLAttributes(range)
        while let attribute = attributes.next(in: source) {
            var value: [UInt8] = []
            XMLEntities.append(source, attribute.value, to: &value)
            list.append((source.string(attribute.name), value))
        }
        let top = elements.count - 1
        let label = list.first { ["name", "key"].contains($0.name.lowercased()) }
        let hasValue = list.contains { $0.name.lowercased() == "value" }
        elements[top].label = label.map { String(decoding: $0.value, as: UTF8.self) }
        let pairScope = top > 0 ? elements[top - 1].scope : outer
        for (name, value) in list {
            if hasValue, let label = elements[top].label, name.lowercased() == "value" {
                fields.within(.field(label)) {
                    fields.expand(value.span, at: FieldPosition(name: label, scope: pairScope))
                }
            } else {
                fields.expand(value.span, field: name, scope: elements[top].scope)
            }
        }
    }
}
