// Counts the calls by which a process changes files under one folder, and at one of them kills the process or lets the call
// fail. Loaded with LD_PRELOAD; a file that is mapped into memory says what to do (`fault-control.ts` writes it).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/fs.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// The same numbers as in fault-control.ts.
enum kind { OPEN_READ, OPEN_WRITE, WRITE, SYNC, RENAME, LINK, UNLINK, TRUNCATE, MKDIR, RMDIR, COPY, CLOSE, READ };
enum action { COUNT, KILL_BEFORE, KILL_IN, KILL_AFTER, FAIL_ONCE, FAIL_ON };
enum { MAX_CALLS = 7168, MAX_FILES = 65536 };

struct control {
  int32_t armed, action, at, error;
  uint32_t kinds;
  _Atomic int32_t count;
  char folder[1000];
  uint8_t calls[MAX_CALLS];
};

static struct control *control;
// What is known of each open file: whether it is in the folder, and whether it may be written to.
static unsigned char tracked[MAX_FILES];
enum { READABLE = 1, WRITABLE = 2 };

#define REAL(name) ((__typeof__(&name))real(&real_##name, #name))
static void *real(void **slot, const char *name) {
  if (!*slot) *slot = dlsym(RTLD_NEXT, name);
  return *slot;
}

__attribute__((constructor)) static void start(void) {
  static void *real_open64;
  const char *path = getenv("STET_FAULT_CONTROL");
  int file = path ? REAL(open64)(path, O_RDWR) : -1;
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (mapped != MAP_FAILED) control = mapped;
  close(file);
}

static int is_inside(const char *path) {
  if (!control || !path || !control->folder[0]) return 0;
  size_t length = strlen(control->folder);
  return strncmp(path, control->folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int is_tracked(int file) { return file >= 0 && file < MAX_FILES && tracked[file]; }

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

enum fault { NONE, FAIL, CUT, DIE_AFTER };

/** Counts a call. Says what has to become of it; dies at once when the process has to die before it. */
static enum fault begin(enum kind kind, int concerned) {
  if (!concerned || !control || !control->armed || !(control->kinds >> kind & 1)) return NONE;
  int number = atomic_fetch_add(&control->count, 1) + 1;
  if (number <= MAX_CALLS) control->calls[number - 1] = kind;
  int action = control->action;
  if (action == FAIL_ON ? number < control->at : number != control->at) return NONE;
  switch (action) {
    case KILL_BEFORE: die();
    case KILL_IN: return CUT;
    case KILL_AFTER: return DIE_AFTER;
    case FAIL_ONCE:
    case FAIL_ON: return FAIL;
    default: return NONE;
  }
}

#define RETURN(type, kind, concerned, call)      \
  do {                                           \
    enum fault fault = begin(kind, concerned);   \
    if (fault == FAIL) {                         \
      errno = control->error;                    \
      return (type)-1;                           \
    }                                            \
    type result = call;                          \
    int error = errno;                           \
    if (fault != NONE) die();                    \
    errno = error;                               \
    return result;                               \
  } while (0)

// As RETURN, for calls with a length: a process that dies in it has written half.
#define RETURN_CUT(length, call_with)                                   \
  do {                                                                  \
    enum fault fault = begin(WRITE, is_tracked(file));                  \
    if (fault == FAIL) {                                                \
      errno = control->error;                                           \
      return -1;                                                        \
    }                                                                   \
    ssize_t result = call_with(fault == CUT ? (length) / 2 : (length)); \
    int error = errno;                                                  \
    if (fault != NONE) die();                                           \
    errno = error;                                                      \
    return result;                                                      \
  } while (0)

static int open_with(int (*open_real)(int, const char *, int, ...), int at, const char *path, int flags,
                     mode_t mode) {
  int changes = flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR);
  int inside = is_inside(path);
  enum fault fault = begin(changes ? OPEN_WRITE : OPEN_READ, inside);
  if (fault == FAIL) {
    errno = control->error;
    return -1;
  }
  int file = open_real(at, path, flags, mode);
  int error = errno;
  if (fault != NONE) die();
  if (file >= 0 && file < MAX_FILES) tracked[file] = !inside ? 0 : changes ? WRITABLE : READABLE;
  errno = error;
  return file;
}

static mode_t mode_of(int flags, va_list more) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
}

#define OPENS(name, name_at)                                     \
  static void *real_##name_at;                                   \
  int name_at(int at, const char *path, int flags, ...) {        \
    va_list more;                                                \
    va_start(more, flags);                                       \
    mode_t mode = mode_of(flags, more);                          \
    va_end(more);                                                \
    return open_with(REAL(name_at), at, path, flags, mode);      \
  }                                                              \
  int name(const char *path, int flags, ...) {                   \
    va_list more;                                                \
    va_start(more, flags);                                       \
    mode_t mode = mode_of(flags, more);                          \
    va_end(more);                                                \
    return open_with(REAL(name_at), AT_FDCWD, path, flags, mode); \
  }
OPENS(open, openat)
OPENS(open64, openat64)

