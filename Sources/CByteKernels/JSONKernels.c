#include "ByteKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define KEYSHIFT_AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))

KEYSHIFT_AVX2 static inline uint64_t keyshift_bits(__m256i first, __m256i second) {
    return (uint32_t)_mm256_movemask_epi8(first) | (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32;
}

// For each byte: 1 or 2 for white space, 4, 8 or 16 for one of {}[]:, and nothing else, by its two nibbles.
KEYSHIFT_AVX2 static inline __m256i keyshift_json_classes(__m256i v) {
    const __m256i by_low = _mm256_setr_epi8(
        2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 9, 16, 4, 17, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 9, 16, 4, 17, 0, 0);
    const __m256i by_high = _mm256_setr_epi8(
        1, 0, 6, 8, 0, 16, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 6, 8, 0, 16, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i nibble = _mm256_set1_epi8(0x0f);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(by_low, _mm256_and_si256(v, nibble)), _mm256_shuffle_epi8(by_high, high));
}

// The bytes of two vectors that have one of the classes.
KEYSHIFT_AVX2 static inline uint64_t keyshift_of_class(__m256i first, __m256i second, char classes) {
    const __m256i mask = _mm256_set1_epi8(classes), zero = _mm256_setzero_si256();
    return ~keyshift_bits(
        _mm256_cmpeq_epi8(_mm256_and_si256(first, mask), zero),
        _mm256_cmpeq_epi8(_mm256_and_si256(second, mask), zero));
}

// The bytes that a backslash before them escapes: "Parsing Gigabytes of JSON per Second", section 3.1.1.
static inline uint64_t keyshift_escaped(uint64_t backslashes, uint64_t *escapes_next) {
    if (!(backslashes | *escapes_next)) return 0;
    const uint64_t even = 0x5555555555555555;
    const uint64_t escaping = backslashes & ~*escapes_next, follows = escaping << 1 | *escapes_next;
    const uint64_t odd_starts = escaping & ~even & ~follows;
    uint64_t sum;
    *escapes_next = __builtin_add_overflow(odd_starts, escaping, &sum);
    return (even ^ sum << 1) & follows;
}

// Bit n of the result is the exclusive or of bits 0 to n: one inside quotes, zero outside.
KEYSHIFT_AVX2 static inline uint64_t keyshift_prefix_xor(uint64_t bits) {
    const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8((char)0xff), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

// Writes down where bits are set; eight at a time, because a loop that ends anywhere is hard to predict.
KEYSHIFT_AVX2 static inline uint16_t *keyshift_write_bits(uint64_t bits, size_t offset, uint16_t *to) {
    uint16_t *const end = to + __builtin_popcountll(bits);
    do {
        for (int k = 0; k < 8; k++, bits &= bits - 1) to[k] = (uint16_t)(offset + _tzcnt_u64(bits));
        to += 8;
    } while (to < end);
    return end;
}

KEYSHIFT_AVX2 size_t keyshift_json_index(
    const uint8_t *p, size_t count, keyshift_json_state *state, uint16_t *offsets) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), control = _mm256_set1_epi8(0x1f);
    __m256i bytes_so_far = _mm256_setzero_si256();
    uint16_t *to = offsets;
    for (size_t i = 0; i < count; i += 64) {
        uint8_t padded[64];
        const uint8_t *block = p + i;
        if (count - i < 64) block = memcpy(memset(padded, ' ', 64), block, count - i);
        const __m256i v = _mm256_loadu_si256((const __m256i *)block);
        const __m256i w = _mm256_loadu_si256((const __m256i *)(block + 32));
        bytes_so_far = _mm256_or_si256(bytes_so_far, _mm256_or_si256(v, w));
        const __m256i quotes_v = _mm256_cmpeq_epi8(v, quote), quotes_w = _mm256_cmpeq_epi8(w, quote);
        const __m256i slashes_v = _mm256_cmpeq_epi8(v, backslash), slashes_w = _mm256_cmpeq_epi8(w, backslash);
        const __m256i controls_v = _mm256_cmpeq_epi8(_mm256_max_epu8(v, control), control);
        const __m256i controls_w = _mm256_cmpeq_epi8(_mm256_max_epu8(w, control), control);
        if (state->in_string && !state->escapes_next) {
            // The middle of a long string, as most of a dump is.
            const __m256i any = _mm256_or_si256(
                _mm256_or_si256(_mm256_or_si256(quotes_v, quotes_w), _mm256_or_si256(slashes_v, slashes_w)),
                _mm256_or_si256(controls_v, controls_w));
            if (_mm256_testz_si256(any, any)) continue;
        }
        const uint64_t slashes = keyshift_bits(slashes_v, slashes_w);
        const uint64_t escaped = keyshift_escaped(slashes, &state->escapes_next);
        const uint64_t quotes = keyshift_bits(quotes_v, quotes_w) & ~escaped;
        const uint64_t strings = keyshift_prefix_xor(quotes) ^ state->in_string;
        state->in_string = (uint64_t)((int64_t)strings >> 63);
        uint64_t matters = quotes | (((slashes & ~escaped) | keyshift_bits(controls_v, controls_w)) & strings);
        if (~strings) {
            const __m256i class_v = keyshift_json_classes(v), class_w = keyshift_json_classes(w);
            const uint64_t structure = keyshift_of_class(class_v, class_w, 4 | 8 | 16);
            const uint64_t others = ~(keyshift_of_class(class_v, class_w, 1 | 2) | structure | quotes | strings);
            matters |= (structure & ~strings) | (others & ~(others << 1 | state->in_scalar));
            state->in_scalar = others >> 63;
        }
        to = keyshift_write_bits(matters, i, to);
    }
    if (_mm256_movemask_epi8(bytes_so_far)) state->is_beyond_ascii = true;
    return (size_t)(to - offsets);
}

