package dev.assay.fold;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells what a source changed in a text after it was published, sentence by sentence, and what
/// kind of change that is. Space, punctuation, width, script, typography, the order of paragraphs,
/// and what outlets put around a text are no change. Safe for use by many threads.
public final class Edits {

  /// A line of the page is not longer than this.
  private static final int LONGEST_STAMP = 90;

  private static final Pattern QUOTED = Pattern.compile("[“\"「『«]([^”\"」』»]{2,})[”\"」』»]");

  /// What stands beside the number of a date.
  private static final Pattern OF_DATE =
      Pattern.compile(
          "(?i)^\\s*(?:月|日|号|號|时|時|am\\b|pm\\b|st\\b|nd\\b|rd\\b|th\\b|:|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b)");

  /// Digits of a year: `15 年` is a time span, `2025 年` a date.
  private static final int YEAR = 4;

  /// No month with its blanks and its day is longer, nor what is behind a day.
  private static final int LONGEST_OF_DATE = 40;

  private static final Pattern YEAR_SIGN = Pattern.compile("^\\s*年");

  private static final Pattern AFTER_MONTH =
      Pattern.compile(
          "(?i)(?:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s*(?:\\d{1,2},?\\s*)?|:)$");

  private final Supplier<TagMatcher> names;
  private final Pattern denial;
  private final Pattern scale;
  private final List<String> corrections;
  private final List<String> stamps;

  public Edits(Lexicon lexicon, Supplier<TagMatcher> names) {
    this.names = names;
    this.denial = pattern(words(lexicon, "denial"));
    this.scale = pattern(words(lexicon, "scale"));
    this.corrections = words(lexicon, "correction");
    this.stamps = words(lexicon, "stamp");
  }

