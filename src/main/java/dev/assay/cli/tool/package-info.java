/// The stages as tools that read and write JSON Lines: clean, quantities, check, fold, events,
/// ledger.
///
/// They need no data folder, so that anyone can use one alone and anyone can measure it. Their form
/// is in `docs/commands.md`.
@NullMarked
package dev.assay.cli.tool;

import org.jspecify.annotations.NullMarked;
