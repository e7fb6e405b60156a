// The few inner loops that the compiler does not vectorise from Swift. Each has a portable twin in Swift, which the
// tests compare it with and which runs on processors without it.
#ifndef KEYSHIFT_BYTE_KERNELS_H
#define KEYSHIFT_BYTE_KERNELS_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

#if defined(__x86_64__)
#include <emmintrin.h>
#define KEYSHIFT_SSE2 1

// One bit per byte of a 64-byte block, lowest bit first.
typedef struct {
    uint64_t quotes;
    uint64_t backslashes;
    uint64_t openers;   // { and [
    uint64_t closers;   // } and ]
    uint64_t newlines;
} keyshift_masks;

static inline uint64_t keyshift_equal64(__m128i a, __m128i b, __m128i c, __m128i d, char byte) {
    const __m128i v = _mm_set1_epi8(byte);
    return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, v))
        | (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, v)) << 16
        | (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, v)) << 32
        | (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, v)) << 48;
}

// SSE2 is part of x86-64, so this needs no run-time check and is inlined into Swift.
static inline keyshift_masks keyshift_masks64(const uint8_t *p) {
    const __m128i a = _mm_loadu_si128((const __m128i *)p), b = _mm_loadu_si128((const __m128i *)(p + 16)),
                  c = _mm_loadu_si128((const __m128i *)(p + 32)), d = _mm_loadu_si128((const __m128i *)(p + 48));
    // [ and { differ in bit 5 only, and so do ] and }: no other byte becomes { or } when it is set.
    const __m128i bit = _mm_set1_epi8(0x20);
    const __m128i ab = _mm_or_si128(a, bit), bb = _mm_or_si128(b, bit), cb = _mm_or_si128(c, bit),
                  db = _mm_or_si128(d, bit);
    return (keyshift_masks){
        keyshift_equal64(a, b, c, d, '"'), keyshift_equal64(a, b, c, d, '\\'),
        keyshift_equal64(ab, bb, cb, db, '{'), keyshift_equal64(ab, bb, cb, db, '}'),
        keyshift_equal64(a, b, c, d, '\n')};
}

// Where the first of three bytes is among `count`, as far as whole blocks of 16 go; the end of these when it is in none.
static inline size_t keyshift_find3(const uint8_t *p, size_t count, uint8_t first, uint8_t second, uint8_t third) {
    const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third);
    size_t i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
        const __m128i hits = _mm_or_si128(
            _mm_cmpeq_epi8(v, a), _mm_or_si128(_mm_cmpeq_epi8(v, b), _mm_cmpeq_epi8(v, c)));
        const unsigned mask = (unsigned)_mm_movemask_epi8(hits);
        if (mask) return i + (size_t)__builtin_ctz(mask);
    }
    return i;
}

// Copies the text of a JSON string and resolves the escapes of one letter, up to one that it leaves to the caller or to
// the end. Returns how many of `count` bytes were read. `target` has room for `count` bytes, and any of them may be
// written to.
static inline size_t keyshift_unescape(const uint8_t *p, size_t count, uint8_t *target, size_t *written) {
    static const uint8_t meaning[256] = {
        ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
    const __m128i backslash = _mm_set1_epi8('\\');
    size_t i = 0, o = 0;
    while (i + 17 <= count) {
        const __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
        _mm_storeu_si128((__m128i *)(target + o), v);
        const unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, backslash));
        const size_t plain = mask ? (size_t)__builtin_ctz(mask) : 16;
        i += plain;
        o += plain;
        if (!mask) continue;
        if (!meaning[p[i + 1]]) break;
        target[o++] = meaning[p[i + 1]];
        i += 2;
    }
    while (i < count && p[i] != '\\') target[o++] = p[i++];
    *written = o;
    return i;
}

// One bit per byte of 16: whether it is a digit of base64 in either alphabet of RFC 4648.
static inline uint64_t keyshift_base64_mask16(const uint8_t *p) {
    const __m128i v = _mm_loadu_si128((const __m128i *)p);
    // '/' stands right before '0'.
    const __m128i low = _mm_sub_epi8(v, _mm_set1_epi8('/'));
    const __m128i letter = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    const __m128i in_low = _mm_cmpeq_epi8(_mm_min_epu8(low, _mm_set1_epi8(10)), low);
    const __m128i in_letters = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
    const __m128i sign = _mm_or_si128(
        _mm_cmpeq_epi8(v, _mm_set1_epi8('+')),
        _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('-')), _mm_cmpeq_epi8(v, _mm_set1_epi8('_'))));
    return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(sign, _mm_or_si128(in_low, in_letters)));
}

