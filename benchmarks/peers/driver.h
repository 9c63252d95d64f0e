/* The line protocol of a peer, for drivers in C. A driver greets with its name and version; a line "run NAME COUNT" asks for COUNT operations,
   and the answer is the nanoseconds that one of them took. What only prepares or checks is outside the clock. */
#ifndef DRIVER_H
#define DRIVER_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Does an operation COUNT times, checks what came out, and returns the nanoseconds of all together. */
struct operation {
    const char *name;
    double (*run)(long count);
};

static inline double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e9 * (double)time.tv_sec + (double)time.tv_nsec;
}

/* Ends the driver: a measurement of something that went wrong is none. */
__attribute__((noreturn, format(printf, 1, 2))) static inline void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

/* Answers lines until standard input ends; the list of operations ends with a null name. */
static inline int serve(const char *greeting, const struct operation *operations)
{
    char line[128], name[64];
    long count;
    printf("%s\n", greeting);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        const struct operation *asked = operations;
        if (sscanf(line, "run %63s %ld", name, &count) != 2 || count < 1)
            die("A line reads \"run NAME COUNT\", not: %s", line);
        while (asked->name && strcmp(asked->name, name))
            asked++;
        if (!asked->name)
            die("There is no operation called %s.", name);
        printf("%.3f\n", asked->run(count) / (double)count);
        fflush(stdout);
    }
    return 0;
}

#endif
