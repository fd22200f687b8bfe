/// How the program's allocator, jemalloc, works; it reads this by itself.
///
/// Memory that a stage of a build has freed goes back to the system within a second, since the next stage needs less.
extern const char *malloc_conf;
