/*
 * Targets of operations. The root may hold an untrusted tree: a symbolic link `dev -> /` in it must
 * not lead a mount out of it, so every lookup is RESOLVE_IN_ROOT, and what is made is made by name
 * in a directory that was opened so.
 */
#include "internal.h"

#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>

static int open_in(int root, const char *path) { return tie_open_in_root(root, path, O_PATH, 0); }

int tie_open_same_mount(int parent, const char *name) {
  int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  if (parent == AT_FDCWD) return open(name, flags);
  struct open_how how = {.flags = (uint64_t)flags, .resolve = RESOLVE_NO_XDEV};
  return (int)syscall(SYS_openat2, parent, name, &how, sizeof how);
}

/* The directory in which the target of an operation is resolved. */
static int open_base(struct tie_init *init, const struct tie_op *op) {
  return open_in(init->root, op->base != NULL ? op->base : "/");
}

/* Copies path without trailing slashes and returns its length, or -1. */
static int copy_path(char *buffer, const char *path) {
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/') length--;
  if (length >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return -1;
  }
  memcpy(buffer, path, length);
  buffer[length] = '\0';
  return (int)length;
}

static int make_entry(int parent, const char *name, bool is_directory) {
  if (is_directory) return mkdirat(parent, name, 0755);
  int fd = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (fd < 0) return -1;
  close(fd);
  return 0;
}

/* Opens path in root; makes missing directories on the way, and the last part as asked for. */
static int open_or_make(int root, const char *path, bool is_directory) {
  char prefix[PATH_MAX];
  int length = copy_path(prefix, path);
  if (length < 0) return -1;
  int parent = root;
  for (int end = 1; end <= length; end++) {
    if (path[end] != '/' && end != length) continue;
    if (path[end - 1] == '/') continue;
    int start = end;
    while (start > 0 && path[start - 1] != '/') start--;
    prefix[end] = '\0';
    int fd = open_in(root, prefix);
    if (fd < 0 && errno == ENOENT) {
      if (make_entry(parent, prefix + start, end != length || is_directory) != 0) return -1;
      fd = open_in(root, prefix);
    }
    if (fd < 0) return -1;
    if (end != length) prefix[end] = '/';
    if (parent != root) close(parent);
    parent = fd;
  }
  return parent;
}

/* Opens the directory that holds the last part of the target, and points *name at that part. */
int tie_open_parent(struct tie_init *init, const struct tie_op *op, const char **name) {
  char buffer[PATH_MAX];
  if (copy_path(buffer, op->dst) < 0) return -1;
  char *slash = strrchr(buffer, '/');
  *name = op->dst + (slash != NULL ? slash + 1 - buffer : 0);
  if (slash != NULL) slash[slash == buffer ? 1 : 0] = '\0';
  int base = open_base(init, op);
  if (base < 0) return -1;
  return slash == NULL ? base : open_in(base, buffer);
}

static int open_temporary(struct tie_init *init, int index, bool is_directory) {
  const struct tie_op *op = &init->spec->ops[index];
  const char *name;
  if (init->temporary_count == TIE_TEMPORARIES) {
    errno = E2BIG;
    return -1;
  }
  int opened = tie_open_parent(init, op, &name);
  if (opened < 0 || make_entry(opened, name, is_directory) != 0) return -1;
  int parent = dup3(opened, TIE_FIRST_TEMPORARY + (int)init->temporary_count, O_CLOEXEC);
  if (parent < 0) return -1;
  init->temporaries[init->temporary_count++] =
      (struct tie_temporary){.parent = parent, .name = name, .index = index};
  return openat(parent, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
}

int tie_open_target(struct tie_init *init, int index, bool is_directory) {
  const struct tie_op *op = &init->spec->ops[index];
  if (op->flags & TIE_TEMPORARY) return open_temporary(init, index, is_directory);
  int base = open_base(init, op);
  if (base < 0) return -1;
  if (op->flags & TIE_CREATE) return open_or_make(base, op->dst, is_directory);
  return open_in(base, op->dst);
}
