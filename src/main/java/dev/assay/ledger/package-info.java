/// Figures on the same thing, side by side, and whether they can hold together.
///
/// In goes [Evidence][dev.assay.ledger.Evidence]: a claim with what must be known of its article.
/// Out come [LedgerEntry][dev.assay.ledger.LedgerEntry]s: rows with their interval, a verdict and
/// its reason. Start reading at [Ledger][dev.assay.ledger.Ledger]; `Alignment` says which claims
/// are about one thing, `Interval` what range the words of a figure allow, `Period` and `Pace`
/// whether two times fit, `Judgement` what follows. [Wording][dev.assay.ledger.Wording] says all of
/// it in Chinese and in English, so that every face says the same.
///
/// Pure: no input or output, no clock. The rules' numbers stand in `lexicon/ledger`.
///
/// **For a store.** [Ledger#drawer] of a claim is known from the claim alone; claims of two drawers
/// never meet in one entry. So keep it with the claim, with an index; when articles come, go or are
/// folded, compute the entries of the touched drawers alone and keep of each what a list needs (id,
/// verdict, independent sources, newest). Opening a ledger is then a read of that list, and only
/// the entries that are shown are computed in full.
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
