/* From process 1 to the payload. */
#include "internal.h"

#include <sched.h>
#include <signal.h>
#include <sys/stat.h>

struct launch {
  struct tie_init *init;
  int32_t index;
  int failure;
};

/* Tries the candidates as execvp does: a missing file is not the end; a refusal is remembered. */
static int execute(const struct tie_spec *spec) {
  int failure = ENOENT;
  for (size_t i = 0; i < spec->candidate_count; i++) {
    execve(spec->candidates[i], spec->argv, spec->envp);
    if (errno == EACCES) failure = EACCES;
    if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) return errno;
  }
  return failure;
}

/* An interactive shell gets the terminal, so that its Ctrl-C is not ours. All signals are blocked
 * here, or the process would be stopped for trying. */
static void take_session(const struct tie_init *init) {
  if (!init->spec->keeps_session) {
    setsid();
    return;
  }
  setpgid(0, 0);
  tcsetpgrp(init->in, getpgrp());
}

static int run(void *context) {
  struct launch *launch = context;
  struct tie_init *init = launch->init;
  const struct tie_spec *spec = init->spec;
  take_session(init);
  dup2(init->in, 0);
  dup2(init->out, 1);
  dup2(init->err, 2);
  umask(spec->umask);
  if (spec->directory != NULL && chdir(spec->directory) != 0) {
    launch->index = TIE_INDEX_DIRECTORY;
    launch->failure = errno;
    return 127;
  }
  /* What happens to be open besides 0, 1 and 2 is closed on exec. */
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  launch->index = TIE_INDEX_EXECUTE;
  launch->failure = execute(spec);
  return 127;
}

pid_t tie_start_payload(struct tie_init *init, int32_t *index) {
  /* The child borrows our memory until it executes: no page tables are copied a second time, and
   * a failure comes back through this variable. Process 1 has a single thread and waits. */
  static _Alignas(16) char stack[64 * 1024];
  struct launch launch = {.init = init, .index = 0, .failure = 0};
  pid_t pid = clone(run, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, &launch);
  *index = pid < 0 ? TIE_INDEX_EXECUTE : launch.index;
  if (pid >= 0 && launch.failure != 0) {
    errno = launch.failure;
    return -1;
  }
  return pid;
}
