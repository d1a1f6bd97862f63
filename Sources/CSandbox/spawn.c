/* The parent's side: clone3 and the control socket. */
#include "internal.h"

#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static pid_t clone_init(const struct tie_spec *spec, int *pidfd) {
  struct clone_args args;
  memset(&args, 0, sizeof args);
  args.flags = spec->namespaces | CLONE_PIDFD | CLONE_CLEAR_SIGHAND;
  args.pidfd = (uint64_t)(uintptr_t)pidfd;
  args.exit_signal = SIGCHLD;
  return (pid_t)syscall(SYS_clone3, &args, sizeof args);
}

int tie_spawn(const struct tie_spec *spec, struct tie_child *child) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return errno;

  /* A signal handler of the parent must not run in the child. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int pidfd = -1;
  pid_t pid = clone_init(spec, &pidfd);
  int failure = errno;
  if (pid == 0) {
    close(pair[0]);
    tie_init_main(spec, pair[1]);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);

  close(pair[1]);
  if (pid < 0) {
    close(pair[0]);
    return failure;
  }
  *child = (struct tie_child){.pid = pid, .pidfd = pidfd, .control = pair[0]};
  return 0;
}

int tie_send(int control, uint8_t byte) {
  return send(control, &byte, 1, MSG_NOSIGNAL) == 1 ? 0 : errno;
}

int tie_receive(int control, struct tie_message *message, int *descriptor) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } ancillary;
  struct iovec part = {.iov_base = message, .iov_len = sizeof *message};
  struct msghdr header = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = &ancillary,
      .msg_controllen = sizeof ancillary,
  };
  *descriptor = -1;
  ssize_t count;
  do {
    count = recvmsg(control, &header, MSG_CMSG_CLOEXEC);
  } while (count < 0 && errno == EINTR);
  /* The peer died with bytes of ours unread: the same as its end-of-file. */
  if (count < 0) return errno == ECONNRESET ? 0 : -1;
  if (count != sizeof *message) return 0;
  struct cmsghdr *first = CMSG_FIRSTHDR(&header);
  if (first != NULL && first->cmsg_type == SCM_RIGHTS)
    memcpy(descriptor, CMSG_DATA(first), sizeof *descriptor);
  return 1;
}

int tie_pipe(int *descriptors) { return pipe2(descriptors, O_CLOEXEC); }

int tie_kill(int pidfd, int signal) { return pidfd_send_signal(pidfd, signal, NULL, 0); }

void tie_reclaim_terminal(void) {
  sigset_t output, before;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &before);
  if (isatty(STDIN_FILENO)) tcsetpgrp(STDIN_FILENO, getpgrp());
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}
