package dev.assay.event;

import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a sentence as signs of what it tells: its verbs and small words themselves, and the
/// parts of speech around its time, which say whether the time stands with the verb of a clause,
/// with a noun, or in a clause of its own. What it is about says nothing of that: nouns, names and
/// numbers are no signs.
///
/// A sign is a language, a place and a word or part of speech: `en word when`, `zh next verb`.
final class TellingWords {

  private static final Set<Part> SUBJECT_MATTER =
      EnumSet.of(
          Part.NOUN,
          Part.PERSON,
          Part.PLACE,
          Part.BODY,
          Part.NAME,
          Part.NUMBER,
          Part.TIME,
          Part.MEASURE);

  private static final Set<String> ENDS_OF_CLAUSES =
      Set.of(",", ";", ":", ".", "!", "?", "，", "；", "：", "。", "！", "？");

  private final String language;
  private final String text;
  private final Set<String> signs = new HashSet<>();

  private TellingWords(String language, String text) {
    this.language = language;
    this.text = text;
  }

  /// @param time the time that the sentence is about
  static Set<String> of(String text, Span sentence, Span time) {
    String language = Concepts.isHan(sentence.in(text)) ? "zh" : "en";
    TellingWords found = new TellingWords(language, text);
    found.add(WordCutter.of(text, sentence), time);
    return found.signs;
  }

  private void add(List<Word> words, Span time) {
    words.stream()
        .filter(word -> !SUBJECT_MATTER.contains(word.part()))
        .forEach(word -> add("word", word.base()));
    List<Word> before =
        words.stream().filter(word -> word.end() <= time.start()).toList().reversed();
    List<Word> behind = words.stream().filter(word -> word.start() >= time.end()).toList();
    List<Word> opening = clause(before);
    add("last", first(before));
    add("next", first(behind));
    add("opens", first(opening.reversed()));
    opening.forEach(word -> add("before", name(word)));
    clause(startsNew(behind) ? behind.subList(1, behind.size()) : behind)
        .forEach(word -> add("behind", name(word)));
  }

  private void add(String place, String what) {
    signs.add(language + " " + place + " " + what);
  }

  /// Of words that go away from the time, those of its clause.
  private List<Word> clause(List<Word> words) {
    return words.stream().takeWhile(word -> !isEnd(word)).toList();
  }

  /// Whether a comma stands right behind the time: the clause behind it is that of the time.
  private boolean startsNew(List<Word> behind) {
    return !behind.isEmpty() && isEnd(behind.getFirst());
  }

  private boolean isEnd(Word word) {
    return ENDS_OF_CLAUSES.contains(word.in(text));
  }

  private static String first(List<Word> words) {
    return words.isEmpty() ? "nothing" : name(words.getFirst());
  }

  private static String name(Word word) {
    return word.part().name().toLowerCase(Locale.ROOT);
  }
}
