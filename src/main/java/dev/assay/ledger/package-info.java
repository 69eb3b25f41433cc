/// Figures on the same thing, side by side, and whether they can hold together.
///
/// In goes [Evidence][dev.assay.ledger.Evidence]: a claim with what must be known of its article.
/// Out come [LedgerEntry][dev.assay.ledger.LedgerEntry]s: rows with their interval, a verdict and
/// its reason. Start reading at [Ledger][dev.assay.ledger.Ledger]; `Alignment` says which claims
/// are about one thing, `Interval` what range the words of a figure allow, `Period` and `Pace`
/// whether two times fit, `Judgement` what follows. [Wording][dev.assay.ledger.Wording] says all of
/// it in Chinese and in English, so that every face says the same.
///
/// The rules read no clock and no store; their numbers stand in `lexicon/ledger`. Entries are kept:
/// [Ledger#drawer] of a claim is known from the claim alone, and claims of two drawers never meet
/// in one entry, so that [Bookkeeping][dev.assay.ledger.kept.Bookkeeping] makes anew only the
/// entries of the drawers whose articles came, went or were folded, and
/// [LedgerTable][dev.assay.ledger.kept.LedgerTable] keeps of each what a list needs. Opening a
/// ledger reads that list; only the entries that are shown are computed in full.
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
