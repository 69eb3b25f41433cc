package dev.assay.analyze.name;

import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places in one text that may be a name of somebody or something, known or not: what the
/// recogniser finds, and words that a dictionary has as names. Wider than tags: for telling two
/// texts apart, not for showing. Safe for use by many threads.
public final class NameSpots {

  /// Two words with capitals in a row, or one behind a word in small letters.
  private static final Pattern CAPITALS =
      Pattern.compile("(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]++)*+|[A-Z][a-z]+(?: [A-Z][a-z]++)++");

  /// Letters of a noun: shorter ones are units and abbreviations as often.
  private static final int LEAST_NOUN = 4;

  private NameSpots() {}

  /// The places, in no order; a place that stands in another is left out, and so is who wrote, took
  /// or edited the text.
  public static List<Span> withoutBylines(String text) {
    return of(text).stream().filter(span -> !isByline(text, span.start())).toList();
  }

  /// The names, the nouns and what is no known Chinese word: whatever a short notice can be about.
  public static List<Span> withNouns(String text) {
    List<Span> spots = new ArrayList<>(of(text));
    HanWords words = new HanWords(text);
    spots.addAll(words.nouns());
    spots.addAll(words.strange());
    spots.addAll(latinNouns(text));
    return spots;
  }

  /// Nouns in Latin letters, and words that are too rare for the tagger to know them (*mackerel*).
  private static List<Span> latinNouns(String text) {
    return WordCutter.of(text, Sentences.of(text)).stream()
        .flatMap(List::stream)
        .filter(word -> word.end() - word.start() >= LEAST_NOUN)
        .filter(word -> Character.isLetter(text.charAt(word.start())))
        .filter(word -> !HanScript.isHan(text.charAt(word.start())))
        .filter(word -> word.part() == Word.Part.NOUN || NameRecogniser.isRare(word))
        .map(word -> new Span(word.start(), word.end()))
        .toList();
  }

  /// The places, in no order; a place that stands in another is left out.
  public static List<Span> of(String text) {
    List<Span> spots = new ArrayList<>();
    BitSet taken = new BitSet();
    for (ReadName name :
        NameRecogniser.shipped().in(0, text, NameRecogniser.words(text), List.of()).names()) {
      spots.add(new Span(name.start(), name.end()));
      taken.set(name.start(), name.end());
    }
    for (Span word : new HanWords(text).named()) {
      if (taken.get(word.start(), word.end()).isEmpty()) {
        spots.add(word);
        taken.set(word.start(), word.end());
      }
    }
    Matcher capitals = CAPITALS.matcher(text);
    while (capitals.find()) {
      if (taken.get(capitals.start(), capitals.end()).isEmpty()) {
        spots.add(new Span(capitals.start(), capitals.end()));
      }
    }
    return spots;
  }

  /// Whether a person is called `titled` whose name is `name`: 周局长 for 周启明.
  public static boolean isTitled(String titled, String name) {
    return titled.charAt(0) == name.charAt(0)
        && HanRoles.isSurname(titled.charAt(0))
        && NameRecogniser.shipped().words().is(titled.substring(1), "zh-title");
  }

  private static boolean isByline(String text, int start) {
    String before = text.substring(Math.max(0, start - LONGEST_BYLINE), start);
    return NameRecogniser.shipped().words().of("zh-byline").stream().anyMatch(before::contains);
  }

  private static final int LONGEST_BYLINE = 8;
}
