package dev.assay.event;

import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The phrases of a title that may be its subject, Chinese or English: two to four words in a row
/// that end in a noun, such as "price floor" or 出口许可.
public final class TitlePhrases {

  private static final int MOST_WORDS = 4;
  private static final int LEAST_HAN = 4;
  private static final int MOST_HAN = 12;

  private TitlePhrases() {}

  /// Each phrase as it is written, by what its forms have in common.
  public static Map<String, String> of(String title) {
    Map<String, String> phrases = new LinkedHashMap<>();
    if (title.isBlank()) {
      return phrases;
    }
    for (List<Word> run : runs(title, WordCutter.of(title, new Span(0, title.length())))) {
      for (int from = 0; from < run.size(); from++) {
        for (int to = from + 1; to <= Math.min(run.size(), from + MOST_WORDS); to++) {
          add(title, run.subList(from, to), phrases);
        }
      }
    }
    return phrases;
  }

  /// Stretches of words that may stand in one phrase.
  private static List<List<Word>> runs(String title, List<Word> words) {
    List<List<Word>> runs = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    for (Word word : words) {
      boolean goesOn =
          !run.isEmpty() && title.substring(run.getLast().end(), word.start()).isBlank();
      if (!mayStand(word) || !goesOn) {
        runs.add(run);
        run = new ArrayList<>();
      }
      if (mayStand(word)) {
        run.add(word);
      }
    }
    runs.add(run);
    return runs;
  }

  private static boolean mayStand(Word word) {
    return word.part().isNoun() || word.part() == Part.ADJECTIVE || word.part() == Part.ATTRIBUTE;
  }

  private static void add(String title, List<Word> words, Map<String, String> phrases) {
    String written = title.substring(words.getFirst().start(), words.getLast().end());
    boolean han = HanScript.isHan(written.charAt(0));
    boolean fits =
        han
            ? written.length() >= LEAST_HAN && written.length() <= MOST_HAN
            : words.size() > 1 && words.stream().allMatch(word -> word.end() - word.start() > 1);
    boolean names = han && words.stream().allMatch(word -> word.part().isName());
    if (fits && !names && words.getLast().part().isNoun()) {
      String key = words.stream().map(Word::base).collect(Collectors.joining(han ? "" : " "));
      phrases.putIfAbsent(key, written);
    }
  }
}
