/*
 * Starts a process in namespaces of its own.
 *
 * The parent describes everything beforehand: a table of operations that build the file system
 * view, and the payload to execute. After clone3 the child of a multi-threaded Swift process may
 * only make system calls: no allocation, no stdio, no locks, no Swift. The child becomes process 1
 * of the sandbox. It runs the table, starts the payload, reaps orphans and reports how the payload
 * ended. The control socket is its lifeline: end-of-file there means that the parent is gone.
 */
#pragma once

#include "rooted.h"

#include <linux/sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* What an operation does. Targets are resolved inside the sandbox's root, sources on the host. */
enum tie_kind {
  TIE_PRIVATE,   /* stop mount events to and from the host; the host's / is the root so far */
  TIE_BIND,      /* bind src on dst */
  TIE_OVERLAY,   /* overlay of lower, upper and work on dst */
  TIE_MOUNT,     /* new file system of type fstype with options data on dst */
  TIE_FILE_SYSTEM, /* what the block device src holds, of type fstype, on dst */
  TIE_DIRECTORY, /* make the directory dst */
  TIE_DEVICE,    /* make a node of the device src at dst, or bind src where that is not allowed */
  TIE_SYMLINK,   /* make the symbolic link dst with the text src */
  TIE_PIVOT,     /* make the root the root directory, and forget the host's */
  TIE_WATCH      /* report what is opened on the mount that holds dst */
};

#define TIE_RECURSIVE 1u /* TIE_BIND: with the mounts below src */
#define TIE_READONLY 2u  /* TIE_BIND, TIE_FILE_SYSTEM */
#define TIE_CREATE 4u    /* make missing parts of dst, and leave them */
#define TIE_TEMPORARY 8u /* dst must not exist, and is removed again before process 1 exits */
#define TIE_VOLATILE 16u /* TIE_OVERLAY: fsync does nothing */

/* A TIE_BIND, TIE_OVERLAY or TIE_FILE_SYSTEM without a dst makes the mount the root for what
 * follows. */
struct tie_op {
  enum tie_kind kind;
  uint32_t flags;
  const char *_Nullable base; /* directory inside the root in which dst is resolved; null: root */
  const char *_Nullable dst;
  const char *_Nullable src;
  const char *_Nullable fstype;
  const char *_Nullable data;   /* options of TIE_MOUNT; further options of TIE_OVERLAY */
  uint64_t mount_flags;         /* MS_ flags of TIE_MOUNT */
  const char *_Nullable const *_Nullable lower; /* TIE_OVERLAY: top first */
  size_t lower_count;
  const char *_Nullable upper;
  const char *_Nullable work;
};

struct tie_spec {
  uint64_t namespaces;  /* CLONE_NEW flags */
  int32_t waits_for_map; /* wait for TIE_MAPPED, then become user 0 of the new user namespace */
  int32_t keeps_session; /* no setsid: the payload takes over the parent's terminal */
  int32_t in_fd, out_fd, err_fd;
  uint32_t umask;
  const struct tie_op *_Nullable ops;
  size_t op_count;
  const char *_Nullable directory;
  /* Paths to try in turn for the executable; none: process 1 only holds the namespaces. */
  const char *_Nullable const *_Nullable candidates;
  size_t candidate_count;
  char *_Nullable const *_Nullable argv;
  char *_Nullable const *_Nullable envp;
};

struct tie_child {
  pid_t pid;
  int pidfd;
  int control;
};

/* From process 1 to the parent. */
enum tie_event {
  TIE_FAILED = 1, /* index: of the operation, or one of those below; value: errno */
  TIE_READY,      /* the table is done; waits for TIE_GO; may carry the fanotify descriptor */
  TIE_EXITED      /* value: wait status of the payload; waits for TIE_EXIT */
};

#define TIE_INDEX_MAP (-1)       /* the identity inside the user namespace */
#define TIE_INDEX_SUPERVISE (-2) /* the work of process 1 itself */
#define TIE_INDEX_DIRECTORY (-3) /* the working directory of the payload */
#define TIE_INDEX_EXECUTE (-4)   /* the payload */

struct tie_message {
  enum tie_event event;
  int32_t index;
  int32_t value;
};

/* From the parent to process 1, one byte each. */
static const uint8_t TIE_MAPPED = 'm';
static const uint8_t TIE_GO = 'g';
static const uint8_t TIE_TERMINATE = 't'; /* send TERM to everything in the sandbox */
static const uint8_t TIE_EXIT = 'x';

/* Each returns 0, or the errno of the failure. */
int tie_spawn(const struct tie_spec *_Nonnull spec, struct tie_child *_Nonnull child);
int tie_send(int control, uint8_t byte);

/* Receives one message: 1, or 0 at the end, or -1 with errno. A descriptor that came along is
 * stored in *descriptor, else -1. */
int tie_receive(int control, struct tie_message *_Nonnull message, int *_Nonnull descriptor);

/* Reads opened files from a fanotify descriptor, until none is left. Calls report for each, with
 * the path as seen inside the sandbox. Returns 0, or the errno; EOVERFLOW: events were lost. */
int tie_read_opened(int fanotify, void *_Nullable context,
                    void (*_Nonnull report)(void *_Nullable context, const char *_Nonnull path,
                                            size_t length));

/* Makes this program the one that the terminal listens to, after a payload with keeps_session. */
void tie_reclaim_terminal(void);

/* System calls that Swift's Glibc module does not have. Each returns -1 with errno. */
int tie_pipe(int *_Nonnull descriptors);
int tie_kill(int pidfd, int signal);
int tie_fanotify_probe(void);

/* Makes the node of a block device, in place of any that has other numbers. Returns 0 when it was
 * there, 1 when it is new, or -1 with errno. */
int tie_make_block_node(const char *_Nonnull path, unsigned major_number, unsigned minor_number);

/* Makes a file a block device: a descriptor of /dev/loopN, and N in *number, or
 * -1 with errno. The device exists for as long as something holds it open. */
int tie_loop_attach(int file, uint32_t sector_size, int is_read_only, int *_Nonnull number);

/* Tells the kernel of a partition, in bytes. That it knows of it already is no error. */
int tie_add_partition(int device, int number, int64_t start, int64_t length);

/* Opens a directory for reading, unless it is a mount point (EXDEV) or a symbolic link. For a
 * directory of AT_FDCWD, only name's own last part counts. */
int tie_open_same_mount(int parent, const char *_Nonnull name);
