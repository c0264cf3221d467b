#include <libpq-fe.h>
#include <pthread.h>
#include <spawn.h>

// Declared here because Glibc shows them to C only with GNU extensions switched on.

// Names a thread for top, ps and debuggers.
extern int pthread_setname_np(pthread_t thread, const char *name);
// A child process starts in this folder, and inherits no descriptor from here on.
extern int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(
    posix_spawn_file_actions_t *actions, int from);
