/// Entries that are kept until a claim of theirs changes.
///
/// [Bookkeeping][dev.assay.ledger.kept.Bookkeeping] makes anew the entries of the drawers whose
/// articles came, went or were folded; [LedgerTable][dev.assay.ledger.kept.LedgerTable] keeps of
/// each what a list needs, [LedgerFilter][dev.assay.ledger.kept.LedgerFilter] says which are asked
/// for. How figures are judged is `ledger`'s.
@NullMarked
package dev.assay.ledger.kept;

import org.jspecify.annotations.NullMarked;
