/// A face: the command line.
///
/// [Commands][dev.assay.cli.Commands] is the tree of commands; each command is one class that opens
/// a [Desk][dev.assay.cli.terminal.Desk] on a data folder, asks the features and prints, for a
/// person in Chinese or English, or with `--json` in the API's shapes. Nothing else is written to
/// standard output, so that commands can be joined by pipes; progress and remarks go to standard
/// error. Adds no logic. The commands for what a reader keeps are in `cli.desk`, those for what is
/// followed in `cli.source`.
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
