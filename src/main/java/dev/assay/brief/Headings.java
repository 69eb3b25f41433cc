package dev.assay.brief;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.Token.Role;
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
/// or two noun phrases of its bullets that mark it off: frequent in the stretch of text the group
/// covers, rare outside it.
final class Headings {

  /// Words alone say less than compounds, and names alone say who but not what.
  private static final double ONE_WORD = 0.45;

  private static final double ONLY_NAMES = 0.5;

  private static final double VERB_PERHAPS = 0.2;

  /// A second phrase must be at least this strong beside the first.
  private static final double SECOND = 0.35;

  private static final double LONE_SECOND = 0.7;

  private final Article article;
  private final List<Words> paragraphs;
  private final Terms terms;
  private final Tongue tongue;
  private final Measures measures;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /// Greatest lengths in UTF-16 units.
  private record Measures(int own, int phrase, int both) {
    static Measures of(Tongue tongue) {
      return tongue.isChinese() ? new Measures(24, 10, 15) : new Measures(70, 32, 48);
    }
  }

  Headings(Draft draft) {
    this.article = draft.article();
    this.paragraphs = draft.words();
    this.terms = draft.terms();
    this.tongue = draft.tongue();
    this.measures = Measures.of(tongue);
    for (int i = 0; i < paragraphs.size(); i++) {
      for (Phrase phrase : Phrases.of(paragraphs.get(i), 0, paragraphs.get(i).size())) {
        places.computeIfAbsent(phrase.key(), _ -> new ArrayList<>()).add(i + 1);
      }
    }
  }

  List<String> of(List<List<Candidate>> groups) {
    return groups.stream().map(this::heading).toList();
  }

  private String heading(List<Candidate> group) {
    String own = ownHeading(group);
    return own == null ? keyPhrases(group) : own;
  }

  /// The sub-heading that all bullets of `group` stand under, if it can be shown and is not used.
  private @Nullable String ownHeading(List<Candidate> group) {
    int section = group.getFirst().section();
    if (section == 0 || group.getLast().section() != section) {
      return null;
    }
    String text = headingOf(section);
    return text.length() >= 2 && text.length() <= measures.own() && used.add(text) ? text : null;
  }

  private String headingOf(int section) {
    return article.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING)
        .skip(section - 1L)
        .map(Paragraph::text)
        .findFirst()
        .orElse("");
  }

  private record Scored(Phrase phrase, double score) {}

  private String keyPhrases(List<Candidate> group) {
    List<Scored> ranked = ranked(group);
    if (ranked.isEmpty()) {
      return article.title();
    }
    Scored first = ranked.getFirst();
    used.add(first.phrase().key());
    for (Scored second : ranked.subList(1, ranked.size())) {
      String both = capital(written(first.phrase()) + tongue.joint() + written(second.phrase()));
      if (isStrongEnough(second, first)
          && both.length() <= measures.both()
          && canFollow(second, first)
          && !second.phrase().sharesWordWith(first.phrase())) {
        used.add(second.phrase().key());
        return both;
      }
    }
    return capital(written(first.phrase()));
  }

  /// A name alone does not say what the group is about, so that anything helps.
  private static boolean isStrongEnough(Scored second, Scored first) {
    return isName(first.phrase()) || second.score() >= SECOND * first.score();
  }

  /// Two names beside each other say nothing of what they do; a lone word must be a strong one.
  private static boolean canFollow(Scored second, Scored first) {
    boolean lone = second.phrase().tokens().size() == 1 && !isName(second.phrase());
    return !(isName(first.phrase()) && isName(second.phrase()))
        && (!lone || isName(first.phrase()) || second.score() >= LONE_SECOND * first.score());
  }

  /// The phrases of the bullets that no heading has used, the best first.
  private List<Scored> ranked(List<Candidate> group) {
    Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
    for (Candidate bullet : group) {
      Words words = paragraphs.get(bullet.paragraph() - 1);
      int from = words.indexAt(bullet.span().start());
      int to = words.indexAt(bullet.span().end());
      for (Phrase phrase : Phrases.of(words, from, to)) {
        phrases.computeIfAbsent(phrase.key(), _ -> new ArrayList<>()).add(phrase);
      }
    }
    return phrases.entrySet().stream()
        .filter(entry -> !used.contains(entry.getKey()))
        .map(entry -> scored(entry.getKey(), entry.getValue(), group))
        .sorted(
            Comparator.comparingDouble((Scored scored) -> -scored.score())
                .thenComparing(scored -> scored.phrase().key()))
        .toList();
  }

  private Scored scored(String key, List<Phrase> found, List<Candidate> group) {
    Phrase phrase = found.getFirst();
    return new Scored(phrase, score(key, phrase, found.size(), group));
  }

  private double score(String key, Phrase phrase, int inBullets, List<Candidate> group) {
    int first = group.getFirst().paragraph();
    int last = group.getLast().paragraph();
    List<Integer> all = places.getOrDefault(key, List.of());
    long near = all.stream().filter(place -> place >= first && place <= last).count();
    double own = (double) (near + 1) / (all.size() + 1);
    double oneWord = phrase.tokens().size() == 1 ? ONE_WORD : 1;
    double tooLong = phrase.text().length() > measures.phrase() ? 0.2 : 1;
    return (0.5 + inBullets)
        * Math.log(0.6 + near)
        * Math.sqrt(own * phrase.rarity())
        * oneWord
        * doubt(phrase, all.size())
        * tooLong;
  }

  /// Less than 1 for names alone, which say who but not what, and for a phrase that begins with an
  /// action and stands only once: it may be a verb and its object.
  private static double doubt(Phrase phrase, int everywhere) {
    if (isName(phrase)) {
      return ONLY_NAMES;
    }
    return phrase.tokens().getFirst().role() == Role.ACTION && everywhere < 2 ? VERB_PERHAPS : 1;
  }

  private static boolean isName(Phrase phrase) {
    return phrase.tokens().size() <= 2
        && phrase.tokens().stream()
            .allMatch(token -> token.role() == Role.NAME || token.role() == Role.GENERAL);
  }

  /// A word that only begins a sentence with its capital loses it.
  private String written(Phrase phrase) {
    List<Token> tokens = phrase.tokens();
    String text = phrase.text();
    boolean name =
        terms.isName(tokens.getFirst()) || tokens.size() > 1 && tokens.get(1).role() == Role.NAME;
    return tongue.isChinese() || name || isShouted(text)
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
