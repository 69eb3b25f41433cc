/// The evidence, to take away.
///
/// What a topic, a query, an answer, a collection or some articles say goes into one zip: a memo
/// whose every sentence has a footnote with the quote and where it stands, the figures as a table,
/// citations for reference managers, the places as Web Annotations, the texts, and the sums of all.
/// The same state of the desk gives the same bytes.
///
/// Start at [dev.assay.export.Export]; it gathers a [dev.assay.export.Pack], which writes itself.
/// The forms (`MemoMarkdown`, `MemoWord`, `FigureTable`, `Spreadsheet`, `Bibliography`,
/// `Annotations`, `Crate`, `OfflinePage`) know nothing of the desk.
///
/// A text whose site reserves it goes out in quotes of at most 300 letters and with its sum, never
/// whole. Nothing is fetched, and no model is asked.
@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
