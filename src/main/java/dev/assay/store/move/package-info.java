/// A desk goes from a folder to a server, or back.
///
/// [Moving][dev.assay.store.move.Moving] copies every row of every table and then compares every
/// row.
@NullMarked
package dev.assay.store.move;

import org.jspecify.annotations.NullMarked;