static void *real_write, *real_pwrite, *real_pwrite64, *real_writev, *real_pwritev, *real_pwritev64;
ssize_t write(int file, const void *bytes, size_t length) {
#define CALL(n) REAL(write)(file, bytes, n)
  RETURN_CUT(length, CALL);
#undef CALL
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
#define CALL(n) REAL(pwrite)(file, bytes, n, at)
  RETURN_CUT(length, CALL);
#undef CALL
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
#define CALL(n) REAL(pwrite64)(file, bytes, n, at)
  RETURN_CUT(length, CALL);
#undef CALL
}
ssize_t writev(int file, const struct iovec *parts, int count) {
#define CALL(n) REAL(writev)(file, parts, n)
  RETURN_CUT(count, CALL);
#undef CALL
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) {
#define CALL(n) REAL(pwritev)(file, parts, n, at)
  RETURN_CUT(count, CALL);
#undef CALL
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) {
#define CALL(n) REAL(pwritev64)(file, parts, n, at)
  RETURN_CUT(count, CALL);
#undef CALL
}

static void *real_read, *real_pread, *real_pread64;
ssize_t read(int file, void *bytes, size_t length) {
  RETURN(ssize_t, READ, is_tracked(file), REAL(read)(file, bytes, length));
}
ssize_t pread(int file, void *bytes, size_t length, off_t at) {
  RETURN(ssize_t, READ, is_tracked(file), REAL(pread)(file, bytes, length, at));
}
ssize_t pread64(int file, void *bytes, size_t length, off64_t at) {
  RETURN(ssize_t, READ, is_tracked(file), REAL(pread64)(file, bytes, length, at));
}

static void *real_fsync, *real_fdatasync, *real_close, *real_ftruncate, *real_ftruncate64;
int fsync(int file) { RETURN(int, SYNC, is_tracked(file), REAL(fsync)(file)); }
int fdatasync(int file) { RETURN(int, SYNC, is_tracked(file), REAL(fdatasync)(file)); }
int ftruncate(int file, off_t length) {
  RETURN(int, TRUNCATE, is_tracked(file), REAL(ftruncate)(file, length));
}
int ftruncate64(int file, off64_t length) {
  RETURN(int, TRUNCATE, is_tracked(file), REAL(ftruncate64)(file, length));
}
// The file is closed even when the call reports an error, as on a real disk.
static int close_with(int (*close_real)(int), int file) {
  enum fault fault = begin(CLOSE, is_tracked(file) && tracked[file] == WRITABLE);
  if (is_tracked(file)) tracked[file] = 0;
  int result = close_real(file);
  int error = errno;
  if (fault == FAIL) {
    errno = control->error;
    return -1;
  }
  if (fault != NONE) die();
  errno = error;
  return result;
}
int close(int file) { return close_with(REAL(close), file); }

static void *real_rename, *real_renameat, *real_renameat2, *real_link, *real_linkat, *real_unlink;
static void *real_unlinkat, *real_remove, *real_mkdir, *real_mkdirat, *real_rmdir;
int rename(const char *from, const char *to) {
  RETURN(int, RENAME, is_inside(from) || is_inside(to), REAL(rename)(from, to));
}
int renameat(int a, const char *from, int b, const char *to) {
  RETURN(int, RENAME, is_inside(from) || is_inside(to), REAL(renameat)(a, from, b, to));
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  RETURN(int, RENAME, is_inside(from) || is_inside(to), REAL(renameat2)(a, from, b, to, flags));
}
int link(const char *from, const char *to) {
  RETURN(int, LINK, is_inside(from) || is_inside(to), REAL(link)(from, to));
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
  RETURN(int, LINK, is_inside(from) || is_inside(to), REAL(linkat)(a, from, b, to, flags));
}
int unlink(const char *path) { RETURN(int, UNLINK, is_inside(path), REAL(unlink)(path)); }
int unlinkat(int at, const char *path, int flags) {
  RETURN(int, UNLINK, is_inside(path), REAL(unlinkat)(at, path, flags));
}
int remove(const char *path) { RETURN(int, UNLINK, is_inside(path), REAL(remove)(path)); }
int mkdir(const char *path, mode_t mode) { RETURN(int, MKDIR, is_inside(path), REAL(mkdir)(path, mode)); }
int mkdirat(int at, const char *path, mode_t mode) {
  RETURN(int, MKDIR, is_inside(path), REAL(mkdirat)(at, path, mode));
}
int rmdir(const char *path) { RETURN(int, RMDIR, is_inside(path), REAL(rmdir)(path)); }

static void *real_sendfile, *real_sendfile64, *real_copy_file_range, *real_ioctl, *real_syscall;
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
  RETURN(ssize_t, COPY, is_tracked(to), REAL(sendfile)(to, from, at, length));
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
  RETURN(ssize_t, COPY, is_tracked(to), REAL(sendfile64)(to, from, at, length));
}
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
  RETURN(ssize_t, COPY, is_tracked(to), REAL(copy_file_range)(from, a, to, b, length, flags));
}
int ioctl(int file, unsigned long request, ...) {
  va_list more;
  va_start(more, request);
  void *argument = va_arg(more, void *);
  va_end(more);
  RETURN(int, COPY, request == FICLONE && is_tracked(file), REAL(ioctl)(file, request, argument));
}

static int close_bare(int file) { return (int)REAL(syscall)(SYS_close, file); }

// libuv copies and closes by bare system calls.
long syscall(long number, ...) {
  va_list more;
  va_start(more, number);
  long a = va_arg(more, long), b = va_arg(more, long), c = va_arg(more, long);
  long d = va_arg(more, long), e = va_arg(more, long), f = va_arg(more, long);
  va_end(more);
  if (number == SYS_close) return close_with(close_bare, (int)a);
  RETURN(long, COPY, number == SYS_copy_file_range && is_tracked((int)c),
         REAL(syscall)(number, a, b, c, d, e, f));
}
