/// What Assay keeps: the truth, in SQL. The search index is derived from it and can be rebuilt.
///
/// [Store][dev.assay.store.Store] opens a data folder, for one writer or for any number of readers
/// beside it, and runs work in a [Session][dev.assay.store.Session], which is one transaction. Each
/// table has one `...Table` class, in plain SQL, here or beside the feature that owns the rows. A
/// transaction that returned is on the disk.
///
/// Start with `Store`, then [ArticleTable][dev.assay.store.ArticleTable]. Nothing here decides what
/// is a copy, what is said, or what is shown.
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
