/* Keeps a copy of a data folder before each thing that a process asks of the system to change in it: writes, syncs, renames,
 * truncations, removals. Each copy is what the process would leave behind if it were killed there. Loaded before the C library:
 * see crash_points.py.
 *
 * CRASH_DATA    the data folder
 * CRASH_IMAGES  where copies go, in folders 000001, 000002, ...
 * CRASH_EVERY   keep every so manieth step (1 if not given)
 * CRASH_MOST    keep no more than so many
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread int inside;
static const char *data, *images;
static size_t data_length;
static long steps, every = 1, most = 1000000, kept;

static void begin(void) __attribute__((constructor));
static void begin(void) {
  data = getenv("CRASH_DATA");
  images = getenv("CRASH_IMAGES");
  data_length = data ? strlen(data) : 0;
  if (getenv("CRASH_EVERY")) every = atol(getenv("CRASH_EVERY"));
  if (getenv("CRASH_MOST")) most = atol(getenv("CRASH_MOST"));
}

static void copy_file(const char *from, const char *to) {
  char buffer[65536];
  ssize_t n;
  int in = syscall(SYS_openat, AT_FDCWD, from, O_RDONLY, 0);
  int out = syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  while (in >= 0 && out >= 0 && (n = syscall(SYS_read, in, buffer, sizeof buffer)) > 0) syscall(SYS_write, out, buffer, n);
  if (in >= 0) syscall(SYS_close, in);
  if (out >= 0) syscall(SYS_close, out);
}

static void copy_tree(const char *from, const char *to) {
  DIR *folder = opendir(from);
  struct dirent *entry;
  struct stat about;
  char source[4096], target[4096];
  mkdir(to, 0700);
  if (!folder) return;
  while ((entry = readdir(folder))) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
    snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
    if (lstat(source, &about)) continue;
    if (S_ISDIR(about.st_mode)) copy_tree(source, target);
    else if (S_ISREG(about.st_mode)) copy_file(source, target);
  }
  closedir(folder);
}

static int is_data(const char *path) {
  return data && images && path && !strncmp(path, data, data_length) && (path[data_length] == '/' || !path[data_length]);
}

/* The shared memory of SQLite is made anew by whoever opens a database that nobody has open. */
static int counts(const char *path) { return is_data(path) && !strstr(path, "-shm"); }

static void step(const char *path) {
  char target[4096];
  if (inside || !counts(path)) return;
  inside = 1;
  pthread_mutex_lock(&lock);
  if (++steps % every == 0 && kept < most) {
    snprintf(target, sizeof target, "%s/%06ld", images, ++kept);
    copy_tree(data, target);
  }
  pthread_mutex_unlock(&lock);
  inside = 0;
}

static void step_fd(int fd) {
  char link[64], path[4096];
  ssize_t length;
  if (inside || !data) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink(link, path, sizeof path - 1);
  if (length > 0) {
    path[length] = 0;
    step(path);
  }
}

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *b, size_t n) { REAL(write); step_fd(fd); return real(fd, b, n); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { REAL(pwrite); step_fd(fd); return real(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { REAL(pwrite64); step_fd(fd); return real(fd, b, n, o); }
ssize_t writev(int fd, const struct iovec *v, int n) { REAL(writev); step_fd(fd); return real(fd, v, n); }
int fsync(int fd) { REAL(fsync); step_fd(fd); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); step_fd(fd); return real(fd); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); step_fd(fd); return real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(ftruncate64); step_fd(fd); return real(fd, n); }
int rename(const char *a, const char *b) { REAL(rename); step(b); return real(a, b); }
int renameat(int d, const char *a, int e, const char *b) { REAL(renameat); step(b); return real(d, a, e, b); }
int unlink(const char *a) { REAL(unlink); step(a); return real(a); }
int unlinkat(int d, const char *a, int f) { REAL(unlinkat); step(a); return real(d, a, f); }
