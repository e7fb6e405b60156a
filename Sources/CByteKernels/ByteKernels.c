#include "ByteKernels.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

bool keyshift_has_avx2(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")
        && __builtin_cpu_supports("pclmul");
}

// Teddy, the multiple-pattern search of Hyperscan: shuffles look up, per byte, the buckets it may belong to.
__attribute__((target("avx2"))) static inline __m256i keyshift_table(const uint8_t *table) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

__attribute__((target("avx2"))) size_t keyshift_next_candidate(
    const keyshift_fingerprints *fingerprints, const uint8_t *p, size_t from, size_t count, uint8_t *buckets) {
    const __m256i nibble = _mm256_set1_epi8(0x0f), zero = _mm256_setzero_si256();
    __m256i low[4], high[4];
    for (int k = 0; k < 4; k++) {
        low[k] = keyshift_table(fingerprints->low[k]);
        high[k] = keyshift_table(fingerprints->high[k]);
    }
    // A short text is searched among zeroes, which no fingerprint has.
    uint8_t padded[64] = {0};
    const size_t end = count < 35 ? 35 : count;
    if (count < 35) p = memcpy(padded, p, count);
    // The last block ends with the text and may begin before the position that is asked for.
    const size_t last = end - 35;
    for (size_t i = from; i < end - 3; i += 32) {
        const size_t skipped = i > last ? i - last : 0;
        i -= skipped;
        __m256i fits = _mm256_set1_epi8((char)0xff);
        for (int k = 0; k < 4; k++) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)(p + i + k));
            const __m256i by_low = _mm256_shuffle_epi8(low[k], _mm256_and_si256(v, nibble));
            const __m256i by_high =
                _mm256_shuffle_epi8(high[k], _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
            fits = _mm256_and_si256(fits, _mm256_and_si256(by_low, by_high));
        }
        const uint32_t mask = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(fits, zero)) & (~0u << skipped);
        if (mask) {
            const unsigned at = (unsigned)__builtin_ctz(mask);
            uint8_t lanes[32];
            _mm256_storeu_si256((__m256i *)lanes, fits);
            *buckets = lanes[at];
            return i + at;
        }
    }
    return count;
}

// One bit per byte of 32: whether it is a digit of base64 in either alphabet of RFC 4648. The digits are those bytes whose
// two nibbles share a bit in these tables.
__attribute__((target("avx2"))) static inline uint64_t keyshift_base64_mask32(const uint8_t *p) {
    const __m256i by_low = _mm256_setr_epi8(
        0x1a, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1c, 0x05, 0x04, 0x05, 0x04, 0x0d, 0x1a, 0x1e, 0x1e,
        0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1e, 0x1c, 0x05, 0x04, 0x05, 0x04, 0x0d);
    const __m256i by_high = _mm256_setr_epi8(
        0, 0, 0x01, 0x02, 0x04, 0x08, 0x04, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0x02, 0x04, 0x08, 0x04, 0x10, 0, 0, 0,
        0, 0, 0, 0, 0);
    const __m256i nibble = _mm256_set1_epi8(0x0f), v = _mm256_loadu_si256((const __m256i *)p);
    const __m256i low = _mm256_shuffle_epi8(by_low, _mm256_and_si256(v, nibble));
    const __m256i high = _mm256_shuffle_epi8(by_high, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
    const __m256i other = _mm256_cmpeq_epi8(_mm256_and_si256(low, high), _mm256_setzero_si256());
    return (uint32_t)~_mm256_movemask_epi8(other);
}

__attribute__((target("avx2"))) size_t keyshift_base64_run24(const uint8_t *p, size_t from, size_t count) {
    // How many digits the block before ends with.
    size_t open = 0;
    for (size_t i = from; i < count; i += 64) {
        uint8_t padded[64] = {0};
        const uint8_t *block = p + i;
        if (count - i < 64) block = memcpy(padded, block, count - i);
        const uint64_t digits = keyshift_base64_mask32(block) | keyshift_base64_mask32(block + 32) << 32;
        const size_t first = ~digits ? (size_t)__builtin_ctzll(~digits) : 64;
        if (open + first >= 24) return i - open;
        uint64_t runs = digits & digits >> 1;
        runs &= runs >> 2;
        runs &= runs >> 4;
        runs &= runs >> 8 & runs >> 16;
        if (runs) return i + (size_t)__builtin_ctzll(runs);
        // All of them digits would have been a run.
        open = (size_t)__builtin_clzll(~digits);
    }
    return count;
}

__attribute__((target("avx2"))) size_t keyshift_printable_run(const uint8_t *p, size_t count) {
    const __m256i space = _mm256_set1_epi8(0x20), last = _mm256_set1_epi8(0x5e), newline = _mm256_set1_epi8('\n');
    size_t i = 0;
    for (; i + 32 <= count; i += 32) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(p + i)), above = _mm256_sub_epi8(v, space);
        const __m256i printable = _mm256_cmpeq_epi8(_mm256_min_epu8(above, last), above);
        if (_mm256_movemask_epi8(_mm256_or_si256(printable, _mm256_cmpeq_epi8(v, newline))) != -1) break;
    }
    return i;
}

