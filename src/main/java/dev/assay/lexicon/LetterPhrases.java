package dev.assay.lexicon;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Phrases that stand around the text of a mail: how to get no more of them, where to see the same
/// in a browser, who passed it on. From `lexicon/boilerplate/letters.tsv`. Safe for use by many
/// threads.
public final class LetterPhrases {

  private LetterPhrases() {}

  /// What a phrase says; the table's head tells how each kind is read.
  private enum Kind {
    FOOT,
    ONLINE,
    NOTICE,
    GREETING,
    CLOSING,
    CONFIRM,
    PREFIX,
    PASSED,
    FROM,
    SENT,
    TO,
    SUBJECT,
    TRACKER;

    static final Map<Kind, List<String>> PHRASES = read();

    private static Map<Kind, List<String>> read() {
      Map<Kind, List<String>> phrases = new EnumMap<>(Kind.class);
      for (Kind kind : values()) {
        phrases.put(
            kind,
            Lexicon.shipped().table("boilerplate/letters.tsv").rows().stream()
                .filter(row -> row.cell(0).equals(kind.name().toLowerCase(Locale.ROOT)))
                .map(row -> row.cell(1))
                .toList());
      }
      return phrases;
    }

    List<String> phrases() {
      return PHRASES.getOrDefault(this, List.of());
    }
  }

  /// What a line above a mail that was passed on tells of it, such as `From: ...`.
  public enum Line {
    FROM(Kind.FROM),
    SENT(Kind.SENT),
    TO(Kind.TO),
    SUBJECT(Kind.SUBJECT);

    private final Kind kind;

    Line(Kind kind) {
      this.kind = kind;
    }

    /// The line that has this name.
    public static Optional<Line> named(String name) {
      String folded = fold(name);
      for (Line line : values()) {
        if (line.kind.phrases().contains(folded)) {
          return Optional.of(line);
        }
      }
      return Optional.empty();
    }
  }

  /// Whether a link or a block tells how to get no more mails.
  public static boolean isFoot(String text) {
    return holds(text, Kind.FOOT);
  }

  /// Whether a link leads to where the mail is shown in a browser.
  public static boolean isOnlineLink(String text) {
    return holds(text, Kind.ONLINE);
  }

  /// Whether a paragraph speaks of the mail, and not of what it tells.
  public static boolean isNotice(String text) {
    return holds(text, Kind.NOTICE);
  }

  /// Whether a line greets the one who gets the mail.
  public static boolean isGreeting(String text) {
    return starts(text, Kind.GREETING);
  }

  /// Whether a line takes leave.
  public static boolean isClosing(String text) {
    return starts(text, Kind.CLOSING);
  }

  /// Whether a link is there to say that one wants the mails.
  public static boolean confirms(String text) {
    return holds(text, Kind.CONFIRM);
  }

  /// Whether what stands before the colon of a subject says that the mail was passed on.
  public static boolean isPrefix(String text) {
    return Kind.PREFIX.phrases().contains(fold(text));
  }

  /// Whether a line says that what follows was passed on.
  public static boolean saysPassedOn(String text) {
    return holds(text, Kind.PASSED);
  }

  /// Whether a part of an address is one of those that count who opens them.
  public static boolean isTracker(String part) {
    return Kind.TRACKER.phrases().contains(fold(part));
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean holds(String text, Kind kind) {
    String lower = text.toLowerCase(Locale.ROOT);
    return kind.phrases().stream().anyMatch(lower::contains);
  }

  private static boolean starts(String text, Kind kind) {
    String lower = fold(text);
    return kind.phrases().stream().anyMatch(lower::startsWith);
  }
}
