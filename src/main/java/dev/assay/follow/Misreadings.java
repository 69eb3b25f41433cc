package dev.assay.follow;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
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
final class Misreadings {

  private static final int SHORT_LETTERS = 900;
  private static final int SHORT_HAN = 300;
  private static final int LINE_LETTERS = 80;
  private static final int LINE_HAN = 25;

  /// Words of a title, below which nothing follows from their absence in the text.
  private static final int ENOUGH_WORDS = 5;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]{4,}|\\p{IsHan}+");

  private final List<LexiconFile.Row> phrases;

  Misreadings(Lexicon lexicon) {
    this.phrases = lexicon.table("boilerplate/misreadings.tsv").rows();
  }

  /// Why this is no reading of the article, for a person; empty if it may be one.
  Optional<String> fault(Article article) {
    String text =
        article.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    String lower = text.toLowerCase(Locale.ROOT);
    if (isShort(text, SHORT_LETTERS, SHORT_HAN)) {
      Optional<LexiconFile.Row> shown =
          phrases.stream().filter(row -> lower.contains(row.cell(0))).findFirst();
      if (shown.isPresent()) {
        return Optional.of(
            "The page shows \"%s\" in the place of its article.".formatted(shown.get().cell(0)));
      }
    }
    if (isShort(text, LINE_LETTERS, LINE_HAN)) {
      return Optional.of("The page shows no more than one line of text.");
    }
    Set<String> title = words(article.title());
    return title.size() >= ENOUGH_WORDS && words(text).stream().noneMatch(title::contains)
        ? Optional.of("The text of the page shares no word with its title.")
        : Optional.empty();
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
