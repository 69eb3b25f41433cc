package dev.assay.event;

import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The phrases of titles that may be their subjects, Chinese or English: two to four words in a row
/// that end in a noun, such as "price floor" or 出口许可. A word that is mostly a noun within titles is
/// one at their head too: there, without an article before it, a word is easily taken for something
/// else, and a phrase that opens many titles would outweigh them by itself.
public final class TitlePhrases {

  private static final int MOST_WORDS = 4;
  private static final int LEAST_HAN = 4;
  private static final int MOST_HAN = 12;

  private final Map<String, Use> uses = new HashMap<>();

  private TitlePhrases(List<Cut> cuts) {
    for (Cut cut : cuts) {
      cut.words().stream()
          .filter(word -> word.start() > 0)
          .forEach(word -> uses.merge(form(cut, word), Use.of(word), Use::and));
    }
  }

  private record Cut(String title, List<Word> words) {
    static Cut of(String title) {
      return new Cut(
          title, title.isBlank() ? List.of() : WordCutter.of(title, new Span(0, title.length())));
    }
  }

  /// How often a word stands within titles, how often as a noun, and what it is called by as one.
  private record Use(int all, int nouns, @Nullable String base) {
    static Use of(Word word) {
      boolean noun = word.part().isNoun();
      return new Use(1, noun ? 1 : 0, noun ? word.base() : null);
    }

    Use and(Use other) {
      return new Use(all + other.all, nouns + other.nouns, base == null ? other.base : base);
    }

    boolean isMostlyNoun() {
      return 2 * nouns > all;
    }
  }

  /// Of each title its phrases as they are written, by what their forms have in common.
  public static List<Map<String, String>> of(List<String> titles) {
    List<Cut> cuts = titles.stream().map(Cut::of).toList();
    TitlePhrases all = new TitlePhrases(cuts);
    return cuts.stream().map(all::phrases).toList();
  }

  private static String form(Cut cut, Word word) {
    return word.in(cut.title()).toLowerCase(Locale.ROOT);
  }

  private boolean isMostlyNoun(Cut cut, Word word) {
    Use use = uses.get(form(cut, word));
    return use != null && use.isMostlyNoun();
  }

  private String base(Cut cut, Word word) {
    Use use = uses.get(form(cut, word));
    return use == null || use.base() == null ? word.base() : use.base();
  }

  private Map<String, String> phrases(Cut cut) {
    Map<String, String> phrases = new LinkedHashMap<>();
    for (List<Word> run : runs(cut)) {
      for (int from = 0; from < run.size(); from++) {
        for (int to = from + 1; to <= Math.min(run.size(), from + MOST_WORDS); to++) {
          add(cut, run.subList(from, to), phrases);
        }
      }
    }
    return phrases;
  }

  /// Stretches of words that may stand in one phrase.
  private List<List<Word>> runs(Cut cut) {
    List<List<Word>> runs = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    for (Word word : cut.words()) {
      boolean goesOn =
          !run.isEmpty() && cut.title().substring(run.getLast().end(), word.start()).isBlank();
      if (!mayStand(cut, word) || !goesOn) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (mayStand(cut, word)) {
        run.add(word);
      }
    }
    runs.add(run);
    return runs;
  }

  private boolean mayStand(Cut cut, Word word) {
    return isNoun(cut, word) || word.part() == Part.ADJECTIVE || word.part() == Part.ATTRIBUTE;
  }

  /// A verb that stands at the head of a title is none as often; within it, it mostly is.
  private boolean isNoun(Cut cut, Word word) {
    boolean mayBe = !word.part().isVerb() || word.start() == 0;
    return word.part().isNoun() || mayBe && isMostlyNoun(cut, word);
  }

  private void add(Cut cut, List<Word> words, Map<String, String> phrases) {
    String written = cut.title().substring(words.getFirst().start(), words.getLast().end());
    boolean han = HanScript.isHan(written.charAt(0));
    boolean fits =
        han
            ? written.length() >= LEAST_HAN && written.length() <= MOST_HAN
            : words.size() > 1 && words.stream().allMatch(word -> word.end() - word.start() > 1);
    boolean names = han && words.stream().allMatch(word -> word.part().isName());
    if (fits && !names && isNoun(cut, words.getLast())) {
      String key =
          words.stream().map(word -> base(cut, word)).collect(Collectors.joining(han ? "" : " "));
      phrases.putIfAbsent(key, written);
    }
  }
}
