package dev.assay.export;

import dev.assay.ledger.EntryId;
import dev.assay.ledger.Row;

/// A figure of the ledger in a pack.
///
/// @param title what it is of, in the reader's language
/// @param verdict of its entry, in words
/// @param scope what it states of its scope, in words
/// @param period the time it holds for, in words
/// @param standing why it stands apart; empty if it is compared
record PackFigure(
    EntryId entry,
    String title,
    String verdict,
    String scope,
    String period,
    String standing,
    Row row,
    Quote quote) {}
