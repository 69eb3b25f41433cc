/// What every command needs of the terminal: its streams, its words in the reader's language, its
/// exit codes, its progress bar. No command knows another through it.
@NullMarked
package dev.assay.cli.terminal;

import org.jspecify.annotations.NullMarked;
