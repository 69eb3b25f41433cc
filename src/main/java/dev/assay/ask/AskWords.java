package dev.assay.ask;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of `ask-words.tsv` in both languages: what a question asks for, and what shows that a
/// sentence answers it. Immutable; safe for use by many threads.
final class AskWords {

  /// What `_` stands for.
  private static final String CHINESE_GAP = ".{0,6}?";

  private static final String ENGLISH_GAP = "(?:\\S+ ){0,3}?";

  /// Marks behind a question.
  private static final Pattern CLOSING = Pattern.compile("[\\s?？。.!！]+$");

  /// A question for nothing but what something is has no more characters.
  private static final int LONGEST_THING = 100;

  private static final Pattern BETWEEN_CLAUSES =
      Pattern.compile("(?:[,;?] ?)?\\band (?=\\S)|[,;?] |[，；？、]|以及");

  /// A clause that asks: by its first word in English, by any of its words in Chinese.
  private static final Pattern ASKING_CLAUSE =
      Pattern.compile(
          "^(?:(?:in|by|at|to|for|from|on|with|since|until) )?"
              + "(?:how|when|who|whom|whose|where|which|what|why)\\b"
              + "|谁|什么|何时|何地|何人|为何|如何|哪|多少|几|怎|多[长大高远久]");

  private final List<Asking> asking = new ArrayList<>();
  private final Map<AskedKind, Pattern> answers = new EnumMap<>(AskedKind.class);

  /// What a word is worth that says little of what is asked.
  private static final double GENERIC = 0.3;

  private final List<Pattern> sums = new ArrayList<>();
  private final List<Pattern> apart = new ArrayList<>();
  private final List<Pattern> persons = new ArrayList<>();
  private final List<Pattern> shares = new ArrayList<>();
  private final List<Pattern> differences = new ArrayList<>();
  private final List<Pattern> unitPrices = new ArrayList<>();
  private final List<Pattern> parts = new ArrayList<>();
  private final List<Pattern> anybody = new ArrayList<>();
  private final List<Pattern> doubts = new ArrayList<>();
  private final List<Pattern> points = new ArrayList<>();
  private final List<Pattern> defines = new ArrayList<>();
  private final List<Pattern> askedNumbers = new ArrayList<>();
  private final List<Pattern> asksInside = new ArrayList<>();
  private final List<Pattern> things = new ArrayList<>();
  private final List<Pattern> narrows = new ArrayList<>();
  private final List<Pattern> ahead = new ArrayList<>();
  private final Map<String, Double> worth = new HashMap<>();

  /// @param first whether the first of several in a question says what is asked, as in English;
  ///   else the first row does
  private record Asking(AskedKind kind, Pattern words, boolean first) {}

  /// Where a question says what it wants.
  ///
  /// @param start where those words begin
  /// @param end after them
  record Asked(AskedKind kind, int start, int end) {}

  AskWords(Lexicon lexicon) {
    Map<AskedKind, List<String>> found = new LinkedHashMap<>();
    add(lexicon.table("zh/ask-words.tsv"), " ", AskWords::chinese, found);
    add(lexicon.table("en/ask-words.tsv"), ", ", AskWords::english, found);
    found.forEach((kind, words) -> answers.put(kind, any(words)));
  }

  private static Pattern any(List<String> words) {
    return Pattern.compile("(?:" + String.join("|", words) + ")");
  }

  private interface Writing {
    String pattern(String words);
  }

  private void add(
      LexiconFile file, String between, Writing writing, Map<AskedKind, List<String>> found) {
    for (LexiconFile.Row row : file.rows()) {
      if (row.cell(1).equals("empty") || row.cell(1).equals("generic")) {
        double here = row.cell(1).equals("empty") ? 0 : GENERIC;
        List.of(row.cell(0).split(between)).forEach(word -> worth.put(word, here));
        continue;
      }
      AskedKind kind = AskedKind.of(row.cell(2));
      List<String> words =
          List.of(row.cell(0).split(between)).stream().map(writing::pattern).toList();
      switch (row.cell(1)) {
        case "asks" -> asking.add(new Asking(kind, any(words), isFirst(kind, between)));
        case "sum" -> sums.add(any(words));
        case "share" -> shares.add(any(words));
        case "differs" -> differences.add(any(words));
        case "per" -> unitPrices.add(any(words));
        case "part" -> parts.add(any(words));
        case "persons" -> persons.add(any(words));
        case "apart" -> apart.add(any(words));
        case "anybody" -> anybody.add(any(words));
        case "doubts" -> doubts.add(any(words));
        case "points" -> points.add(any(words));
        case "defines" -> defines.add(any(words));
        case "number" -> askedNumbers.add(any(words));
        case "inside" -> asksInside.add(any(words));
        case "thing" -> things.add(any(words));
        case "narrows" -> narrows.add(any(words));
        case "ahead" -> ahead.add(any(words));
        case String _ -> found.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(words);
      }
    }
  }