  private static List<String> words(Lexicon lexicon, String kind) {
    return lexicon.table("edit-words.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .toList();
  }

  /// A word in Latin letters stands by itself, but for what hangs on a verb.
  private static Pattern pattern(List<String> words) {
    return Pattern.compile(
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(
                word ->
                    HanScript.isHan(word.charAt(0))
                        ? Pattern.quote(word)
                        : (word.startsWith("n")
                                    && word.endsWith("t")
                                    && word.length() == 3
                                    && !Character.isLetter(word.charAt(1))
                                ? ""
                                : "\\b")
                            + Pattern.quote(word)
                            + "\\b")
            .collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE);
  }

  /// One sentence that the source changed, with what kind of change it is.
  ///
  /// @param kinds what weighs most first
  public record Part(Change change, List<EditKind> kinds) {
    public Part {
      kinds = List.copyOf(kinds);
    }
  }

  /// What was changed.
  ///
  /// @param parts those that weigh most first; empty if nothing but the look was changed
  /// @param retitled whether the title says something else
  /// @param noted whether the text says that it was corrected
  public record Edit(List<Part> parts, boolean retitled, boolean noted) {
    public Edit {
      parts = List.copyOf(parts);
    }

    /// All kinds of change, what weighs most first.
    public List<EditKind> kinds() {
      EnumSet<EditKind> kinds = EnumSet.noneOf(EditKind.class);
      parts.forEach(part -> kinds.addAll(part.kinds()));
      if (retitled) {
        kinds.add(EditKind.HEADLINE);
      }
      return List.copyOf(kinds);
    }
  }

  /// What the source of an article changed.
  public Edit between(Article before, Article after) {
    return between(before.title(), before.paragraphs(), after.title(), after.paragraphs());
  }

  public Edit between(
      String titleBefore, List<Paragraph> before, String titleAfter, List<Paragraph> after) {
    String textBefore = text(before);
    String textAfter = text(after);
    Changes changes = Changes.between(textBefore, textAfter);
    String lettersBefore = letters(textBefore);
    String lettersAfter = letters(textAfter);
    boolean noted = false;
    List<Part> parts = new ArrayList<>();
    for (Change change : changes.list()) {
      switch (change) {
        case Change.Added(String sentence) when isCorrection(sentence) -> noted = true;
        case Change.Added(String sentence)
            when isAround(sentence) || lettersBefore.contains(letters(sentence)) -> {}
        case Change.Removed(String sentence)
            when isAround(sentence) || lettersAfter.contains(letters(sentence)) -> {}
        case Change.Added _ -> parts.add(new Part(change, List.of(EditKind.ADDED)));
        case Change.Removed _ -> parts.add(new Part(change, List.of(EditKind.REMOVED)));
        case Change.Changed changed
            when isAround(changed.before()) && isAround(changed.after()) -> {}
        case Change.Changed changed
            when lettersAfter.contains(letters(changed.before()))
                && lettersBefore.contains(letters(changed.after())) -> {}
        case Change.Changed changed -> {
          List<EditKind> kinds = kinds(changed);
          if (!kinds.isEmpty()) {
            parts.add(new Part(change, kinds));
          }
        }
      }
    }
    parts.sort(Comparator.comparing(part -> part.kinds().getFirst()));
    return new Edit(parts, isRetitled(titleBefore, titleAfter), noted);
  }

  private static String text(List<Paragraph> paragraphs) {
    return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }

  /// The letters and digits of a text, whatever their script, width and case: by these a sentence
  /// is found again that was only cut or set otherwise.
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(HanScript.simplify(Character.toLowerCase(c)));
      }
    }
    return letters.toString();
  }

  private boolean isCorrection(String sentence) {
    return opens(sentence, corrections);
  }

  private boolean isAround(String sentence) {
    return Furniture.blanked(sentence).isBlank()
        || (sentence.length() <= LONGEST_STAMP && opens(sentence, stamps));
  }

  private static boolean opens(String sentence, List<String> words) {
    String bare =
        sentence
            .strip()
            .replaceFirst("^[\\[(（【*_]+", "")
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> bare.startsWith(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean isRetitled(String before, String after) {
    return Fingerprint.of(ContentTokens.of(before)).contentHash()
        != Fingerprint.of(ContentTokens.of(after)).contentHash();
  }

  private List<EditKind> kinds(Change.Changed changed) {
    if (changed.inBefore().isEmpty() && changed.inAfter().isEmpty()) {
      return List.of();
    }
    EnumSet<EditKind> kinds = EnumSet.noneOf(EditKind.class);
    figures(changed, kinds);
    if (!named(changed.before()).equals(named(changed.after()))
        || capitals(changed.before(), changed.inBefore())
        || capitals(changed.after(), changed.inAfter())) {
      kinds.add(EditKind.NAME);
    }
    if (!quoted(changed.before()).equals(quoted(changed.after()))) {
      kinds.add(EditKind.QUOTE);
    }
    if (!found(denial, changed.before()).equals(found(denial, changed.after()))) {
      kinds.add(EditKind.DENIAL);
    }
    if (kinds.isEmpty()) {
      kinds.add(EditKind.WORDING);
    }
    return List.copyOf(kinds);
  }

  private void figures(Change.Changed changed, Set<EditKind> kinds) {
    boolean date =
        dates(changed.before(), changed.inBefore()) || dates(changed.after(), changed.inAfter());
    boolean number =
        numbers(changed.before(), changed.inBefore())
            || numbers(changed.after(), changed.inAfter())
            || !found(scale, changed.before()).equals(found(scale, changed.after()));
    if (number) {
      kinds.add(EditKind.NUMBER);
    }
    if (date) {
      kinds.add(EditKind.DATE);
    }
  }

  /// Whether a number that is no part of a date stands in the words that differ.
  private static boolean numbers(String text, List<Span> differing) {
    return figures(text, differing).stream().anyMatch(figure -> !isOfDate(text, figure));
  }

  private static boolean dates(String text, List<Span> differing) {
    return figures(text, differing).stream().anyMatch(figure -> isOfDate(text, figure));
  }

  private static boolean isOfDate(String text, Span figure) {
    int end = Math.min(text.length(), figure.end() + LONGEST_OF_DATE);
    String behind = text.substring(figure.end(), end);
    String before = text.substring(Math.max(0, figure.start() - LONGEST_OF_DATE), figure.start());
    return (figure.end() - figure.start() == YEAR && YEAR_SIGN.matcher(behind).find())
        || OF_DATE.matcher(behind).find()
        || AFTER_MONTH.matcher(before).find();
  }

  private static List<Span> figures(String text, List<Span> differing) {
    ContentTokens tokens = ContentTokens.of(text);
    List<Span> figures = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isFigure(i)) {
        Span figure = new Span(tokens.start(i), tokens.end(i));
        if (differing.stream()
            .anyMatch(span -> span.start() < figure.end() && figure.start() < span.end())) {
          figures.add(figure);
        }
      }
    }
    return figures;
  }

  private Set<String> named(String sentence) {
    return names.get().read("", List.of(sentence)).stream()
        .map(Tag::entity)
        .collect(Collectors.toSet());
  }

  /// Whether a word with a capital that opens no sentence stands in the words that differ.
  private static boolean capitals(String text, List<Span> differing) {
    Matcher words = CAPITAL.matcher(text);
    while (words.find()) {
      int start = words.start();
      if (!opens(text, start)
          && differing.stream().anyMatch(span -> span.start() <= start && start < span.end())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence, or what somebody says, begins at `start`.
  private static boolean opens(String text, int start) {
    int before = start - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before < 0 || ".!?:“\"".indexOf(text.charAt(before)) >= 0;
  }

  private static final Pattern CAPITAL = Pattern.compile("\\b\\p{Lu}[\\p{L}]+");

  /// What stands within quotation marks, as it is compared.
  private static List<Long> quoted(String text) {
    Matcher quotes = QUOTED.matcher(text);
    List<Long> quoted = new ArrayList<>();
    while (quotes.find()) {
      quoted.add(Fingerprint.of(ContentTokens.of(quotes.group(1))).contentHash());
    }
    return quoted;
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(HanScript.simplify(matcher.group()).toLowerCase(Locale.ROOT).replace('’', '\''));
    }
    return found;
  }
}
