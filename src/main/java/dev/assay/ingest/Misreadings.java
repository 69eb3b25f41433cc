package dev.assay.ingest;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells a page that was read but shows something else than its article: a request to pay or to
/// sign in, a check for bots, one line, or another story's text under the title.
public final class Misreadings {

  private static final int SHORT_LETTERS = 900;
  private static final int SHORT_HAN = 300;
  private static final int LINE_LETTERS = 80;
  private static final int LINE_HAN = 25;

  /// Words of a title, below which nothing follows from their absence in the text.
  private static final int ENOUGH_WORDS = 5;

  private static final Pattern NOT_FREE =
      Pattern.compile("\"isAccessibleForFree\"\\s*:\\s*\"?[Ff]alse\\b");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]{4,}|\\p{IsHan}+");

  private final List<LexiconFile.Row> phrases;

  public Misreadings(Lexicon lexicon) {
    this.phrases = lexicon.table("boilerplate/misreadings.tsv").rows();
  }

  /// What is wrong with a reading.
  ///
  /// @param reason for a person
  /// @param isPart whether it is a part of the article, shown to those who do not pay
  public record Fault(String reason, boolean isPart) {}

  /// Why this is no reading of the whole article; empty if it may be one.
  ///
  /// @param paid whether the page was asked for as one who may read it
  public Optional<Fault> fault(Article article, RawDocument document, boolean paid) {
    List<String> paragraphs = article.paragraphs().stream().map(Paragraph::text).toList();
    String text = String.join("\n", paragraphs);
    Optional<Fault> shown =
        isShort(text, SHORT_LETTERS, SHORT_HAN) ? phrase(paragraphs) : Optional.empty();
    if (shown.isPresent()) {
      return shown;
    }
    if (isShort(text, LINE_LETTERS, LINE_HAN)) {
      return Optional.of(new Fault("The page shows no more than one line of text.", false));
    }
    Set<String> title = words(article.title());
    if (title.size() >= ENOUGH_WORDS && words(text).stream().noneMatch(title::contains)) {
      return Optional.of(new Fault("The text of the page shares no word with its title.", false));
    }
    return !paid && isNotFree(document)
        ? Optional.of(new Fault("The page shows only a part to those who do not pay.", true))
        : Optional.empty();
  }

  /// A request to pay under some lines of the article shows that these are a part of it.
  private Optional<Fault> phrase(List<String> paragraphs) {
    for (String paragraph : paragraphs) {
      String lower = paragraph.toLowerCase(Locale.ROOT);
      for (LexiconFile.Row row : phrases) {
        if (lower.contains(row.cell(0))) {
          String rest =
              paragraphs.stream()
                  .filter(other -> !other.equals(paragraph))
                  .collect(Collectors.joining("\n"));
          return Optional.of(
              new Fault(
                  "The page shows \"%s\" in the place of its article.".formatted(row.cell(0)),
                  row.cell(1).equals("payment") && !isShort(rest, LINE_LETTERS, LINE_HAN)));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether the page says in its structured data that it is not for everybody (schema.org).
  private static boolean isNotFree(RawDocument document) {
    return NOT_FREE.matcher(new String(document.bytes(), StandardCharsets.ISO_8859_1)).find();
  }

  private static boolean isShort(String text, int letters, int han) {
    return text.length() < letters && HAN.matcher(text).results().count() < han;
  }

  /// Words of four letters or more, and the pairs of Chinese characters that stand side by side.
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (found.find()) {
      String word = found.group();
      if (HAN.matcher(word).find()) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
      } else {
        words.add(word);
      }
    }
    return words;
  }
}
