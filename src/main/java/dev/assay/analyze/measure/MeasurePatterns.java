package dev.assay.analyze.measure;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what words figures are told of a measure in one language, as patterns for the text with signs
/// that stands before a figure or between two. `lexicon/measures.tsv`, `lexicon/measure-links.tsv`.
///
/// @param byWord what each word of the table measures
/// @param sold English verbs right before a count, with what they count
/// @param beginnings of the words of the table, their first two characters each
/// @param named the measure, what stands between it and the figure, in groups; begins with a word
///   of the table
/// @param onward from one figure of a measure to the next
/// @param again what begins a sentence that goes on with the measure of the one before
/// @param kind what a Chinese measure is of, whoever has it
/// @param start what stands before the time of the figure from which another came
/// @param moved tells that the figure is what the measure moved by, if no "to" stands behind it
/// @param said tells that a time is that of saying it
/// @param opens what stands last before the English words that narrow a measure
/// @param plain English words that narrow nothing
/// @param siteBehind the English word for a site behind a name: "Halden port"
/// @param siteBefore the same before it: "the port of Halden"
/// @param office what ends the name of an office that speaks for its place
/// @param filler Chinese words that narrow nothing
record MeasurePatterns(
    Map<String, List<Measure>> byWord,
    List<Sold> sold,
    BitSet beginnings,
    Pattern named,
    Pattern onward,
    Pattern again,
    Pattern kind,
    Pattern start,
    Pattern moved,
    Pattern said,
    Pattern opens,
    Pattern plain,
    Pattern siteBehind,
    Pattern siteBefore,
    Pattern office,
    Pattern filler) {

  private static final int ZH = 4;
  private static final int EN = 5;

  /// A verb with what it counts.
  ///
  /// @param before matches its end right before the figure
  /// @param counted what stands behind the figure
  /// @param isAny whether that is any word
  record Sold(Measure measure, Pattern before, Pattern counted, boolean isAny) {}

  static MeasurePatterns chinese(Lexicon lexicon) {
    return of(lexicon, ZH);
  }

  static MeasurePatterns english(Lexicon lexicon) {
    return of(lexicon, EN);
  }

  private static MeasurePatterns of(Lexicon lexicon, int column) {
    boolean isChinese = column == ZH;
    Map<String, List<Measure>> byWord = new HashMap<>();
    Map<String, Measure> byId = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("measures.tsv").rows()) {
      Measure measure = measure(row);
      byId.put(measure.id(), measure);
      for (String word : row.cell(column).split("\\|")) {
        byWord.merge(word, List.of(measure), MeasurePatterns::both);
      }
    }
    List<LexiconFile.Row> links = lexicon.table("measure-links.tsv").rows();
    String measures = either(byWord.keySet().stream(), isChinese);
    String link = either(words(links, "link", isChinese), isChinese);
    String by = either(words(links, "by", isChinese), isChinese);
    String from = either(words(links, "from", isChinese), isChinese);
    String past = either(words(links, "past", isChinese), false);
    // A figure on the way to the one that counts: "by a quarter point", 由3.5%.
    String way =
        isChinese ? "(?:" + from + ")(?:\uE001的?)?\uE000" : "(?:" + by + "|" + from + ") ?\uE000";
    String again = either(words(links, "again", isChinese), isChinese);
    String move = either(words(links, "move", isChinese), isChinese);
    // 由3月的: of the figure from which it came.
    String start = isChinese ? "(?:(?:" + from + ")\uE001的?)?" : "";
    String gap =
        "(?:[ ,]|\uE001|" + link + "|" + way + (isChinese ? "" : "|" + move) + ")*" + start;
    String sites = either(words(links, "site", false), false);
    // "in Norrland", "of cod at the auction": whose it is, behind the measure.
    String behind =
        isChinese
            ? ""
            : "((?: (?:in|of|at|for) (?:the )?(?:[a-z]+ of )?[^ ,;\uE000\uE001]+(?: (?!%s)[a-z]+)?){0,2}?)"
                .formatted(String.join("|", link, move, by, from));
    return new MeasurePatterns(
        byWord,
        isChinese ? List.of() : sold(lexicon.table("measure-verbs.tsv"), byId),
        beginnings(byWord.keySet()),
        Pattern.compile("(" + measures + ")" + behind + "(" + gap + ")$"),
        Pattern.compile("^[ a-z]{0,14}?(?:[ ]|\uE001|" + past + "|" + link + "|在|份)*$"),
        Pattern.compile("^(?:in \uE001,? )?(?:" + again + ")"),
        Pattern.compile("(?:" + either(words(links, "kind", isChinese), isChinese) + ")"),
        Pattern.compile(
            isChinese
                ? "(?:" + from + ")$"
                : "(?:" + from + ") \uE000(?: [a-z\uE003]+){0,2}? (?:in|for|during) (?:the )?$"),
        Pattern.compile("(?:" + move + ")(?!.*\\b(?:to|at)\\b)"),
        Pattern.compile("(?:" + either(words(links, "said", isChinese), isChinese) + ")"),
        Pattern.compile(
            "\uE002(?:'s?)?|\uE001|\uE000|" + either(words(links, "opens", isChinese), false)),
        Pattern.compile(either(words(links, "plain", isChinese), false)),
        Pattern.compile("^ (" + sites + ")"),
        Pattern.compile("(" + sites + ") of $"),
        Pattern.compile("(?:" + either(words(links, "office", isChinese), false) + ")$"),
        Pattern.compile("(?:" + either(words(links, "filler", isChinese), false) + ")"));
  }

  private static BitSet beginnings(Set<String> words) {
    BitSet beginnings = new BitSet();
    words.forEach(word -> beginnings.set(beginning(word, 0)));
    return beginnings;
  }

  /// A number for the two characters there; few others have the same.
  private static int beginning(CharSequence text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) & 0xffff;
  }

  /// The first place in `[from, to)` where a measure is named whose figure stands at `to`: as the
  /// pattern would find it, but tried only where one of the words can begin.
  boolean isNamed(Matcher found, CharSequence text, int from, int to) {
    for (int i = from; i < to - 1; i++) {
      if (beginnings.get(beginning(text, i))
          && found.useTransparentBounds(i > from).region(i, to).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static List<Measure> both(List<Measure> one, List<Measure> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Measure measure(LexiconFile.Row row) {
    Set<UnitFamily> units =
        Arrays.stream(row.cell(2).split(" ")).map(UnitFamily::named).collect(Collectors.toSet());
    String id = row.cell(0).equals("-") ? "" : row.cell(0);
    return new Measure(id, Property.of(row.cell(1)), units, row.cell(3).equals("place"));
  }

  private static List<Sold> sold(LexiconFile verbs, Map<String, Measure> byId) {
    return verbs.rows().stream().map(row -> sold(row, byId)).toList();
  }

  private static Sold sold(LexiconFile.Row row, Map<String, Measure> byId) {
    String before =
        "\\b(%s) (?:(?:about|around|nearly|almost|a record|some) )?$".formatted(row.cell(0));
    String any = "^ (?!of )[a-z\uE003]";
    boolean isAny = row.cell(2).equals("-");
    String counted = isAny ? any : "^ (?:%s|\uE003)\\b".formatted(row.cell(2));
    Measure measure = Objects.requireNonNull(byId.get(row.cell(1)), "a measure of the table");
    return new Sold(measure, Pattern.compile(before), Pattern.compile(counted), isAny);
  }

  private static Stream<String> words(List<LexiconFile.Row> rows, String kind, boolean isChinese) {
    return rows.stream()
        .filter(row -> row.cell(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.cell(1).split("\\|")))
        .filter(word -> isChinese == isHan(word) || kind.equals("past"));
  }

  private static boolean isHan(String word) {
    return word.charAt(0) >= '\u2e80';
  }

  private static String either(Stream<String> words, boolean isChinese) {
    Set<String> once = words.collect(Collectors.toCollection(HashSet::new));
    return once.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(
            word ->
                isChinese || isHan(word) || !Character.isLetter(word.charAt(0))
                    ? Pattern.quote(word)
                    : "\\b" + Pattern.quote(word) + "\\b")
        .collect(Collectors.joining("|"));
  }
}