#else
#define KEYSHIFT_SSE2 0
#endif

// The number of line feeds among `count` bytes.
static inline size_t keyshift_count_lines(const uint8_t *p, size_t count) {
    size_t lines = 0, i = 0;
#if KEYSHIFT_SSE2
    const __m128i newline = _mm_set1_epi8('\n'), zero = _mm_setzero_si128();
    while (i + 64 <= count) {
        // A lane of bytes counts to 255 before it overflows.
        __m128i a = zero, b = zero;
        const size_t blocks = (count - i) / 32 < 255 ? (count - i) / 32 : 255, end = i + blocks * 32;
        for (; i < end; i += 32) {
            a = _mm_sub_epi8(a, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(p + i)), newline));
            b = _mm_sub_epi8(b, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(p + i + 16)), newline));
        }
        const __m128i sum = _mm_add_epi64(_mm_sad_epu8(a, zero), _mm_sad_epu8(b, zero));
        lines += (size_t)_mm_cvtsi128_si64(sum) + (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sum, sum));
    }
#endif
    for (; i < count; i++) lines += p[i] == '\n';
    return lines;
}

// Whether the processor has AVX2 and what comes with it, which the functions below need.
bool keyshift_has_avx2(void);

// For each of four successive bytes, by low and by high nibble, the buckets in which that byte may stand there.
typedef struct {
    uint8_t low[4][16];
    uint8_t high[4][16];
} keyshift_fingerprints;

// The first position at or after `from` whose four bytes fit a bucket, with those buckets in `buckets`; `count` when
// there is none. No fingerprint may have a zero byte.
size_t keyshift_next_candidate(
    const keyshift_fingerprints *fingerprints, const uint8_t *p, size_t from, size_t count, uint8_t *buckets);

// Where the first 24 successive digits of base64, in either alphabet, begin at or after `from`; `count` when there are
// none.
size_t keyshift_base64_run24(const uint8_t *p, size_t from, size_t count);

// How many of `count` bytes, in whole blocks of 32, are printable ASCII or line feeds.
size_t keyshift_printable_run(const uint8_t *p, size_t count);

// Decodes as many whole groups of 32 base64 digits of the standard alphabet as come without any other byte between them.
// Returns the number of digits read, a multiple of 32; three quarters of it were written. Reads and writes stay within
// `count` bytes of input and `count` bytes of output.
size_t keyshift_base64_groups(const uint8_t *input, size_t count, uint8_t *output);

// Where in a JSON text the bytes that were looked at end.
typedef struct {
    uint64_t in_string;    // all ones: inside a string
    uint64_t escapes_next; // one: behind a backslash
    uint64_t in_scalar;    // one: inside something without quotes
    bool is_beyond_ascii;  // some byte was not ASCII
} keyshift_json_state;

// Writes down the offsets of those of `count` bytes that matter to the grammar: quotes that are not escaped; inside of
// strings backslashes that escape, and control characters; outside of strings {}[]:, and the first byte of anything else
// that is no white space. Returns how many these are. `count` is at most 65,536, and a multiple of 64 unless the text ends
// there; `offsets` has room for `count` and eight more.
size_t keyshift_json_index(const uint8_t *p, size_t count, keyshift_json_state *state, uint16_t *offsets);

// Where in a JSON text a splitter is.
typedef struct {
    uint64_t in_string;    // all ones: inside a string
    uint64_t escapes_next; // one: behind a backslash
    ptrdiff_t depth;       // how many brackets are open
} keyshift_nesting;

// Passes blocks of 64 bytes as long as no bracket in them can lead to `floor` or below, and no string has a line feed.
// Returns how many of `count` bytes that are.
size_t keyshift_skip_nested(const uint8_t *p, size_t count, ptrdiff_t floor, keyshift_nesting *nesting);

#endif
