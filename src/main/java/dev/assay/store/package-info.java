/// What Assay keeps: the truth, in SQL. The search index is derived from it and can be rebuilt.
///
/// [Store][dev.assay.store.Store] runs work in a [Session][dev.assay.store.Session], which is one
/// transaction. Each table has one `...Table` class, in plain SQL that SQLite and PostgreSQL read
/// alike, here, in `store.source` (what is followed) or beside the feature that owns the rows. A
/// transaction that returned is on the disk. Which database it is: `store.sqlite` and
/// `store.postgres`, and nobody else's concern.
///
/// Start with `Store`, then [ArticleTable][dev.assay.store.ArticleTable]. Nothing here decides what
/// is a copy, what is said, or what is shown.
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
