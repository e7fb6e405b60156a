internal import CLibYAML

/// libyaml's emitter, set to kubectl's shape.
enum YAMLEmitter {
    /// Collects what the emitter writes; reached from C through an opaque pointer.
    private final class Output {
        var bytes: [UInt8] = []
    }

    /// The text of one document; ends where libyaml refuses an event, which well-formed events do not make it do.
    static func bytes(of events: [YAMLWriter.Event]) -> [UInt8] {
        let output = Output()
        let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
        defer { emitter.deallocate() }
        guard yaml_emitter_initialize(emitter) == 1 else { return [] }
        defer { yaml_emitter_delete(emitter) }
        yaml_emitter_set_output(
            emitter, { YAMLEmitter.collect($0, $1, $2) }, Unmanaged.passUnretained(output).toOpaque())
        yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
        yaml_emitter_set_unicode(emitter, 1)
        yaml_emitter_set_indent(emitter, 2)
        yaml_emitter_set_width(emitter, -1)
        withExtendedLifetime(output) { emit(events, to: emitter) }
        return output.bytes
    }

    private static func collect(
        _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int
    ) -> Int32 {
        guard let context, let bytes else { return 0 }
        let output = Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
        output.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
    }

    private static func emit(_ events: [YAMLWriter.Event], to emitter: UnsafeMutablePointer<yaml_emitter_t>) {
        var event = yaml_event_t()
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)
        guard yaml_emitter_emit(emitter, &event) == 1 else { return }
        yaml_document_start_event_initialize(&event, nil, nil, nil, 1)
        guard yaml_emitter_emit(emitter, &event) == 1 else { return }
        for step in events {
            guard initialize(&event, step), yaml_emitter_emit(emitter, &event) == 1 else { return }
        }
        yaml_document_end_event_initialize(&event, 1)
        guard yaml_emitter_emit(emitter, &event) == 1 else { return }
        yaml_stream_end_event_initialize(&event)
        guard yaml_emitter_emit(emitter, &event) == 1 else { return }
        yaml_emitter_flush(emitter)
    }

    /// The emitter takes over what the event holds, whether it succeeds or not.
    private static func initialize(_ event: inout yaml_event_t, _ step: YAMLWriter.Event) -> Bool {
        switch step {
        case .scalar(let text, let style):
            var text = text
            return text.withUTF8 { utf8 in
                // libyaml wants a pointer also for an empty text.
                var nothing: UInt8 = 0
                return withUnsafePointer(to: &nothing) { empty in
                    yaml_scalar_event_initialize(
                        &event, nil, nil, utf8.baseAddress ?? empty, Int32(clamping: utf8.count), 1, 1,
                        libyamlStyle(style)) == 1
                }
            }
        case .beginSequence(let isEmpty):
            let style = isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
            return yaml_sequence_start_event_initialize(&event, nil, nil, 1, style) == 1
        case .endSequence:
            return yaml_sequence_end_event_initialize(&event) == 1
        case .beginMapping(let isEmpty):
            let style = isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
            return yaml_mapping_start_event_initialize(&event, nil, nil, 1, style) == 1
        case .endMapping:
            return yaml_mapping_end_event_initialize(&event) == 1
        }
    }

    private static func libyamlStyle(_ style: YAMLWriter.Style) -> yaml_scalar_style_t {
        switch style {
        case .plain: YAML_PLAIN_SCALAR_STYLE
        case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
        case .literal: YAML_LITERAL_SCALAR_STYLE
        }
    }
}