// The vectorised lookup and packing of Mula and Lemire, "Faster Base64 Encoding and Decoding Using AVX2 Instructions".
__attribute__((target("avx2"))) size_t keyshift_base64_groups(const uint8_t *input, size_t count, uint8_t *output) {
    const __m256i shift_by_high = _mm256_setr_epi8(
        0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i valid_by_low = _mm256_setr_epi8(
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1a, 0x1b, 0x1b, 0x1b, 0x1a, 0x15, 0x11, 0x11,
        0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1a, 0x1b, 0x1b, 0x1b, 0x1a);
    const __m256i valid_by_high = _mm256_setr_epi8(
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x01,
        0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10);
    const __m256i order = _mm256_setr_epi8(
        2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1, 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    const __m256i slash = _mm256_set1_epi8('/');
    size_t i = 0, o = 0;
    for (; i + 32 <= count; i += 32, o += 24) {
        const __m256i v = _mm256_loadu_si256((const __m256i *)(input + i));
        const __m256i high = _mm256_and_si256(_mm256_srli_epi32(v, 4), _mm256_set1_epi8(0x0f));
        const __m256i low = _mm256_and_si256(v, _mm256_set1_epi8(0x0f));
        const __m256i invalid = _mm256_and_si256(
            _mm256_shuffle_epi8(valid_by_low, low), _mm256_shuffle_epi8(valid_by_high, high));
        if (!_mm256_testz_si256(invalid, invalid)) break;
        // '/' shares its high nibble with '+' and needs another shift: one step down the table.
        const __m256i is_slash = _mm256_cmpeq_epi8(v, slash);
        const __m256i digits =
            _mm256_add_epi8(v, _mm256_shuffle_epi8(shift_by_high, _mm256_add_epi8(is_slash, high)));
        const __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi32(0x01400140));
        const __m256i quads = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000));
        const __m256i packed = _mm256_permutevar8x32_epi32(
            _mm256_shuffle_epi8(quads, order), _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 7, 7));
        // 24 bytes count; the store writes 32, which stays below the 32 digits read for this group.
        _mm256_storeu_si256((__m256i *)(output + o), packed);
    }
    return i;
}

#else

bool keyshift_has_avx2(void) { return false; }

size_t keyshift_next_candidate(
    const keyshift_fingerprints *fingerprints, const uint8_t *p, size_t from, size_t count, uint8_t *buckets) {
    return count;
}

size_t keyshift_base64_run24(const uint8_t *p, size_t from, size_t count) { return count; }

size_t keyshift_printable_run(const uint8_t *p, size_t count) { return 0; }

size_t keyshift_base64_groups(const uint8_t *input, size_t count, uint8_t *output) { return 0; }

#endif
