package dev.assay.analyze.name;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Citation;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Proposes names that the packs do not hold, by what many articles together say of them.
///
/// What looks like a name in one place is none if the articles also write its words in small
/// letters (`the Nation`, `Executive Order`), and what looks like a Chinese person is one only if
/// it speaks or bears a title somewhere. Used by one thread.
public final class CandidatePool {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}&]+");

  /// `Ministry of Mines` has two words of its own, `National Energy Council` three.
  private static final int WORDS_OF_A_BODY = 3;

  private static final int LONGEST_CUE = 4;

  private final CandidateWords words;
  private final CandidateFinder finder;
  private final Map<String, Candidate> byName = new LinkedHashMap<>();
  private final Set<String> small = new HashSet<>();

  public CandidatePool(Lexicon lexicon) {
    this.words = new CandidateWords(lexicon);
    this.finder = new CandidateFinder(words);
  }

  private final Set<String> people = new HashSet<>();

  /// Adds what stands in `article`, which has these tags.
  public void add(Article article, List<Tag> tags) {
    for (Candidate candidate : finder.find(article, tags)) {
      byName.merge(candidate.name(), candidate, CandidatePool::both);
      if (isChinese(candidate.name()) && isTitled(candidate, article)) {
        people.add(candidate.name());
      }
    }
    article.paragraphs().forEach(this::addSmallWords);
  }

  private static Candidate both(Candidate one, Candidate other) {
    List<Citation> places = new ArrayList<>(one.places());
    places.addAll(other.places());
    return new Candidate(one.name(), one.guess(), places);
  }

  private void addSmallWords(Paragraph paragraph) {
    for (String word : NO_WORD.split(paragraph.text())) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
        small.add(word);
      }
    }
  }

  private boolean isTitled(Candidate candidate, Article article) {
    return candidate.places().stream()
        .anyMatch(
            place -> {
              String text = article.paragraph(place.paragraph()).text();
              int start = place.span().start();
              int end = place.span().end();
              return words.endsWith(
                      text.substring(Math.max(0, start - LONGEST_CUE), start), "zh-person")
                  || words.startsWith(
                      text.substring(end, Math.min(text.length(), end + LONGEST_CUE)), "zh-person");
            });
  }

  /// The candidates, those of most articles first, then of most places.
  public List<Candidate> best(int max) {
    return byName.values().stream()
        .filter(this::isName)
        .sorted(
            Comparator.comparingLong(Candidate::articles)
                .thenComparingInt(candidate -> candidate.places().size())
                .reversed())
        .limit(max)
        .toList();
  }

  private boolean isName(Candidate candidate) {
    String name = candidate.name();
    if (isChinese(name)) {
      return candidate.guess() != EntityType.PERSON || name.contains("·") || people.contains(name);
    }
    List<String> capitals = new ArrayList<>();
    for (String word : NO_WORD.split(name)) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        capitals.add(word);
      }
    }
    boolean common = capitals.stream().allMatch(this::isCommon);
    return !common || capitals.size() >= WORDS_OF_A_BODY && isBody(capitals);
  }

  private boolean isBody(List<String> capitals) {
    return words.begins(capitals.getFirst()) || words.end(capitals.getLast()).isPresent();
  }

  /// Whether the articles write the word, or its singular, in small letters too.
  private boolean isCommon(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return small.contains(lower)
        || lower.endsWith("s") && small.contains(lower.substring(0, lower.length() - 1));
  }

  private static boolean isChinese(String name) {
    return HanScript.isHan(name.charAt(0));
  }
}
