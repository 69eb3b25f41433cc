package dev.assay.brief;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names groups of bullets.
///
/// A group that lies in one section bears that section's own heading. Any other is named by the one
/// or two noun phrases that mark it off: frequent in its bullets and their paragraphs, rare in
/// those of the other groups.
final class Headings {

  private static final int LONGEST_OWN_CHINESE = 24;
  private static final int LONGEST_OWN_LATIN = 70;
  private static final int LONGEST_PAIR_CHINESE = 15;
  private static final int LONGEST_PAIR_LATIN = 48;

  private final Article article;
  private final List<Words> paragraphs;
  private final Terms terms;
  private final Tongue tongue;
  private final Map<String, Integer> articleCounts = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Headings(Article article, List<Words> paragraphs, Terms terms, Tongue tongue) {
    this.article = article;
    this.paragraphs = paragraphs;
    this.terms = terms;
    this.tongue = tongue;
    for (Words words : paragraphs) {
      Phrases.of(words, 0, words.size())
          .forEach(phrase -> articleCounts.merge(phrase.key(), 1, Integer::sum));
    }
  }

  List<String> of(List<List<Candidate>> groups) {
    List<Map<String, Scored>> phrases = groups.stream().map(this::phrases).toList();
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String own = ownHeading(groups.get(i));
      headings.add(own == null ? keyPhrases(i, phrases) : own);
    }
    return headings;
  }

  /// The sub-heading that all bullets of `group` stand under, if it can be shown and is not used.
  private @Nullable String ownHeading(List<Candidate> group) {
    int section = group.getFirst().section();
    if (section == 0 || group.getLast().section() != section) {
      return null;
    }
    String text = headingOf(section);
    int longest = tongue.isChinese() ? LONGEST_OWN_CHINESE : LONGEST_OWN_LATIN;
    return text.length() >= 2 && text.length() <= longest && used.add(text) ? text : null;
  }

  private String headingOf(int section) {
    return article.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING)
        .skip(section - 1L)
        .map(Paragraph::text)
        .findFirst()
        .orElse("");
  }

  /// A phrase and how often it stands in a group's bullets and in their paragraphs.
  private record Scored(Phrase phrase, int inBullets, int inParagraphs) {}

  private Map<String, Scored> phrases(List<Candidate> group) {
    Map<String, Scored> found = new LinkedHashMap<>();
    for (Candidate bullet : group) {
      Words words = paragraphs.get(bullet.paragraph() - 1);
      int from = words.indexAt(bullet.span().start());
      int to = words.indexAt(bullet.span().end());
      for (Phrase phrase : Phrases.of(words, from, to)) {
        Scored before = found.getOrDefault(phrase.key(), new Scored(phrase, 0, 0));
        found.put(
            phrase.key(),
            new Scored(before.phrase(), before.inBullets() + 1, before.inParagraphs()));
      }
    }
    return found;
  }

  private String keyPhrases(int group, List<Map<String, Scored>> phrases) {
    List<Phrase> ranked =
        phrases.get(group).values().stream()
            .sorted(
                Comparator.comparingDouble((Scored scored) -> -score(scored, phrases))
                    .thenComparing(scored -> scored.phrase().key()))
            .map(Scored::phrase)
            .filter(phrase -> !used.contains(phrase.key()))
            .toList();
    if (ranked.isEmpty()) {
      return article.title();
    }
    Phrase first = ranked.getFirst();
    used.add(first.key());
    for (Phrase second : ranked.subList(1, Math.min(ranked.size(), 5))) {
      String both = capital(written(first) + tongue.joint() + written(second));
      if (!second.sharesWordWith(first) && both.length() <= longestPair()) {
        used.add(second.key());
        return both;
      }
    }
    return capital(written(first));
  }

  private int longestPair() {
    return tongue.isChinese() ? LONGEST_PAIR_CHINESE : LONGEST_PAIR_LATIN;
  }

  private double score(Scored scored, List<Map<String, Scored>> phrases) {
    Phrase phrase = scored.phrase();
    long groups = phrases.stream().filter(group -> group.containsKey(phrase.key())).count();
    int everywhere = articleCounts.getOrDefault(phrase.key(), 1);
    double words = phrase.tokens().size() == 1 ? 0.6 : 1;
    double tooLong = phrase.text().length() > (tongue.isChinese() ? 10 : 32) ? 0.3 : 1;
    return (1 + scored.inBullets())
        * Math.log(1 + everywhere)
        * Math.sqrt(phrase.rarity())
        * words
        * tooLong
        / groups;
  }

  /// A word that only begins a sentence with its capital loses it.
  private String written(Phrase phrase) {
    String text = phrase.text();
    return tongue.isChinese() || terms.isName(phrase.tokens().getFirst()) || isShouted(text)
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static boolean isShouted(String text) {
    return text.length() > 1 && Character.isUpperCase(text.charAt(1));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
