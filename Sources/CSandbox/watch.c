/* Watching mounts for opened files with fanotify: marks in the child, events in the parent. */
#include "internal.h"

#include <sys/fanotify.h>

/* The reader gets each file opened: O_NONBLOCK, or a fifo would block it. */
static int open_fanotify(void) {
  return fanotify_init(FAN_CLASS_NOTIF | FAN_CLOEXEC | FAN_NONBLOCK | FAN_UNLIMITED_QUEUE,
                       O_RDONLY | O_LARGEFILE | O_CLOEXEC | O_NOATIME | O_NONBLOCK);
}

int tie_watch(struct tie_init *init, const char *path) {
  /* Without the right, or a kernel that has it, nothing is known; that is no failure. */
  if (init->watch == TIE_UNWATCHABLE) return 0;
  if (init->watch < 0) init->watch = open_fanotify();
  if (init->watch < 0) return 0;
  if (fanotify_mark(init->watch, FAN_MARK_ADD | FAN_MARK_MOUNT, FAN_OPEN | FAN_ONDIR, AT_FDCWD,
                    path) == 0)
    return 0;
  /* A file system that cannot be watched hides what is opened there, so all is unknown. */
  if (errno != EINVAL && errno != ENODEV && errno != EOPNOTSUPP) return -1;
  close(init->watch);
  init->watch = TIE_UNWATCHABLE;
  return 0;
}

static int report_event(const struct fanotify_event_metadata *event, void *context,
                        void (*report)(void *, const char *, size_t)) {
  if (event->mask & FAN_Q_OVERFLOW) return EOVERFLOW;
  if (event->fd < 0) return 0;
  char link[TIE_FD_PATH], path[4096];
  tie_fd_path(link, event->fd);
  ssize_t length = readlink(link, path, sizeof path);
  close(event->fd);
  if (length > 0) report(context, path, (size_t)length);
  return 0;
}

int tie_read_opened(int fanotify, void *context,
                    void (*report)(void *, const char *, size_t)) {
  _Alignas(struct fanotify_event_metadata) char buffer[16384];
  int failure = 0;
  for (;;) {
    ssize_t count = read(fanotify, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN ? failure : errno;
    const struct fanotify_event_metadata *event = (const void *)buffer;
    for (; FAN_EVENT_OK(event, count); event = FAN_EVENT_NEXT(event, count)) {
      int status = report_event(event, context, report);
      if (status != 0) failure = status;
    }
  }
}

int tie_fanotify_probe(void) {
  int fd = open_fanotify();
  if (fd < 0) return -1;
  close(fd);
  return 0;
}
