#pragma once

/// A file, as it was when the program was compiled.
struct bundled_file {
  /// `../../templates/home.html`
  const char *path;
  /// Ends with a zero byte; there is none in it.
  const char *text;
};

/// All files of `templates/`; the last one is followed by one without a path.
const struct bundled_file *bundled_templates(void);

/// All files of `Sources/Workbench/Templates/`, in the same way.
const struct bundled_file *bundled_workbench(void);
