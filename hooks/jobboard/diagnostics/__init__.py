"""One value for everything that is wrong with a file, its rules, and its renderers."""
