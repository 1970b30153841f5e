/* A disk as some network shares are: below LOCKLESS_AT locks are refused (LOCKLESS=locks), or
   memory that processes share by way of a file (LOCKLESS=memory). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

static int refuses(const char *what, int file) {
    char link[64], path[4096];
    const char *at = getenv("LOCKLESS_AT"), *refused = getenv("LOCKLESS");
    if (!at || !refused || strcmp(refused, what)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return !strncmp(path, at, strlen(at));
}

#define FCNTL(name) int name(int file, int command, ...) { \
    va_list rest; va_start(rest, command); void *value = va_arg(rest, void *); va_end(rest); \
    int lock = command == F_SETLK || command == F_SETLKW || command == F_GETLK; \
    if (lock && refuses("locks", file)) { errno = ENOLCK; return -1; } \
    return ((int (*)(int, int, ...))dlsym(RTLD_NEXT, #name))(file, command, value); }
FCNTL(fcntl) FCNTL(fcntl64)

int flock(int file, int operation) {
    if (refuses("locks", file)) { errno = ENOLCK; return -1; }
    return ((int (*)(int, int))dlsym(RTLD_NEXT, "flock"))(file, operation);
}

#define MMAP(name) void *name(void *at, size_t n, int may, int how, int file, off_t from) { \
    if (file >= 0 && (how & MAP_SHARED) && refuses("memory", file)) \
        { errno = ENODEV; return MAP_FAILED; } \
    return ((void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, #name))( \
        at, n, may, how, file, from); }
MMAP(mmap) MMAP(mmap64)
