/// The routes and records of a reader's own: what is read and starred, notes and collections,
/// alerts, and the stream of what happens.
@NullMarked
package dev.assay.api.desk;

import org.jspecify.annotations.NullMarked;
