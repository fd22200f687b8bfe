#include "CTemplates.h"
#include <stddef.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A file that is new in Sources/Workbench/Templates/ is to be added here.
static const struct bundled_file files[] = {
#define TEMPLATE "../Workbench/Templates/approval.html"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/audit.html"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/base.html"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/diagnostics.html"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/overview.html"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/style.css"
#include "entry.h"
#define TEMPLATE "../Workbench/Templates/tables.html"
#include "entry.h"
    {NULL, NULL},
};

const struct bundled_file *bundled_workbench(void) { return files; }
