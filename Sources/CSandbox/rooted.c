#define _GNU_SOURCE
#include "rooted.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

int tie_open_in_root(int root, const char *path, uint64_t flags, uint32_t mode) {
  struct open_how how = {
      .flags = flags | O_CLOEXEC,
      .mode = flags & O_CREAT ? mode : 0,
      .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
  };
  int descriptor;
  /* EAGAIN: something was renamed meanwhile, and the kernel could not be sure. */
  do {
    descriptor = (int)syscall(SYS_openat2, root, path, &how, sizeof how);
  } while (descriptor < 0 && errno == EAGAIN);
  return descriptor;
}

int tie_is_immutable(int descriptor) {
  /* An overlay keeps the attribute in its upper directory, and forgets it of lower ones. */
  char kept[8];
  ssize_t length = fgetxattr(descriptor, "trusted.overlay.protattr", kept, sizeof kept);
  if (length > 0 && memchr(kept, 'i', (size_t)length)) return 1;
  int flags = 0;
  return ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0 && flags & FS_IMMUTABLE_FL;
}

int tie_sync_file_system(int descriptor) { return syncfs(descriptor); }

int tie_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}
