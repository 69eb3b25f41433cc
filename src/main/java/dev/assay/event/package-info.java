/// Which texts tell of one happening, in their own words and in either language.
///
/// An [EventText] is what comparing needs of a text: its terms, for texts of its own language, and
/// its [concepts][dev.assay.event.Concepts], which mean the same in Chinese and English: names,
/// figures, days and words of the news. How much a term tells is known beforehand ([TermShares]),
/// so that what two texts have in common does not depend on what else is there. [EventClusters]
/// groups a batch; start there.
///
/// A copy is no text of its own here: copies are `fold`'s.
@NullMarked
package dev.assay.event;

import org.jspecify.annotations.NullMarked;
