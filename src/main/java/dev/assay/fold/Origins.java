package dev.assay.fold;

import dev.assay.article.Article;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /// A short name that ends as outlets' names do, perhaps a place, and a day.
  private static final String DATELINE =
      "[\\s【\\[（(×]*(?![据據本记記])((?:[\\p{IsHan}A-Za-z]{1,8}?)(?:%s))[\\p{IsHan}]{0,6}\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日\\s*(?:电|電|讯|訊|消息|报道|報道)";

  /// A day, where a text begins behind the name without a stop: `来源：北岸日报8月18日，`.
  private static final Pattern DAY = Pattern.compile("\\d{1,4}\\s*[年月日]");

  /// One row of the lexicon.
  private record Row(String kind, String written, String name) {}

  private final List<Row> rows;

  private final Outlets outlets;

  private final Pattern dateline;

  private Origins(List<Row> rows, Outlets outlets) {
    this.rows = rows;
    this.outlets = outlets;
    String suffixes =
        rows.stream()
            .filter(row -> row.kind().equals("suffix"))
            .map(row -> Pattern.quote(row.written()))
            .collect(Collectors.joining("|"));
    this.dateline = Pattern.compile(DATELINE.formatted(suffixes));
  }

  /// With the agencies and marks of the lexicon.
  public static Origins of(Lexicon lexicon) {
    return new Origins(
        lexicon.table("copies/origins.tsv").rows().stream()
            .map(row -> new Row(row.cell(0), row.cell(1), row.cell(2)))
            .sorted(Comparator.comparingInt(row -> -row.written().length()))
            .toList(),
        Outlets.of(lexicon));
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
    return wire(head)
        .or(() -> headed(head))
        .or(() -> syndicated(head))
        .or(() -> syndicated(foot))
        .or(() -> wire(foot));
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
      boolean bracketed = at > 0 && "(（[【/".indexOf(text.charAt(at - 1)) >= 0;
      if (bracketed && end < text.length() && ")）]】/".indexOf(text.charAt(end)) >= 0) {
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

  /// An outlet's name at the very head, with a day and 电, 讯, 消息 or 报道 behind it.
  private Optional<Origin> headed(String head) {
    Matcher found = dateline.matcher(head);
    return found.lookingAt()
        ? Optional.of(
            new Origin(outlets.name(found.group(1)), Origin.Kind.SYNDICATED, found.group().strip()))
        : Optional.empty();
  }

  private Optional<Origin> syndicated(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Row row : rows) {
      if (!row.kind().equals("mark")) {
        continue;
      }
      for (int at = lower.indexOf(row.written());
          at >= 0;
          at = lower.indexOf(row.written(), at + 1)) {
        int from = at + row.written().length();
        String name = saysOtherwise(lower, from) ? "" : nameAt(text, from);
        if (!name.isBlank()) {
          String mark = text.substring(at, from) + name;
          return Optional.of(new Origin(outlets.name(name), Origin.Kind.SYNDICATED, mark));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether the words that end at `end` say where a picture or a figure is from, or how to cite.
  private boolean saysOtherwise(String lower, int end) {
    return rows.stream()
        .filter(row -> row.kind().equals("not"))
        .anyMatch(row -> lower.startsWith(row.written(), end - row.written().length()));
  }

  /// The name that stands at `from`, up to a stop, a bracket or a word that no name holds; empty if
  /// what stands there is too long for a name, or is the title of a link.
  private String nameAt(String text, int from) {
    int last = Math.min(text.length(), from + LONGEST_NAME);
    int end = from;
    while (end < last && !endsAt(text, from, end)) {
      end++;
    }
    boolean whole = end == text.length() || end < last;
    return whole && !text.startsWith("http", end) ? text.substring(from, end).stripTrailing() : "";
  }

  private boolean endsAt(String text, int from, int at) {
    char c = text.charAt(at);
    boolean afterHan = at > from && HanScript.isHan(text.charAt(at - 1));
    return "。，,;；|｜)）】]【：\n\"”…".indexOf(c) >= 0
        || afterHan && Character.isWhitespace(c)
        || afterHan && DAY.matcher(text).region(at, text.length()).lookingAt()
        || c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ')
        || at > from
            && rows.stream()
                .anyMatch(row -> row.kind().equals("end") && text.startsWith(row.written(), at));
  }
}
