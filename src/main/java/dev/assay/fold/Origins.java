package dev.assay.fold;

import dev.assay.article.Article;
import dev.assay.lexicon.LexiconFile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads where a text says it comes from: `新华社北京5月6日电`, `转载自`, `(Reuters) -`, `originally published
/// by`. Looks at the head and the foot of a text only: in its middle a source is quoted and not
/// copied. Agencies and marks stand in `lexicon/copies/origins.tsv`. Safe for use by many threads.
public final class Origins {

  /// UTF-16 units at the head and at the foot of a text that are looked at.
  private static final int HEAD = 160;

  private static final int FOOT = 200;

  /// Between the name of an agency and 电 stand a place and a date.
  private static final int LONGEST_DATELINE = 28;

  private static final int LONGEST_NAME = 24;

  /// One row of the lexicon.
  private record Row(String kind, String written, String name) {}

  private final List<Row> rows;

  private final Outlets outlets;

  private Origins(List<Row> rows, Outlets outlets) {
    this.rows = rows;
    this.outlets = outlets;
  }

  /// The table that Assay ships.
  public static Origins shipped() {
    return new Origins(
        LexiconFile.read("copies/origins.tsv").rows().stream()
            .map(row -> new Row(row.cell(0), row.cell(1), row.cell(2)))
            .sorted(Comparator.comparingInt(row -> -row.written().length()))
            .toList(),
        Outlets.shipped());
  }

  /// The origin that an article names, if it names one that is not its own source.
  public Optional<Origin> of(Article article) {
    StringBuilder text = new StringBuilder();
    article.paragraphs().forEach(paragraph -> text.append(paragraph.text()).append('\n'));
    return of(text.toString()).filter(origin -> !isOwnOutlet(origin, article));
  }

  private boolean isOwnOutlet(Origin origin, Article article) {
    return Outlets.key(origin.name()).equals(Outlets.key(outlets.name(article.source())));
  }

  /// The origin that a text names.
  public Optional<Origin> of(String text) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    String foot = text.substring(Math.max(0, text.length() - FOOT));
    return wire(head).or(() -> syndicated(head)).or(() -> syndicated(foot)).or(() -> wire(foot));
  }

  private Optional<Origin> wire(String text) {
    return rows.stream()
        .filter(row -> row.kind().equals("agency"))
        .flatMap(row -> dateline(row, text).stream())
        .findFirst();
  }

  /// A dateline: the agency in brackets, or before a place, a date and 电.
  private static Optional<Origin> dateline(Row agency, String text) {
    String written = agency.written();
    for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      int end = at + written.length();
      boolean bracketed = at > 0 && "(（[【".indexOf(text.charAt(at - 1)) >= 0;
      if (bracketed && end < text.length() && ")）]】".indexOf(text.charAt(end)) >= 0) {
        return Optional.of(origin(agency, text.substring(at - 1, end + 1)));
      }
      int wired = wiredAt(text, end);
      if (wired > 0) {
        return Optional.of(origin(agency, text.substring(at, wired)));
      }
    }
    return Optional.empty();
  }

  private static Origin origin(Row agency, String mark) {
    return new Origin(agency.name(), Origin.Kind.WIRE, mark);
  }

  /// The end of 日电 or 日電 soon after `from`, or -1.
  private static int wiredAt(String text, int from) {
    int last = Math.min(text.length() - 1, from + LONGEST_DATELINE);
    for (int i = from; i < last; i++) {
      if (text.charAt(i) == '日' && (text.charAt(i + 1) == '电' || text.charAt(i + 1) == '電')) {
        return i + 2;
      }
      if ("。！？\n".indexOf(text.charAt(i)) >= 0) {
        return -1;
      }
    }
    return -1;
  }

  private Optional<Origin> syndicated(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Row row : rows) {
      int at = row.kind().equals("mark") ? lower.indexOf(row.written()) : -1;
      if (at >= 0) {
        String name = nameAt(text, at + row.written().length());
        if (!name.isEmpty()) {
          return Optional.of(
              new Origin(
                  outlets.name(name),
                  Origin.Kind.SYNDICATED,
                  text.substring(at, at + row.written().length()) + name));
        }
      }
    }
    return Optional.empty();
  }

  /// The name that stands at `from`, up to a stop or a bracket.
  private static String nameAt(String text, int from) {
    int last = Math.min(text.length(), from + LONGEST_NAME);
    int end = from;
    while (end < last && "。，,;；|)）】]\n\"”".indexOf(text.charAt(end)) < 0 && !isStop(text, end)) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isStop(String text, int at) {
    return text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
  }
}
