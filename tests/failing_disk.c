/* A disk that fails in one place: stat() and open() of FAIL_AT and of all below it give the error
   FAIL_ERRNO, with FAIL_OPENING only open(). With FAIL_AFTER the folder FAIL_AT itself can be
   listed, up to so many entries. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef void DIR;
int dirfd(DIR *);

static DIR *listed;
static int given;

static int error_here(void) { errno = atoi(getenv("FAIL_ERRNO")); return 1; }

static int fails(const char *path) {
    const char *at = getenv("FAIL_AT");
    size_t length = at ? strlen(at) : 0;
    if (!length || getenv("FAIL_AFTER") || !path || strncmp(path, at, length)) return 0;
    return path[length] && path[length] != '/' ? 0 : error_here();
}

static int fails_to_look(const char *path) { return !getenv("FAIL_OPENING") && fails(path); }

static int is_listed(DIR *folder) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", dirfd(folder));
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || !getenv("FAIL_AT")) return 0;
    path[length] = 0;
    return !strcmp(path, getenv("FAIL_AT"));
}

static void *next_entry(DIR *folder, const char *name) {
    if (getenv("FAIL_AFTER") && folder != listed && is_listed(folder)) listed = folder, given = 0;
    if (folder == listed && given++ >= atoi(getenv("FAIL_AFTER"))) return error_here(), NULL;
    return ((void *(*)(DIR *))dlsym(RTLD_NEXT, name))(folder);
}

#define REAL(name, ...) ((int (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))
#define STAT(name) int name(const char *p, void *s) \
    { return fails_to_look(p) ? -1 : REAL(name, const char *, void *)(p, s); }
#define STATAT(name) int name(int d, const char *p, void *s, int f) \
    { return fails_to_look(p) ? -1 : REAL(name, int, const char *, void *, int)(d, p, s, f); }
#define OPEN(name) int name(const char *p, int flags, ...) { \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    return fails(p) ? -1 : REAL(name, const char *, int, ...)(p, flags, mode); }

STAT(stat) STAT(lstat) STAT(stat64) STAT(lstat64)
STATAT(fstatat) STATAT(fstatat64)
OPEN(open) OPEN(open64)

int statx(int d, const char *p, int f, unsigned m, void *s) {
    return fails_to_look(p) ? -1
        : REAL(statx, int, const char *, int, unsigned, void *)(d, p, f, m, s);
}
void *opendir(const char *p) {
    return fails(p) ? NULL : ((void *(*)(const char *))dlsym(RTLD_NEXT, "opendir"))(p);
}
void *readdir64(DIR *d) { return next_entry(d, "readdir64"); }
void *readdir(DIR *d) { return next_entry(d, "readdir"); }
int closedir(DIR *d) {
    if (d == listed) listed = NULL;
    return REAL(closedir, DIR *)(d);
}
