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
import java.util.stream.Stream;

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

  private final List<Asking> asking = new ArrayList<>();
  private final Map<AskedKind, Pattern> answers = new EnumMap<>(AskedKind.class);

  /// What a word is worth that says little of what is asked.
  private static final double GENERIC = 0.3;

  private final Map<Role, List<Pattern>> roles = new EnumMap<>(Role.class);
  private final Map<String, Double> worth = new HashMap<>();

  /// What words are for that are no kind of answer, as the head of the table tells.
  private enum Role {
    SUM,
    SPAN,
    AGE,
    WEIGHT,
    EXTENT,
    SHARE,
    DIFFERS,
    PER,
    PART,
    PERSONS,
    APART,
    ANYBODY,
    DOUBTS,
    POINTS,
    DEFINES,
    NUMBER,
    MANY,
    MUCH,
    RANK,
    CLAUSE,
    JOINS,
    ENDS,
    SOURCE,
    VALUE,
    INSIDE,
    THING,
    NARROWS,
    AHEAD
  }

  /// @param first whether the first of several in a question says what is asked, as in English;
  ///   else the first row does
  private record Asking(AskedKind kind, Pattern words, boolean first) {}

  /// Where a question says what it wants.
  ///
  /// @param start where those words begin
  /// @param end after them
  record Asked(AskedKind kind, int start, int end) {}

  AskWords(Lexicon lexicon) {
    this(lexicon.table("zh/ask-words.tsv"), lexicon.table("en/ask-words.tsv"));
  }

  /// @throws IllegalArgumentException if a row has a role or a kind that there is not
  AskWords(LexiconFile chinese, LexiconFile english) {
    Map<AskedKind, List<String>> found = new LinkedHashMap<>();
    add(chinese, " ", AskWords::chinese, found);
    add(english, ", ", AskWords::english, found);
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
      AskedKind kind = named(AskedKind.class, file, row, 2);
      List<String> words =
          List.of(row.cell(0).split(between)).stream().map(writing::pattern).toList();
      switch (row.cell(1)) {
        case "asks" -> asking.add(new Asking(kind, any(words), isFirst(kind, between)));
        case "answers" -> found.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(words);
        default ->
            roles
                .computeIfAbsent(named(Role.class, file, row, 1), _ -> new ArrayList<>())
                .add(any(words));
      }
    }
  }

  /// What a cell of a row names.
  ///
  /// @throws IllegalArgumentException with the file and the row if there is no such thing
  private static <E extends Enum<E>> E named(
      Class<E> things, LexiconFile file, LexiconFile.Row row, int cell) {
    try {
      return Enum.valueOf(things, row.cell(cell).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s line %d: no %s is called %s"
              .formatted(
                  file.name(), row.line(), things == Role.class ? "role" : "kind", row.cell(cell)),
          e);
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
    boolean atStart = words.startsWith("^");
    String pattern = (atStart ? words.substring(1) : words).replace("_ ", ENGLISH_GAP);
    return (atStart ? "^" : "\\b") + pattern + "\\b";
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
    return isAny(Role.SUM, question) || isAny(Role.PER, question);
  }

  /// Whether a question in [#plain] form that is for a figure is for a length of time.
  boolean asksForASpan(String question) {
    return isAny(Role.SPAN, question);
  }

  /// Whether words in [#plain] form speak of how old somebody is.
  boolean tellsAnAge(String words) {
    return isAny(Role.AGE, words);
  }

  /// Where a question in [#plain] form has words that a sentence tells by a unit alone: *how heavy*
  /// is answered by tonnes, and a price by money for a kilogram.
  List<MatchResult> toldByUnits(String question) {
    return Stream.of(Role.PER, Role.WEIGHT, Role.EXTENT)
        .flatMap(role -> found(role, question))
        .toList();
  }

  /// Whether a question in [#plain] form that is for a figure is for how heavy something is.
  boolean asksForAWeight(String question) {
    return isAny(Role.WEIGHT, question);
  }

  /// Whether a question in [#plain] form that is for a figure is for how tall, deep, wide or thick
  /// something is.
  boolean asksForAnExtent(String question) {
    return isAny(Role.EXTENT, question);
  }

  /// Where a question in [#plain] form asks what so much of a thing costs: 多少钱一吨, *how much is a
  /// tonne*.
  List<MatchResult> unitPrices(String question) {
    return found(Role.PER, question).toList();
  }

  /// Whether a question in [#plain] form that is for a figure is for how much more or less
  /// something is than another: by so much, by a part of it, or so many times.
  boolean asksForADifference(String question) {
    return isAny(Role.DIFFERS, question);
  }

  /// Whether a sentence in [#plain] form names anybody who can be counted.
  boolean namesAnybody(String sentence) {
    return isAny(Role.ANYBODY, sentence) || isAny(Role.PERSONS, sentence);
  }

  /// Whether a question in [#plain] form asks the same of each of several things.
  boolean asksApart(String question) {
    return isAny(Role.APART, question);
  }

  /// Whether a question in [#plain] form that is for a figure is for a part of a whole.
  boolean asksForAShare(String question) {
    return isAny(Role.SHARE, question);
  }

  /// Whether a question in [#plain] form that is for a figure can be told by a part of a whole.
  boolean asksForAPart(String question) {
    return isAny(Role.PART, question);
  }

  /// Whether a word in [#plain] form that is counted stands for others too: of *people* there are
  /// passengers and workers.
  boolean isAnybody(String word) {
    return of(Role.ANYBODY).stream().anyMatch(words -> words.matcher(word).matches());
  }

  /// What the clauses of a question in [#plain] form ask for, where each of several asks for
  /// itself: *who runs it, and since when*.
  List<AskedKind> askedInClauses(String question) {
    return BETWEEN_CLAUSES
        .splitAsStream(question)
        .filter(clause -> isAny(Role.CLAUSE, clause))
        .map(clause -> asked(clause).kind())
        .toList();
  }

  /// Whether a sentence in [#plain] form asks something itself.
  boolean asks(String sentence) {
    return isAny(Role.DOUBTS, sentence);
  }

  /// Whether a sentence in [#plain] form begins with a word that stands for something said before.
  boolean pointsBack(String sentence) {
    return of(Role.POINTS).stream().anyMatch(words -> words.matcher(sentence).lookingAt());
  }

  /// Whether a question or a sentence in [#plain] form speaks of what is to come.
  boolean looksAhead(String words) {
    return isAny(Role.AHEAD, words);
  }

  /// Whether words in [#plain] form that begin with a name go on to say what it is.
  boolean defines(String words) {
    return isAny(Role.DEFINES, words);
  }

  /// What stands in a question for the number that it asks for.
  ///
  /// @param many whether it is of what is counted
  /// @param rank whether it is a place in an order
  record AskedNumber(int start, int end, boolean many, boolean rank) {}

  /// What stands in a question in [#plain] form for the number that it asks for; of what is not
  /// counted, nothing.
  Optional<AskedNumber> askedNumber(String question) {
    return Stream.of(Role.NUMBER, Role.MANY, Role.RANK)
        .flatMap(role -> found(role, question).map(one -> askedNumber(role, one)))
        .min(Comparator.comparingInt(AskedNumber::start));
  }

  private static AskedNumber askedNumber(Role role, MatchResult found) {
    return new AskedNumber(found.start(), found.end(), role == Role.MANY, role == Role.RANK);
  }

  /// Whether a question in [#plain] form is for so much of what is not counted.
  boolean asksHowMuch(String question) {
    return isAny(Role.MUCH, question);
  }

  /// Where a question in [#plain] form has what binds things that are set side by side.
  List<MatchResult> joins(String question) {
    return inOrder(Role.JOINS, question);
  }

  /// Where in a question in [#plain] form the question itself begins: behind words that say only by
  /// which text it is asked (*according to the records of ...,* 根据判决书，), else at 0.
  int behindTheSource(String question) {
    return found(Role.SOURCE, question).mapToInt(MatchResult::end).findFirst().orElse(0);
  }

  /// Whether words in [#plain] form behind a name of something in a question only ask for its
  /// value.
  boolean askForItsValue(String behind) {
    return isAny(Role.VALUE, behind);
  }

  /// Whether words in [#plain] form between two things bind them.
  boolean join(String between) {
    return isAny(Role.JOINS, between);
  }

  /// Where a phrase of such things begins or ends, in order.
  List<MatchResult> phraseEnds(String question) {
    return inOrder(Role.ENDS, question);
  }

  /// Whether a word in [#plain] form holds one that asks: 谁是, 多少个.
  boolean asksInside(String word) {
    return isAny(Role.INSIDE, word);
  }

  /// Whether a question in [#plain] form is for nothing but what something is: its name alone
  /// stands beside the asking.
  boolean namesAThing(String question) {
    Matcher end = CLOSING.matcher(question);
    String open = end.find() ? question.substring(0, end.start()) : question;
    return open.length() <= LONGEST_THING && isAny(Role.THING, open) && !isAny(Role.NARROWS, open);
  }

  private List<Pattern> of(Role role) {
    return roles.getOrDefault(role, List.of());
  }

  private boolean isAny(Role role, String words) {
    return of(role).stream().anyMatch(pattern -> pattern.matcher(words).find());
  }

  private List<MatchResult> inOrder(Role role, String question) {
    return found(role, question).sorted(Comparator.comparingInt(MatchResult::start)).toList();
  }

  private Stream<MatchResult> found(Role role, String words) {
    return of(role).stream().flatMap(pattern -> pattern.matcher(words).results());
  }

  /// Where a sentence in [#plain] form has words that answer questions of this kind.
  List<Integer> answers(AskedKind kind, String sentence) {
    Pattern words = answers.get(kind);
    return words == null
        ? List.of()
        : words.matcher(sentence).results().map(MatchResult::start).toList();
  }
}
