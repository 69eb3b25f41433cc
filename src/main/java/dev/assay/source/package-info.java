/// What we follow: the feeds that name articles.
///
/// [Feed][dev.assay.source.Feed] reads the bytes of an RSS or Atom file. Feeds are hostile input:
/// no document types, no external entities, bounded entries. Nothing here fetches anything; that is
/// `fetch`.
@NullMarked
package dev.assay.source;

import org.jspecify.annotations.NullMarked;
