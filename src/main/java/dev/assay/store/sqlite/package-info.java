/// The store of one desk on one machine: one SQLite file in the data folder, one process that
/// writes to it, any number that read beside it.
///
/// [SqliteStore][dev.assay.store.sqlite.SqliteStore] opens it;
/// [Restoring][dev.assay.store.sqlite.Restoring] makes a folder of a backup. What may be asked of a
/// store, and all statements, are `store`'s.
@NullMarked
package dev.assay.store.sqlite;

import org.jspecify.annotations.NullMarked;
