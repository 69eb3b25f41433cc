/// What different reports on one happening count, side by side: which of their figures are of the
/// same quantity, and whether they can all be true.
///
/// Reports on one happening tell of few things, so that a figure of one and a figure of another can
/// be held to be of the same quantity by the words around them, without a name for what they count.
/// [EventFigures] is where to start; `FigureReader` reads the figures with their words,
/// `LikeFigures` weighs two of them by what was learned from reports that were compared by hand
/// (`lexicon/event-figures.tsv`), `SideBySide` makes rows of those that are likely the same. What
/// range the words of a figure allow is the ledger's to say. [AlikeFigures] does the same for two
/// texts of any days that may tell of one thing.
@NullMarked
package dev.assay.event.figure;

import org.jspecify.annotations.NullMarked;
