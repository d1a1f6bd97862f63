/*
 * Overlay mounts. All options of mount(2) share one page, which 200 long layer names would
 * overflow, and names may hold the option syntax's own ':' and ','. So each directory is opened,
 * and named by its descriptor's number relative to /proc/self/fd.
 */
#include "internal.h"

#include <string.h>
#include <sys/mount.h>

struct options {
  char text[4096];
  char *end;
  int opened[TIE_OVERLAY_DIRECTORIES + 2];
  size_t opened_count;
};

static int append(struct options *options, const char *text) {
  size_t length = strlen(text);
  size_t left = (size_t)(options->text + sizeof options->text - options->end);
  if (length >= left) {
    errno = E2BIG;
    return -1;
  }
  memcpy(options->end, text, length + 1);
  options->end += length;
  return 0;
}

static int append_directory(struct options *options, const char *key, const char *path) {
  int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return -1;
  options->opened[options->opened_count++] = fd;
  char number[16];
  tie_append_number(number, (unsigned)fd);
  return append(options, key) != 0 ? -1 : append(options, number);
}

static int append_layers(struct options *options, const struct tie_op *op) {
  if (op->lower_count > TIE_OVERLAY_DIRECTORIES) {
    errno = E2BIG;
    return -1;
  }
  for (size_t i = 0; i < op->lower_count; i++)
    if (append_directory(options, i == 0 ? "lowerdir=" : ":", op->lower[i]) != 0) return -1;
  if (op->upper == NULL) return 0;
  if (append_directory(options, ",upperdir=", op->upper) != 0) return -1;
  return append_directory(options, ",workdir=", op->work);
}

/* A volatile overlay leaves a mark that forbids to mount its directories again, because after a
 * crash of the machine they may be inconsistent. Whoever uses the same ones again accepts that. */
static void clear_volatile_mark(const char *work) {
  int fd = open(work, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  unlinkat(fd, "work/incompat/volatile/dirty", 0);
  unlinkat(fd, "work/incompat/volatile", AT_REMOVEDIR);
  unlinkat(fd, "work/incompat", AT_REMOVEDIR);
  close(fd);
}

static int mount_with(struct options *options, const struct tie_op *op, const char *target) {
  if (append_layers(options, op) != 0) return -1;
  if (op->data != NULL && (append(options, ",") != 0 || append(options, op->data) != 0)) return -1;
  if (op->flags & TIE_VOLATILE) {
    clear_volatile_mark(op->work);
    if (append(options, ",volatile") != 0) return -1;
  }
  if (chdir("/proc/self/fd") != 0) return -1;
  return mount("overlay", target, "overlay", 0, options->text);
}

int tie_mount_overlay(const struct tie_op *op, const char *target) {
  struct options options;
  options.end = options.text;
  options.opened_count = 0;
  int status = mount_with(&options, op, target);
  int failure = errno;
  for (size_t i = 0; i < options.opened_count; i++) close(options.opened[i]);
  if (chdir("/") != 0) return -1;
  errno = failure;
  return status;
}
