/// The tables of what is followed: sources and their rounds, the entries of their feeds, sitemaps,
/// mailboxes and pushes, and when a page is looked at again.
///
/// [Session][dev.assay.store.Session] hands them out. What is due, and what a round does, is
/// `follow`'s to decide.
@NullMarked
package dev.assay.store.source;

import org.jspecify.annotations.NullMarked;
