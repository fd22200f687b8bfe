/* The floor: what any generator of these pages must do at least, and nothing else.
 *
 * Reads the replies, renders them with libcmark-gfm, and writes as many files and bytes as Fuwen did, on two threads
 * with open, read, write and close.
 *
 * usage: floor REPLIES PAGES OUTPUT
 *   REPLIES  a file with the path of one reply a line
 *   PAGES    a file with the size in bytes and the path below OUTPUT of one file to write a line, the pages of the
 *            replies first; what rendering does not fill is padded
 *   OUTPUT   an existing folder in which the folders of all pages exist
 */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <err.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { THREADS = 2, PIECE = 64 };

struct page {
  size_t size;
  char *path;
};

static char **replies;
static size_t reply_count;
static struct page *pages;
static size_t page_count;
static int output;
static atomic_size_t next_page;

static void *grow(void *array, size_t count, size_t element) {
  if (count & (count - 1)) return array;
  array = realloc(array, (count ? count * 2 : 1) * element);
  if (!array) err(1, "realloc");
  return array;
}

static FILE *open_list(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) err(1, "%s", path);
  return file;
}

static void read_lists(const char *reply_list, const char *page_list) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  FILE *file = open_list(reply_list);
  while ((length = getline(&line, &room, file)) > 0) {
    line[length - 1] = 0;
    replies = grow(replies, reply_count, sizeof *replies);
    replies[reply_count++] = strdup(line);
  }
  fclose(file);
  file = open_list(page_list);
  while ((length = getline(&line, &room, file)) > 0) {
    line[length - 1] = 0;
    char *path;
    size_t size = strtoul(line, &path, 10);
    pages = grow(pages, page_count, sizeof *pages);
    pages[page_count++] = (struct page){size, strdup(path + 1)};
  }
  fclose(file);
  free(line);
}

static size_t read_file(const char *path, char **buffer, size_t *room) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) err(1, "%s", path);
  size_t size = status.st_size;
  if (size > *room) *buffer = realloc(*buffer, *room = size * 2);
  if (!*buffer || read(file, *buffer, size) != (ssize_t)size) err(1, "%s", path);
  close(file);
  return size;
}

static void write_file(const char *path, const char *bytes, size_t size) {
  int file = openat(output, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, bytes, size) != (ssize_t)size) err(1, "%s", path);
  close(file);
}

static char *render(const char *text, size_t size, cmark_syntax_extension *table) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_feed(parser, text, size);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return html;
}

static void *work(void *table) {
  char *text = NULL, *page = NULL;
  size_t text_room = 0, page_room = 0, first;
  while ((first = atomic_fetch_add(&next_page, PIECE)) < page_count) {
    size_t end = first + PIECE < page_count ? first + PIECE : page_count;
    for (size_t index = first; index < end; index++) {
      size_t size = pages[index].size;
      if (size > page_room) {
        page = realloc(page, page_room = size * 2);
        if (!page) err(1, "realloc");
        memset(page, ' ', page_room);
      }
      if (index < reply_count) {
        size_t length = read_file(replies[index], &text, &text_room);
        char *html = render(text, length, table);
        size_t filled = strlen(html);
        memcpy(page, html, filled < size ? filled : size);
        free(html);
      }
      write_file(pages[index].path, page, size);
    }
  }
  free(text);
  free(page);
  return NULL;
}

int main(int count, char **arguments) {
  if (count != 4) errx(2, "usage: floor REPLIES PAGES OUTPUT");
  read_lists(arguments[1], arguments[2]);
  output = open(arguments[3], O_DIRECTORY | O_RDONLY);
  if (output < 0) err(1, "%s", arguments[3]);
  cmark_gfm_core_extensions_ensure_registered();
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  pthread_t threads[THREADS];
  for (int index = 0; index < THREADS; index++) pthread_create(&threads[index], NULL, work, table);
  for (int index = 0; index < THREADS; index++) pthread_join(threads[index], NULL);
  return 0;
}
