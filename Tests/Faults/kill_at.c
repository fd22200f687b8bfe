// Loaded ahead of the C library: kills the process in front of its n-th call that changes a file system
// (KILL_AT=n, counted from 1), where a real kill may come but chance seldom puts it. With KILL_AT=0 it says at the end
// how many such calls there were.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;

static void count(void) {
  const char *limit = getenv("KILL_AT");
  if (limit && atomic_fetch_add(&calls, 1) + 1 == atoi(limit)) kill(getpid(), SIGKILL);
}

__attribute__((destructor)) static void tell(void) {
  const char *limit = getenv("KILL_AT");
  if (limit && atoi(limit) == 0) fprintf(stderr, "%d", calls);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int openat(int folder, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    count();
  }
  return REAL(openat)(folder, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (file > STDERR_FILENO) count();
  return REAL(write)(file, bytes, size);
}

int mkdirat(int folder, const char *path, mode_t mode) { return count(), REAL(mkdirat)(folder, path, mode); }
int fchmod(int file, mode_t mode) { return count(), REAL(fchmod)(file, mode); }
int fchmodat(int folder, const char *path, mode_t mode, int flags) {
  return count(), REAL(fchmodat)(folder, path, mode, flags);
}
int renameat(int from, const char *path, int to, const char *name) {
  return count(), REAL(renameat)(from, path, to, name);
}
int unlinkat(int folder, const char *path, int flags) { return count(), REAL(unlinkat)(folder, path, flags); }