  /// In English the word that asks opens the question, and another behind it belongs to what is
  /// told: *how many drowned when*. A comparison or a summary is asked for by any word.
  private static boolean isFirst(AskedKind kind, String between) {
    return between.equals(", ") && kind != AskedKind.SUMMARY && kind != AskedKind.COMPARE;
  }

  private static String chinese(String words) {
    return words.replace("_", CHINESE_GAP);
  }

  private static String english(String words) {
    String start = words.startsWith("^") ? "^" : "\\b";
    return start + words.replace("^", "").replace("_ ", ENGLISH_GAP) + "\\b";
  }

  /// In small letters and simplified characters, each at its place.
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return HanScript.simplify(lower.length() == text.length() ? lower : text);
  }

  /// How much a word of a question in [#plain] form says of what is asked, 0 to 1.
  double worth(String word) {
    return worth.getOrDefault(word, 1.0);
  }

  /// What a question in [#plain] form asks for: of several, what the first row says, or the first
  /// in the question.
  Asked asked(String question) {
    Asked asked = new Asked(AskedKind.OTHER, 0, 0);
    for (Asking one : asking) {
      Matcher matcher = one.words().matcher(question);
      boolean open = asked.kind() == AskedKind.OTHER;
      if (matcher.find() && (open || one.first() && matcher.start() < asked.start())) {
        asked = new Asked(one.kind(), matcher.start(), matcher.end());
        if (!one.first()) {
          return asked;
        }
      }
    }
    return asked;
  }

  /// Whether a question in [#plain] form that is for a figure is for a sum of money.
  boolean asksForASum(String question) {
    return isAny(sums, question) || isAny(unitPrices, question);
  }

  /// Where a question in [#plain] form asks what so much of a thing costs: 多少钱一吨, *how much is a
  /// tonne*.
  List<MatchResult> unitPrices(String question) {
    return unitPrices.stream().flatMap(words -> words.matcher(question).results()).toList();
  }

  /// Whether a question in [#plain] form that is for a figure is for how much more or less
  /// something is than another: by so much, by a part of it, or so many times.
  boolean asksForADifference(String question) {
    return isAny(differences, question);
  }

  /// Whether a sentence in [#plain] form names anybody who can be counted.
  boolean namesAnybody(String sentence) {
    return isAny(anybody, sentence) || isAny(persons, sentence);
  }

  /// Whether a question in [#plain] form asks the same of each of several things.
  boolean asksApart(String question) {
    return isAny(apart, question);
  }

  /// Whether a question in [#plain] form that is for a figure is for a part of a whole.
  boolean asksForAShare(String question) {
    return isAny(shares, question);
  }

  /// Whether a question in [#plain] form that is for a figure can be told by a part of a whole.
  boolean asksForAPart(String question) {
    return isAny(parts, question);
  }

  /// Whether a word in [#plain] form that is counted stands for others too: of *people* there are
  /// passengers and workers.
  boolean isAnybody(String word) {
    return anybody.stream().anyMatch(words -> words.matcher(word).matches());
  }

  /// What the clauses of a question in [#plain] form ask for, where each of several asks for
  /// itself: *who runs it, and since when*.
  List<AskedKind> askedInClauses(String question) {
    return BETWEEN_CLAUSES
        .splitAsStream(question)
        .filter(clause -> ASKING_CLAUSE.matcher(clause).find())
        .map(clause -> asked(clause).kind())
        .toList();
  }

  /// Whether a sentence in [#plain] form asks something itself.
  boolean asks(String sentence) {
    return isAny(doubts, sentence);
  }

  /// Whether a sentence in [#plain] form begins with a word that stands for something said before.
  boolean pointsBack(String sentence) {
    return points.stream().anyMatch(words -> words.matcher(sentence).lookingAt());
  }

  /// Whether a question or a sentence in [#plain] form speaks of what is to come.
  boolean looksAhead(String words) {
    return isAny(ahead, words);
  }

  /// Whether words in [#plain] form that begin with a name go on to say what it is.
  boolean defines(String words) {
    return isAny(defines, words);
  }

  /// What stands in a question in [#plain] form for the number that it asks for.
  Optional<MatchResult> askedNumber(String question) {
    return askedNumbers.stream()
        .flatMap(words -> words.matcher(question).results())
        .min(Comparator.comparingInt(MatchResult::start));
  }

  /// Whether a word in [#plain] form holds one that asks: 谁是, 多少个.
  boolean asksInside(String word) {
    return isAny(asksInside, word);
  }

  /// Whether a question in [#plain] form is for nothing but what something is: its name alone
  /// stands beside the asking.
  boolean namesAThing(String question) {
    Matcher end = CLOSING.matcher(question);
    String open = end.find() ? question.substring(0, end.start()) : question;
    return open.length() <= LONGEST_THING && isAny(things, open) && !isAny(narrows, open);
  }

  private static boolean isAny(List<Pattern> patterns, String words) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(words).find());
  }

  /// Where a sentence in [#plain] form has words that answer questions of this kind.
  List<Integer> answers(AskedKind kind, String sentence) {
    Pattern words = answers.get(kind);
    return words == null
        ? List.of()
        : words.matcher(sentence).results().map(MatchResult::start).toList();
  }
}
