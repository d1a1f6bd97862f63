/* Shared by the files that run in process 1 of a sandbox. Everything here is async-signal-safe. */
#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include "CSandbox.h"

#define TIE_TEMPORARIES 8

/* Descriptors of process 1: control, in, out and err are 3 to 6. */
#define TIE_FIRST_TEMPORARY 7
#define TIE_FIRST_FREE (TIE_FIRST_TEMPORARY + TIE_TEMPORARIES)

#define TIE_OVERLAY_DIRECTORIES 500 /* the kernel's own limit on lower layers */

/* A mount point that is removed at the end. */
struct tie_temporary {
  int parent;
  const char *name;
  int index; /* of the operation that made it */
};

/* Not all of what was to be watched can be. */
#define TIE_UNWATCHABLE (-2)

struct tie_init {
  const struct tie_spec *spec;
  int control, in, out, err;
  int root;    /* what targets are resolved in */
  int watch;   /* fanotify, -1 without one, or TIE_UNWATCHABLE */
  struct tie_temporary temporaries[TIE_TEMPORARIES];
  size_t temporary_count;
};

/* init.c: the life of process 1. */
_Noreturn void tie_init_main(const struct tie_spec *spec, int control);

/* ops.c: runs one operation; 0 or -1 with errno. */
int tie_run_op(struct tie_init *init, int index);

/* target.c: opens (O_PATH) the target of an operation, making what its flags ask for. */
int tie_open_target(struct tie_init *init, int index, bool is_directory);
int tie_open_parent(struct tie_init *init, const struct tie_op *op, const char **name);

/* overlay.c: mounts an overlay on a path. */
int tie_mount_overlay(const struct tie_op *op, const char *target);

/* watch.c: adds a mount to the watched ones. */
int tie_watch(struct tie_init *init, const char *path);

/* payload.c: starts the payload; its process id, or -1 with errno and *index. */
pid_t tie_start_payload(struct tie_init *init, int32_t *index);

/* Writes "/proc/self/fd/N" to a buffer of TIE_FD_PATH bytes. */
#define TIE_FD_PATH 32
void tie_fd_path(char *buffer, int fd);
char *tie_append_number(char *end, unsigned number);
