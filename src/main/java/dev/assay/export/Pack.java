package dev.assay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The evidence on one subject, gathered and ready to be written. The same state of the desk gives
/// the same bytes.
public final class Pack {

  private final Memo memo;
  private final List<Quote> quotes;
  private final List<PackFigure> figures;
  private final List<PackSource> sources;
  private final Instant state;
  private final PackWords words;
  private final @Nullable PageArchive pages;

  /// @param state the last moment of anything in it
  Pack(
      Memo memo,
      List<Quote> quotes,
      List<PackFigure> figures,
      List<PackSource> sources,
      Instant state,
      PackWords words) {
    this(memo, quotes, figures, sources, state, words, null);
  }

  private Pack(
      Memo memo,
      List<Quote> quotes,
      List<PackFigure> figures,
      List<PackSource> sources,
      Instant state,
      PackWords words,
      @Nullable PageArchive pages) {
    this.pages = pages;
    this.memo = memo;
    this.quotes = List.copyOf(quotes);
    this.figures = List.copyOf(figures);
    this.sources = List.copyOf(sources);
    this.state = state;
    this.words = words;
  }

  /// The same with the pages as they were fetched.
  Pack with(PageArchive archive) {
    return new Pack(memo, quotes, figures, sources, state, words, archive);
  }

  /// How many articles it rests on.
  public int articles() {
    return sources.size();
  }

  /// How many figures it holds.
  public int figures() {
    return figures.size();
  }

  /// Writes the zip. The stream stays open.
  public void writeTo(OutputStream out) throws IOException {
    try (PackZip zip = new PackZip(out, state)) {
      zip.put("index.html", OfflinePage.of(memo, quotes, figures, sources, words));
      zip.put("memo.md", MemoMarkdown.of(memo, quotes, words));
      zip.put("memo.docx", MemoWord.of(memo, state, words));
      Map<String, String> texts = new TreeMap<>();
      sources.forEach(source -> texts.put(source.file(), PackZip.sum(source.bytes())));
      List<List<FigureTable.Cell>> rows = FigureTable.rows(figures, texts);
      zip.put("figures.csv", FigureTable.csv(rows));
      zip.put(
          "figures.xlsx",
          Spreadsheet.of(words.say("page.figures"), FigureTable.columns(), rows, state));
      zip.put("citations.ris", Bibliography.ris(sources));
      zip.put("citations.bib", Bibliography.biblatex(sources));
      zip.put("citations.csl.json", Bibliography.csl(sources));
      zip.put("annotations.jsonld", Annotations.of(memo));
      for (PackSource source : sources) {
        if (!source.isReserved()) {
          zip.put(source.file(), source.bytes());
        }
      }
      putPages(zip);
      zip.put("ro-crate-metadata.json", Crate.of(memo, state, sources, zip.sums()));
      StringBuilder manifest = new StringBuilder();
      zip.sums()
          .forEach((name, sum) -> manifest.append(sum).append("  ").append(name).append('\n'));
      zip.put("manifest-sha256.txt", manifest.toString());
    }
  }

  private void putPages(PackZip zip) throws IOException {
    if (pages == null) {
      return;
    }
    for (PackSource source : sources) {
      Optional<PageArchive.Page> page = pages.of(source);
      if (page.isPresent()) {
        zip.put(page.get().name(), page.get().bytes());
      }
    }
  }
}
