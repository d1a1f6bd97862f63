/* The operations that build the sandbox's view of the file system. */
#include "internal.h"

#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>

char *tie_append_number(char *end, unsigned number) {
  char digits[12];
  size_t count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) *end++ = digits[--count];
  *end = '\0';
  return end;
}

void tie_fd_path(char *buffer, int fd) {
  static const char prefix[] = "/proc/self/fd/";
  memcpy(buffer, prefix, sizeof prefix);
  tie_append_number(buffer + sizeof prefix - 1, (unsigned)fd);
}

static int make_private(struct tie_init *init) {
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return -1;
  init->root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
  return init->root < 0 ? -1 : 0;
}

/* Puts a mount on top of the host's root directory, where it hides nothing: absolute paths of this
 * process still start below it. Targets of later operations are resolved in the new root. */
static int become_root(struct tie_init *init, int mount) {
  if (move_mount(mount, "", AT_FDCWD, "/", MOVE_MOUNT_F_EMPTY_PATH) != 0) return -1;
  init->root = mount;
  return 0;
}

static int attach(struct tie_init *init, int index, int mount) {
  struct stat status;
  if (init->spec->ops[index].dst == NULL) return become_root(init, mount);
  if (fstat(mount, &status) != 0) return -1;
  int target = tie_open_target(init, index, S_ISDIR(status.st_mode));
  if (target < 0) return -1;
  return move_mount(mount, "", target, "", MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH);
}

static int bind(struct tie_init *init, int index) {
  const struct tie_op *op = &init->spec->ops[index];
  unsigned recursive = op->flags & TIE_RECURSIVE ? AT_RECURSIVE : 0;
  int mount = open_tree(AT_FDCWD, op->src, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | recursive);
  if (mount < 0) return -1;
  struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY};
  if (op->flags & TIE_READONLY &&
      mount_setattr(mount, "", AT_EMPTY_PATH | recursive, &attributes, sizeof attributes) != 0)
    return -1;
  return attach(init, index, mount);
}

/* mount(2) wants a place, so the future root is first mounted on its own top layer, then moved. */
static int overlay_root(struct tie_init *init, const struct tie_op *op) {
  if (tie_mount_overlay(op, op->lower[0]) != 0) return -1;
  int mount = open(op->lower[0], O_PATH | O_DIRECTORY | O_CLOEXEC);
  return mount < 0 ? -1 : become_root(init, mount);
}

static int overlay(struct tie_init *init, int index) {
  const struct tie_op *op = &init->spec->ops[index];
  if (op->dst == NULL) return overlay_root(init, op);
  int target = tie_open_target(init, index, true);
  if (target < 0) return -1;
  char path[TIE_FD_PATH];
  tie_fd_path(path, target);
  return tie_mount_overlay(op, path);
}

static int mount_new(struct tie_init *init, int index) {
  const struct tie_op *op = &init->spec->ops[index];
  int target = tie_open_target(init, index, true);
  if (target < 0) return -1;
  char path[TIE_FD_PATH];
  tie_fd_path(path, target);
  return mount(op->src, path, op->fstype, op->mount_flags, op->data);
}

static int open_file_system(const struct tie_op *op) {
  bool is_read_only = op->flags & TIE_READONLY;
  int context = fsopen(op->fstype, FSOPEN_CLOEXEC);
  if (context < 0) return -1;
  if (fsconfig(context, FSCONFIG_SET_STRING, "source", op->src, 0) != 0) return -1;
  if (is_read_only && fsconfig(context, FSCONFIG_SET_FLAG, "ro", NULL, 0) != 0) return -1;
  if (fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0) != 0) return -1;
  return fsmount(context, FSMOUNT_CLOEXEC, is_read_only ? MOUNT_ATTR_RDONLY : 0);
}

static int file_system(struct tie_init *init, int index) {
  /* FAT knows no modes, and takes the umask for that. */
  umask(022);
  int mount = open_file_system(&init->spec->ops[index]);
  umask(0);
  return mount < 0 ? -1 : attach(init, index, mount);
}

/* A node costs less than a mount, but user namespaces and some containers allow none. */
static int make_device(struct tie_init *init, int index) {
  const struct tie_op *op = &init->spec->ops[index];
  struct stat model;
  if (stat(op->src, &model) != 0) return -1;
  const char *name;
  int parent = tie_open_parent(init, op, &name);
  if (parent < 0) return -1;
  mode_t mode = S_ISBLK(model.st_mode) ? S_IFBLK | 0660 : S_IFCHR | 0666;
  if (mknodat(parent, name, mode, model.st_rdev) == 0) return 0;
  return errno == EPERM ? bind(init, index) : -1;
}

static int make_symlink(struct tie_init *init, const struct tie_op *op) {
  const char *name;
  int parent = tie_open_parent(init, op, &name);
  if (parent < 0) return -1;
  return symlinkat(op->src, parent, name);
}

static int pivot(struct tie_init *init) {
  if (fchdir(init->root) != 0) return -1;
  /* With the same directory twice, the old root ends up on top of the new one, to be taken off. */
  if (syscall(SYS_pivot_root, ".", ".") != 0) return -1;
  if (umount2(".", MNT_DETACH) != 0) return -1;
  return chdir("/");
}

int tie_run_op(struct tie_init *init, int index) {
  const struct tie_op *op = &init->spec->ops[index];
  switch (op->kind) {
    case TIE_PRIVATE:
      return make_private(init);
    case TIE_BIND:
      return bind(init, index);
    case TIE_OVERLAY:
      return overlay(init, index);
    case TIE_MOUNT:
      return mount_new(init, index);
    case TIE_FILE_SYSTEM:
      return file_system(init, index);
    case TIE_DIRECTORY:
      return tie_open_target(init, index, true) < 0 ? -1 : 0;
    case TIE_DEVICE:
      return make_device(init, index);
    case TIE_SYMLINK:
      return make_symlink(init, op);
    case TIE_PIVOT:
      return pivot(init);
    case TIE_WATCH:
      return tie_watch(init, op->dst);
  }
  errno = EINVAL;
  return -1;
}
