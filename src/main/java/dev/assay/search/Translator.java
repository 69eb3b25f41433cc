package dev.assay.search;

import dev.assay.cite.Span;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.search.TermGroup.Name;
import dev.assay.search.dictionary.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the terms of a question and their names in the other language: what a thing is called
/// according to the names that Assay knows, else what the dictionary gives.
///
/// Chinese is cut into the fewest words that either knows; English is read by the longest name
/// first.
final class Translator {

  /// A question is translated this far, in characters.
  private static final int MOST_TEXT = 400;

  /// What a Chinese word of one character is worth: it has many meanings.
  private static final double SINGLE_CHARACTER = 0.6;

  /// Cost of a character that is no word, when a text is cut into the fewest words.
  private static final double UNKNOWN_CHARACTER = 1.3;

  private static final int MOST_NAMES = 24;

  private final Names names;
  private final Optional<Dictionary> dictionary;
  private @Nullable HanSpelling spelling;

  /// @param dictionary empty if none was added
  Translator(Names names, Optional<Dictionary> dictionary) {
    this.names = names;
    this.dictionary = dictionary;
  }

  /// This translator if it has these names and this dictionary, else one that does.
  Translator of(Names current, Optional<Dictionary> present) {
    return current.equals(names) && present.equals(dictionary)
        ? this
        : new Translator(current, present);
  }

  boolean hasDictionary() {
    return dictionary.isPresent();
  }

  Names names() {
    return names;
  }

  /// Mends Chinese names; made when it is first asked for.
  synchronized HanSpelling spelling() {
    HanSpelling made = spelling;
    if (made == null) {
      made = new HanSpelling(names);
      spelling = made;
    }
    return made;
  }

  List<TermGroup> groups(String question) {
    String text = question.substring(0, Math.min(question.length(), MOST_TEXT));
    List<TermGroup> groups = new ArrayList<>();
    for (Span run : hanRuns(text)) {
      for (Span word : fewestWords(HanScript.simplify(text), run)) {
        add(chineseWord(text, word), groups);
      }
    }
    addEnglish(text, groups);
    return groups;
  }

  private static void add(TermGroup group, List<TermGroup> groups) {
    if (!group.names().isEmpty()) {
      groups.add(group);
    }
  }

  private static List<Span> hanRuns(String text) {
    List<Span> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean han = i < text.length() && HanScript.isHan(text.charAt(i));
      if (han && start < 0) {
        start = i;
      } else if (!han && start >= 0) {
        runs.add(new Span(start, i));
        start = -1;
      }
    }
    return runs;
  }

  /// Cuts the run into the fewest known words; of two such cuts, the one with the longer word.
  private List<Span> fewestWords(String text, Span run) {
    int length = run.length();
    double[] cost = new double[length + 1];
    int[] start = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int from = Math.max(0, end - Dictionary.LONGEST_WORD); from < end; from++) {
        double here = cost[from] + costOf(text.substring(run.start() + from, run.start() + end));
        if (here < cost[end]) {
          cost[end] = here;
          start[end] = from;
        }
      }
    }
    List<Span> words = new ArrayList<>();
    for (int end = length; end > 0; end = start[end]) {
      words.add(new Span(run.start() + start[end], run.start() + end));
    }
    return words.reversed();
  }

  private double costOf(String word) {
    if (word.length() == 1) {
      return UNKNOWN_CHARACTER;
    }
    boolean known =
        QuestionWords.contains(word) || named(word).isPresent() || !english(word).isEmpty();
    return known ? 1 - word.length() * word.length() / 1000.0 : Double.POSITIVE_INFINITY;
  }

  private TermGroup chineseWord(String text, Span span) {
    String word = HanScript.simplify(span.in(text));
    double weight = span.length() == 1 ? SINGLE_CHARACTER : 1;
    if (QuestionWords.contains(word)) {
      return new TermGroup(span, List.of(), weight, null);
    }
    return named(word)
        .map(entity -> new TermGroup(span, namesOf(entity), weight, entity.id()))
        .orElseGet(() -> new TermGroup(span, english(word), weight, null));
  }

  private List<Name> english(String word) {
    return dictionary.stream()
        .flatMap(present -> present.english(word).stream())
        .limit(MOST_NAMES)
        .map(meaning -> new Name(meaning.text(), meaning.weight()))
        .toList();
  }

  private List<Name> chinese(String stems) {
    return dictionary.stream()
        .flatMap(present -> present.chinese(stems).stream())
        .limit(MOST_NAMES)
        .map(meaning -> new Name(meaning.text(), meaning.weight()))
        .toList();
  }

  private void addEnglish(String text, List<TermGroup> groups) {
    List<Word> words =
        IndexTerms.of(text).stream()
            .filter(
                word -> word.kind() == Kind.STEM && !Dictionary.isEmptyWord(surface(word, text)))
            .toList();
    for (int at = 0; at < words.size(); ) {
      int length = Math.min(Dictionary.LONGEST_NAME, words.size() - at);
      TermGroup group = englishName(text, words.subList(at, at + length));
      while (group.names().isEmpty() && length > 1) {
        length--;
        group = englishName(text, words.subList(at, at + length));
      }
      add(group, groups);
      at += length;
    }
  }

  private static String surface(Word word, String text) {
    return text.substring(word.start(), word.end());
  }

  private TermGroup englishName(String text, List<Word> words) {
    Span span = new Span(words.getFirst().start(), words.getLast().end());
    String stems = String.join(" ", words.stream().map(Word::term).toList());
    if (words.size() == 1 && (QuestionWords.contains(span.in(text)) || isNumber(stems))) {
      return new TermGroup(span, List.of(), 1, null);
    }
    return named(span.in(text))
        .map(entity -> new TermGroup(span, namesOf(entity), 1, entity.id()))
        .orElseGet(() -> new TermGroup(span, chinese(stems), 1, null));
  }

  /// Both languages write numbers in figures.
  private static boolean isNumber(String term) {
    return term.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
  }

  /// The thing that `name` surely is.
  private Optional<NamedEntity> named(String name) {
    return names.exactly(name).stream()
        .filter(reading -> isSure(reading.entity(), reading.alias()))
        .map(Names.Reading::entity)
        .findFirst();
  }

  private static boolean isSure(NamedEntity entity, Alias alias) {
    return alias.use() == Alias.Use.SURE || entity.labels().containsValue(alias.text());
  }

  /// All sure names of the thing.
  private static List<Name> namesOf(NamedEntity entity) {
    return Stream.concat(
            entity.labels().values().stream(),
            entity.aliases().stream()
                .filter(alias -> alias.use() == Alias.Use.SURE)
                .map(Alias::text))
        .distinct()
        .limit(MOST_NAMES)
        .map(text -> new Name(text, 1))
        .toList();
  }
}
