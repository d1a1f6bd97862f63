/* Process 1 of a sandbox: sets up, starts the payload, reaps, reports. */
#include "internal.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

/* Sends a message, with a descriptor unless it is -1. */
static void report(struct tie_init *init, enum tie_event event, int index, int value, int fd) {
  struct tie_message message = {.event = event, .index = index, .value = value};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } ancillary;
  struct iovec part = {.iov_base = &message, .iov_len = sizeof message};
  struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
  if (fd >= 0) {
    memset(&ancillary, 0, sizeof ancillary);
    ancillary.header.cmsg_level = SOL_SOCKET;
    ancillary.header.cmsg_type = SCM_RIGHTS;
    ancillary.header.cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(&ancillary.header), &fd, sizeof fd);
    header.msg_control = &ancillary;
    header.msg_controllen = sizeof ancillary;
  }
  sendmsg(init->control, &header, MSG_NOSIGNAL);
}

_Noreturn static void fail(struct tie_init *init, int index, int failure) {
  report(init, TIE_FAILED, index, failure, -1);
  _exit(1);
}

/* Waits for one byte of the parent; its death ends the sandbox. */
static uint8_t receive_byte(struct tie_init *init) {
  uint8_t byte;
  ssize_t count;
  do {
    count = recv(init->control, &byte, 1, 0);
  } while (count < 0 && errno == EINTR);
  if (count != 1) _exit(1);
  return byte;
}

/* Moves the descriptors that are needed to 3 and up, reserves the next ones for temporary mount
 * points, and closes all others: the sandbox must hold no pipe or lifeline of another one. */
static void keep_descriptors(struct tie_init *init) {
  int *kept[] = {&init->control, &init->in, &init->out, &init->err};
  int moved[4];
  for (int i = 0; i < 4; i++) {
    moved[i] = fcntl(*kept[i], F_DUPFD, TIE_FIRST_FREE);
    if (moved[i] < 0) fail(init, TIE_INDEX_SUPERVISE, errno);
  }
  for (int i = 0; i < 4; i++) *kept[i] = dup3(moved[i], 3 + i, O_CLOEXEC);
  for (int fd = TIE_FIRST_TEMPORARY; fd < TIE_FIRST_FREE; fd++) dup3(init->in, fd, O_CLOEXEC);
  syscall(SYS_close_range, (unsigned)TIE_FIRST_FREE, ~0u, 0u);
}

/* Operations leave what they opened to this. Process 1 must hold nothing of the host's tree, which
 * the payload would find in /proc/1/fd. */
static void drop_descriptors(struct tie_init *init) {
  syscall(SYS_close_range, 0u, 2u, 0u);
  syscall(SYS_close_range, (unsigned)(TIE_FIRST_TEMPORARY + init->temporary_count), ~0u, 0u);
}

/* CLONE_CLEAR_SIGHAND leaves ignored signals ignored, and the payload would inherit that. */
static void reset_signals(void) {
  /* All zero is SIG_DFL. Not glibc's function, which leaves two signals out. */
  const char action[64] = {0};
  for (int number = 1; number < NSIG; number++)
    syscall(SYS_rt_sigaction, number, action, NULL, NSIG / 8);
}

static void take_identity(struct tie_init *init) {
  if (!init->spec->waits_for_map) return;
  receive_byte(init);
  /* System calls, not glibc's functions: those would signal threads that do not exist here. */
  if (syscall(SYS_setresgid, 0, 0, 0) != 0 || syscall(SYS_setresuid, 0, 0, 0) != 0)
    fail(init, TIE_INDEX_MAP, errno);
  /* Refused when the parent had to give up setgroups to write the map. */
  syscall(SYS_setgroups, 0, NULL);
}

static void set_up(struct tie_init *init) {
  umask(0);
  for (size_t index = 0; index < init->spec->op_count; index++)
    if (tie_run_op(init, (int)index) != 0) fail(init, (int)index, errno);
  report(init, TIE_READY, 0, 0, init->watch);
  drop_descriptors(init);
}

static pid_t start(struct tie_init *init) {
  int32_t index = 0;
  pid_t payload = 0;
  if (init->spec->candidate_count > 0) payload = tie_start_payload(init, &index);
  if (payload < 0) fail(init, index, errno);
  close(init->in);
  close(init->out);
  close(init->err);
  return payload;
}

static void reap(struct tie_init *init, pid_t payload) {
  int status;
  pid_t pid;
  while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
    if (pid == payload) report(init, TIE_EXITED, 0, status, -1);
}

/* Removes the temporary mount points; nothing may be left that could hold them. */
static void finish(struct tie_init *init) {
  if (init->temporary_count == 0) return;
  kill(-1, SIGKILL);
  while (waitpid(-1, NULL, 0) > 0 || errno == EINTR) continue;
  while (init->temporary_count > 0) {
    struct tie_temporary *last = &init->temporaries[--init->temporary_count];
    if (fchdir(last->parent) != 0) fail(init, last->index, errno);
    umount2(last->name, MNT_DETACH | UMOUNT_NOFOLLOW);
    if (unlinkat(last->parent, last->name, AT_REMOVEDIR) == 0) continue;
    if (errno != ENOTDIR || unlinkat(last->parent, last->name, 0) != 0)
      fail(init, last->index, errno);
  }
}

_Noreturn static void supervise(struct tie_init *init, pid_t payload, int children) {
  struct pollfd sources[] = {{.fd = init->control, .events = POLLIN},
                             {.fd = children, .events = POLLIN}};
  for (;;) {
    if (poll(sources, 2, -1) < 0) continue;
    if (sources[1].revents != 0) {
      struct signalfd_siginfo information;
      while (read(children, &information, sizeof information) > 0) continue;
      reap(init, payload);
    }
    if (sources[0].revents == 0) continue;
    uint8_t order = receive_byte(init);
    if (order == TIE_TERMINATE) kill(-1, SIGTERM);
    if (order == TIE_EXIT) {
      finish(init);
      _exit(0);
    }
  }
}

_Noreturn void tie_init_main(const struct tie_spec *spec, int control) {
  struct tie_init init = {
      .spec = spec,
      .control = control,
      .in = spec->in_fd,
      .out = spec->out_fd,
      .err = spec->err_fd,
      .root = -1,
      .watch = -1,
  };
  keep_descriptors(&init);
  reset_signals();
  take_identity(&init);
  set_up(&init);
  if (receive_byte(&init) != TIE_GO) _exit(1);

  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  int children = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  if (children < 0) fail(&init, TIE_INDEX_SUPERVISE, errno);
  supervise(&init, start(&init), children);
}
