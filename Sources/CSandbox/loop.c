/* Loop devices. */
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/blkpg.h>
#include <linux/loop.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define LOOP_MAJOR 7
#define ATTEMPTS 64

/* Opens the node of a loop device, and makes it where /dev is no devtmpfs, as in containers. */
static int open_device(int number, int flags) {
  char path[32];
  snprintf(path, sizeof path, "/dev/loop%d", number);
  int device = open(path, flags | O_CLOEXEC);
  if (device >= 0 || errno != ENOENT) return device;
  if (mknod(path, S_IFBLK | 0660, makedev(LOOP_MAJOR, (unsigned)number)) != 0 && errno != EEXIST)
    return -1;
  return open(path, flags | O_CLOEXEC);
}

int tie_loop_attach(int file, uint32_t sector_size, int is_read_only, int *number) {
  int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
  if (control < 0) return -1;
  /* The device goes when nobody has it open any more, however this program ends. */
  struct loop_config config = {.fd = (uint32_t)file, .block_size = sector_size};
  config.info.lo_flags = LO_FLAGS_AUTOCLEAR | LO_FLAGS_PARTSCAN;
  if (is_read_only) config.info.lo_flags |= LO_FLAGS_READ_ONLY;
  int device = -1;
  /* Between the question and the answer another program may take the device. */
  for (int attempt = 0; attempt < ATTEMPTS && device < 0; attempt++) {
    *number = ioctl(control, LOOP_CTL_GET_FREE);
    if (*number < 0) break;
    int opened = open_device(*number, is_read_only ? O_RDONLY : O_RDWR);
    if (opened < 0) break;
    if (ioctl(opened, LOOP_CONFIGURE, &config) == 0) {
      device = opened;
      continue;
    }
    int reason = errno;
    close(opened);
    errno = reason;
    if (reason != EBUSY) break;
  }
  int reason = errno;
  close(control);
  errno = reason;
  return device;
}

int tie_add_partition(int device, int number, int64_t start, int64_t length) {
  struct blkpg_partition partition = {.start = start, .length = length, .pno = number};
  struct blkpg_ioctl_arg argument = {
      .op = BLKPG_ADD_PARTITION, .datalen = sizeof partition, .data = &partition};
  return ioctl(device, BLKPG, &argument) == 0 || errno == EBUSY ? 0 : -1;
}

int tie_make_block_node(const char *path, unsigned major_number, unsigned minor_number) {
  dev_t number = makedev(major_number, minor_number);
  struct stat status;
  if (lstat(path, &status) == 0) {
    if (S_ISBLK(status.st_mode) && status.st_rdev == number) return 0;
    if (unlink(path) != 0) return -1;
  }
  return mknod(path, S_IFBLK | 0660, number) == 0 ? 1 : -1;
}