KEYSHIFT_AVX2 size_t keyshift_skip_nested(
    const uint8_t *p, size_t count, ptrdiff_t floor, keyshift_nesting *nesting) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), newline = _mm256_set1_epi8('\n');
    const __m256i opener = _mm256_set1_epi8('{'), closer = _mm256_set1_epi8('}'), bit = _mm256_set1_epi8(0x20);
    keyshift_nesting now = *nesting;
    size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(p + i));
        const __m256i w = _mm256_loadu_si256((const __m256i *)(p + i + 32));
        const __m256i quotes_v = _mm256_cmpeq_epi8(v, quote), quotes_w = _mm256_cmpeq_epi8(w, quote);
        const __m256i slashes_v = _mm256_cmpeq_epi8(v, backslash), slashes_w = _mm256_cmpeq_epi8(w, backslash);
        const __m256i newlines_v = _mm256_cmpeq_epi8(v, newline), newlines_w = _mm256_cmpeq_epi8(w, newline);
        if (now.in_string && !now.escapes_next) {
            // The middle of a long string, as most of a dump is.
            const __m256i any = _mm256_or_si256(
                _mm256_or_si256(_mm256_or_si256(quotes_v, quotes_w), _mm256_or_si256(slashes_v, slashes_w)),
                _mm256_or_si256(newlines_v, newlines_w));
            if (_mm256_testz_si256(any, any)) continue;
        }
        uint64_t escapes_next = now.escapes_next;
        const uint64_t escaped = keyshift_escaped(keyshift_bits(slashes_v, slashes_w), &escapes_next);
        const uint64_t strings = keyshift_prefix_xor(keyshift_bits(quotes_v, quotes_w) & ~escaped) ^ now.in_string;
        // [ and { differ in bit 5 only, and so do ] and }: no other byte becomes { or } when it is set.
        const __m256i braces_v = _mm256_or_si256(v, bit), braces_w = _mm256_or_si256(w, bit);
        const uint64_t openers = ~strings & keyshift_bits(
            _mm256_cmpeq_epi8(braces_v, opener), _mm256_cmpeq_epi8(braces_w, opener));
        const uint64_t closers = ~strings & keyshift_bits(
            _mm256_cmpeq_epi8(braces_v, closer), _mm256_cmpeq_epi8(braces_w, closer));
        const ptrdiff_t lowest = now.depth - __builtin_popcountll(closers);
        if (lowest <= floor || (keyshift_bits(newlines_v, newlines_w) & strings)) break;
        now.depth = lowest + __builtin_popcountll(openers);
        now.in_string = (uint64_t)((int64_t)strings >> 63);
        now.escapes_next = escapes_next;
    }
    *nesting = now;
    return i;
}

#else

size_t keyshift_skip_nested(const uint8_t *p, size_t count, ptrdiff_t floor, keyshift_nesting *nesting) { return 0; }

size_t keyshift_json_index(const uint8_t *p, size_t count, keyshift_json_state *state, uint16_t *offsets) { return 0; }

#endif
