/* Opening files below a directory that must not be left. */
#pragma once

#include <stdint.h>

/* O_PATH, which glibc shows only to programs that ask for all of GNU. */
#define TIE_O_PATH 010000000

/*
 * Opens path as a process would whose root directory is the open directory root: absolute paths,
 * absolute links and ".." stay inside (openat2 with RESOLVE_IN_ROOT). Returns a descriptor that is
 * closed on exec, or -1 with errno.
 */
int tie_open_in_root(int root, const char *_Nonnull path, uint64_t flags, uint32_t mode);

/* Whether the open file has the attribute that nobody may change it (chattr +i), also where it lies in
 * a layer of an overlay. 1 or 0. */
int tie_is_immutable(int descriptor);

/* Writes everything of the file system that holds descriptor to disk. Returns -1 with errno. */
int tie_sync_file_system(int descriptor);

/* Renames a file or directory unless to is there already. Returns -1 with errno. */
int tie_rename_new(const char *_Nonnull from, const char *_Nonnull to);
