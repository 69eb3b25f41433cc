/// Drawings of the ledger's figures, as they stand in a page and as files of their own.
///
/// [Scale][dev.assay.ledger.chart.Scale] puts numbers along a line, and
/// [Glyph][dev.assay.ledger.chart.Glyph] draws one figure with its range;
/// [SeriesChart][dev.assay.ledger.chart.SeriesChart] draws a series by time as SVG, with its
/// sources under it. [SeriesWords][dev.assay.ledger.chart.SeriesWords] says in Chinese and English
/// what stands beside it. What the figures are, and which stand in one series, is the ledger's.
@NullMarked
package dev.assay.ledger.chart;

import org.jspecify.annotations.NullMarked;
