/// The pages that are read: the first page, a topic, an article, what search found, a citation, and
/// what of it is read, starred or muted.
///
/// [Pages][dev.assay.web.reading.Pages] registers most of the routes; the feeds of topics and
/// searches are here too. What all pages have in common stands in `web`.
@NullMarked
package dev.assay.web.reading;

import org.jspecify.annotations.NullMarked;
