#include <libpq-fe.h>
#include <pthread.h>

// Names a thread for top, ps and debuggers. Declared here because Glibc shows it to C only with
// GNU extensions switched on.
extern int pthread_setname_np(pthread_t thread, const char *name);
