/// The parts of one sentence and how they belong together. Closed: only `analyze.claim` reads it.
///
/// `Marker` cuts a sentence into `Mark`s: names, numbers, times, words of the lexicon, signs. The
/// `Grammar` of its language tells in which `Setting` each figure stands: its verb, its subject,
/// its clause. What the figure is, is decided in `analyze.claim`.
@NullMarked
package dev.assay.analyze.sentence;

import org.jspecify.annotations.NullMarked;
