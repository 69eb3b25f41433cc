/// Which of the given articles are copies.
///
/// Each article has a [Fingerprint][dev.assay.fold.Fingerprint]; `store` keeps its features and
/// finds the articles that share one: the candidates. [Copies][dev.assay.fold.Copies] compares two
/// texts, each made ready as an [Edition][dev.assay.fold.Edition], and gives a
/// [CopyVerdict][dev.assay.fold.CopyVerdict]: copy, vetoed (a template or a follow-up with other
/// figures), or different. The verdicts on pairs make
/// [DuplicateGroups][dev.assay.fold.DuplicateGroups], the same in whatever order the articles came.
///
/// Start with `Copies`. Nothing here reads or writes: `ingest` joins this package and the store.
@NullMarked
package dev.assay.fold;

import org.jspecify.annotations.NullMarked;
