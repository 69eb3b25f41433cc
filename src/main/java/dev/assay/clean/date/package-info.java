/// Dates as pages write them: a text in, an instant with its precision and zone out.
///
/// Start at `DateText`. What a page says of its own time in metadata is `clean`'s
/// `PublishedDateFinder`; times in running text are `analyze.time`'s. Months, zones and words such
/// as "3 hours ago" are data: `lexicon/dates`.
@NullMarked
package dev.assay.clean.date;

import org.jspecify.annotations.NullMarked;
