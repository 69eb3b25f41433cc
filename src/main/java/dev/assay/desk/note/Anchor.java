package dev.assay.desk.note;

import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The words that a note is about, and how they are found again: by where they stood, or else by
/// themselves with what stood around them (the quote and position selectors of the W3C's Web
/// Annotation model).
///
/// @param at where they stood when the note was made
/// @param exact the words themselves
/// @param prefix what stood before them in the paragraph, 32 UTF-16 units at most
/// @param suffix what stood after them, likewise
public record Anchor(Place at, String exact, String prefix, String suffix) {

  private static final int AROUND = 32;

  /// Fewer letters than this may stand anywhere: what is around them must be the same too.
  private static final int TELLING_LETTERS = 16;

  private static final int TELLING_HAN = 6;
  private static final int ENOUGH_AROUND = 8;

  /// A place in an article.
  ///
  /// @param paragraph its number
  public record Place(int paragraph, Span span) {}

  /// The anchor of a stretch of a paragraph.
  static Anchor of(Paragraph paragraph, Span span) {
    String text = paragraph.text();
    return new Anchor(
        new Place(paragraph.number(), span),
        span.in(text),
        text.substring(whole(text, Math.max(0, span.start() - AROUND)), span.start()),
        text.substring(span.end(), whole(text, Math.min(text.length(), span.end() + AROUND))));
  }

  /// A cut never parts a pair of surrogates.
  private static int whole(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return within ? at + 1 : at;
  }

  /// Where the words stand in a text; empty if they are gone from it, or if nobody can tell which
  /// of several places it is.
  Optional<Place> in(List<Paragraph> paragraphs) {
    if (standsAt(paragraphs)) {
      return Optional.of(at);
    }
    return best(paragraphs, Folded::plain).or(() -> best(paragraphs, Folded::letters));
  }

  private boolean standsAt(List<Paragraph> paragraphs) {
    if (at.paragraph() > paragraphs.size()) {
      return false;
    }
    String text = paragraphs.get(at.paragraph() - 1).text();
    return at.span().end() <= text.length() && at.span().in(text).equals(exact);
  }

  private interface Folding {
    Folded of(String text);
  }

  private record Found(Place place, int around) {}

  private Optional<Place> best(List<Paragraph> paragraphs, Folding folding) {
    String words = folding.of(exact).text();
    String before = folding.of(prefix).text();
    String after = folding.of(suffix).text();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Found> all = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      Folded folded = folding.of(paragraph.text());
      String text = folded.text();
      for (int i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1)) {
        int around =
            sameEnd(before, text.substring(0, i))
                + sameStart(after, text.substring(i + words.length()));
        all.add(new Found(folded.place(paragraph.number(), i, i + words.length()), around));
      }
    }
    int most = all.stream().mapToInt(Found::around).max().orElse(0);
    boolean told =
        isTelling(words) || most >= Math.min(ENOUGH_AROUND, before.length() + after.length());
    return told
        ? all.stream()
            .filter(found -> found.around() == most)
            .map(Found::place)
            .min(Comparator.comparingInt(place -> Math.abs(place.paragraph() - at.paragraph())))
        : Optional.empty();
  }

  private static boolean isTelling(String words) {
    long han =
        words
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    return words.length() >= TELLING_LETTERS || han >= TELLING_HAN;
  }

  private static int sameEnd(String a, String b) {
    int n = 0;
    while (n < a.length()
        && n < b.length()
        && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }

  private static int sameStart(String a, String b) {
    int n = 0;
    while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  /// A text with what does not tell left out, and where each of its characters stood.
  private record Folded(String text, int[] origin) {

    static Folded plain(String text) {
      return new Folded(text, new int[0]);
    }

    /// Letters and digits alone, in lower case and simplified characters: blanks, marks and width
    /// are what editors change most.
    static Folded letters(String text) {
      StringBuilder kept = new StringBuilder();
      int[] origin = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          origin[kept.length()] = i;
          kept.append(HanScript.simplify(Character.toLowerCase(c)));
        }
      }
      return new Folded(kept.toString(), origin);
    }

    Place place(int paragraph, int start, int end) {
      return new Place(
          paragraph,
          origin.length == 0 ? new Span(start, end) : new Span(origin[start], origin[end - 1] + 1));
    }
  }
}
