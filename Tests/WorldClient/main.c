// What `kubectl` and `aws` are in tests on a simulated world: hands its words and its input to the process that has the
// world, whose socket KEYSHIFT_WORLD names, and ends as that says. It knows nothing itself, and starts in a millisecond.
//
// Frames, in the byte order of the machine: its process id, the number of words, then each word, then the input, each with its length; and
// back the exit status (256 and a signal for an end by that signal), the output and the errors, each with its length.
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct {
    char *bytes;
    uint32_t count;
} text;

static int away(void) {
    fputs("Unable to connect to the server: dial unix: connection refused\n", stderr);
    return 1;
}

static int put(int to, const void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t written = write(to, (const char *)bytes + done, count - done);
        if (written <= 0) return 0;
        done += (size_t)written;
    }
    return 1;
}

static int get(int from, void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t got = read(from, (char *)bytes + done, count - done);
        if (got <= 0) return 0;
        done += (size_t)got;
    }
    return 1;
}

static int put_text(int to, const char *bytes, uint32_t count) {
    return put(to, &count, sizeof count) && put(to, bytes, count);
}

static int get_text(int from, text *result) {
    if (!get(from, &result->count, sizeof result->count)) return 0;
    result->bytes = malloc(result->count + 1u);
    return result->bytes && get(from, result->bytes, result->count);
}

// Everything on standard input.
static text input(void) {
    text all = {NULL, 0};
    uint32_t room = 0;
    for (;;) {
        if (all.count == room) {
            room = room ? room * 2 : 1u << 16;
            all.bytes = realloc(all.bytes, room);
            if (!all.bytes) exit(1);
        }
        ssize_t got = read(STDIN_FILENO, all.bytes + all.count, room - all.count);
        if (got <= 0) return all;
        all.count += (uint32_t)got;
    }
}

int main(int count, char **words) {
    const char *path = getenv("KEYSHIFT_WORLD");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (!path || strlen(path) >= sizeof address.sun_path) return away();
    strcpy(address.sun_path, path);
    text given = input();
    int world = socket(AF_UNIX, SOCK_STREAM, 0);
    if (world < 0 || connect(world, (struct sockaddr *)&address, sizeof address) != 0) return away();
    const char *name = strrchr(words[0], '/');
    words[0] = name ? (char *)name + 1 : words[0];
    uint32_t numbers[] = {(uint32_t)getpid(), (uint32_t)count};
    int sent = put(world, numbers, sizeof numbers);
    for (int index = 0; sent && index < count; index++) sent = put_text(world, words[index], (uint32_t)strlen(words[index]));
    int32_t status;
    text output, errors;
    if (!sent || !put_text(world, given.bytes, given.count) || !get(world, &status, sizeof status)
        || !get_text(world, &output) || !get_text(world, &errors))
        return away();
    if (!put(STDOUT_FILENO, output.bytes, output.count) || !put(STDERR_FILENO, errors.bytes, errors.count)) return 1;
    if (status > 256) raise(status - 256);
    return (int)status;
}
