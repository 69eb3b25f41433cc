package dev.assay.analyze.quantity;

import dev.assay.cite.Span;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the [Basis] of a number from the words of its clause (`lexicon/bases.tsv`): of several
/// words the nearest, and none that stands with the number beside it. Immutable; safe for use by
/// many threads.
public final class BasisReader {

  /// Nothing further from a number than this says what it means.
  private static final int REACH = 60;

  /// What is measured against what the number before is: 升幅为0.35%.
  private static final String SAME = "same";

  /// So many numbers in a row at most have what they are measured against from one before them.
  private static final int MOST_SAME = 16;

  /// Of several together: 每10股, for every 10 shares.
  private static final String MANY = "many";

  /// The several themselves: 100,000 people of "4 cases per 100,000 people".
  private static final String EVERY_SO_MANY = "every";

  /// Of a longer word that holds one of the others and means nothing of its kind.
  private static final String NOTHING = "none";

  /// Behind a rise or a fall: what is told is a level.
  private static final Pattern LEVEL = Pattern.compile(" (?:back )?(?:to|from)\\b|[了]?[至到为自从成]");

  /// What may stand between a comma and the number of the verb before it: slowed, by 2 points.
  private static final Pattern CARRIED = Pattern.compile(" ?(?:by|to|from) |至");

  /// So near at a number a rise or a fall is one by so much.
  private static final int NEXT = 1;

  private static final String ARTICLE = "a ";

  private static final Pattern EVERY = Pattern.compile("每$|(?:^| )(?:every|per) $");
  private static final int LONGEST_EVERY = 8;

  /// What stands with a number of each of something: right before it, and right after it.
  private static final Pattern EACH_HAN = Pattern.compile("每(\\p{IsHan}{1,3})$");

  private static final Pattern EACH_LATIN =
      Pattern.compile(
          " (?:per|(?:each|every|an?)(?= \\p{L}+(?:[,.;:)]|$| (?:from|for|on|in|at|to|and|or|with)\\b)))"
              + " (\\p{L}{3,})");

  private static final WordTable<Boolean> JOINTS =
      WordTable.forwards(Map.of("and", true, "but", true, "while", true, "whereas", true));

  private static final int LONGEST_EACH = 4;

  /// What stands right before the 日 or 月 of a calendar; 日本日产 is no day.
  private static final String NUMERALS = "一二三四五六七八九十";

  private static final String WHICH_MONTH = NUMERALS + "本上当该下次";

  private static final int LONGEST_THING = 40;

  private enum Kind {
    AGAINST,
    EACH,
    PER,
    RESULT,
    COURSE,
    /// One of a pair of which only one can be.
    SIDE
  }

  private enum Side {
    BEFORE,
    AFTER,
    TOUCHING,
    AHEAD,
    BOTH
  }

  /// @param of the name of its pair, or of its kind
  private record Word(Kind kind, String of, String value, Side side) {

    static Word of(LexiconFile.Row row) {
      Kind kind = Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
      String value = row.cell(2);
      int colon = value.indexOf(':');
      return new Word(
          kind,
          colon < 0 ? kind.name() : value.substring(0, colon),
          value.substring(colon + 1),
          Side.valueOf(row.cell(3).toUpperCase(Locale.ROOT)));
    }
  }

  /// A word that means several things has them all: 净利润.
  private final WordTable<List<Word>> words;

  private final Movement movement;

  public BasisReader(Lexicon lexicon) {
    Map<String, List<Word>> all = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("bases.tsv").rows()) {
      Word word = Word.of(row);
      for (String form : row.cell(0).split(" \\| ")) {
        all.computeIfAbsent(new String(Folding.letters(form)), _ -> new ArrayList<>()).add(word);
      }
    }
    this.words = WordTable.forwards(all);
    this.movement = new Movement(lexicon);
  }

  /// The basis of the number at `index` of `places`, which are all numbers of `text` in order.
  ///
  /// @param text folded by [Folding#letters]
  public Basis read(char[] text, List<Span> places, int index) {
    return read(index, at -> readOwn(text, places, at));
  }

  /// The basis of the number at `index`, measured against what the one before is where it is the
  /// [#SAME].
  ///
  /// @param own what [#readOwn] makes of each number
  public static Basis read(int index, IntFunction<Basis> own) {
    Basis basis = own.apply(index);
    Basis told = basis;
    for (int at = index - 1; SAME.equals(told.against()); at--) {
      boolean lost = at < 0 || index - at > MOST_SAME;
      told = lost ? Basis.NONE : own.apply(at);
    }
    return basis.against(told.against());
  }

  /// The same, but that what it is measured against may be [#SAME].
  public Basis readOwn(char[] text, List<Span> places, int index) {
    Span place = places.get(index);
    int from = from(text, places, index);
    int to = to(text, places, index);
    Nearest nearest = new Nearest();
    for (int i = from; i < to; ) {
      boolean start = i == 0 || !WordTable.isLatin(text[i - 1]) || !WordTable.isLatin(text[i]);
      WordTable.Match<List<Word>> match = start ? words.at(text, i, text.length) : null;
      if (match != null && isOfCalendar(text, i)) {
        i++; // 4月产量 is of April
      } else if (match != null) {
        for (Word word : match.value()) {
          nearest.add(told(word, text, match.end()), i, match.end(), place);
        }
        i = Math.max(i + 1, match.end());
      } else {
        i++;
      }
    }
    nearest.move(movement.way(text, places, index, from, nearest));
    boolean isOfMany = isOfMany(text, places, index);
    nearest.ratio(isEvery(text, place) ? EVERY_SO_MANY : isOfMany ? MANY : null);
    Basis basis = nearest.basis();
    if (!nearest.isOfPart()) {
      basis = basis.perWord(thing(text, place));
    }
    return isOfMany ? basis.per(MANY) : basis;
  }

  /// Whether the 月 or 日 at `i` belongs to the number, or the word for which one, before it.
  private static boolean isOfCalendar(char[] text, int i) {
    String which = text[i] == '月' ? WHICH_MONTH : text[i] == '日' ? NUMERALS : "";
    return !which.isEmpty()
        && i > 0
        && (Character.isDigit(text[i - 1]) || which.indexOf(text[i - 1]) >= 0);
  }

  /// The word of the thing that has so much, where no table knows it: £38,000 a match, 每剂32元. Null
  /// if there is none.
  private static @Nullable String thing(char[] text, Span place) {
    int start = Math.max(0, place.start() - LONGEST_EACH);
    Matcher han = EACH_HAN.matcher(new String(text, start, place.start() - start));
    if (han.find()) {
      return han.group(1);
    }
    int end = Math.min(text.length, place.end() + LONGEST_THING);
    Matcher latin = EACH_LATIN.matcher(new String(text, place.end(), end - place.end()));
    return latin.lookingAt() ? latin.group(1) : null;
  }

  /// What rises to 5 % or falls from 5 % is at 5 %, and does not rise by it.
  private static Word told(Word word, char[] text, int end) {
    boolean level =
        word.kind() == Kind.COURSE
            && LEVEL.matcher(CharBuffer.wrap(text, end, text.length - end)).lookingAt();
    return level ? new Word(word.kind(), word.of(), NOTHING, word.side()) : word;
  }

  /// Whether the number beside tells of how many this one is: 每10股派3元, 3 yuan for every 10 shares.
  private static boolean isOfMany(char[] text, List<Span> places, int index) {
    Span place = places.get(index);
    if (index > 0) {
      Span before = places.get(index - 1);
      boolean near = place.start() - before.end() <= LONGEST_EVERY;
      if (near && before.start() > 0 && text[before.start() - 1] == '每') {
        return true;
      }
    }
    if (index + 1 == places.size()) {
      return false;
    }
    Span next = places.get(index + 1);
    int between = next.start() - place.end();
    return between > 0
        && between <= 2 * LONGEST_EVERY
        && IntStream.range(place.end(), next.start()).noneMatch(i -> isEnd(text, i))
        && isEvery(text, next);
  }

  /// Whether a number tells of how many another one is: per 100,000 people, 每10万人.
  public static boolean isEvery(char[] text, Span place) {
    int from = Math.max(0, place.start() - LONGEST_EVERY);
    return EVERY.matcher(CharBuffer.wrap(text, from, place.start() - from)).find();
  }

  /// After the number before, with what belongs to it, and after the end of the clause before.
  private static int from(char[] text, List<Span> places, int index) {
    int start = places.get(index).start();
    int edge = Math.max(0, start - REACH);
    int last = index - 1;
    while (last >= 0 && isAgo(text, places.get(last))) {
      last--;
    }
    int before = last < 0 ? 0 : places.get(last).end();
    edge = Math.max(edge, before);
    for (int i = start - 1; i >= edge; i--) {
      if (isEnd(text, i) && !isCarried(text, i, start)
          || i > before && before > 0 && isAnd(text, i)) {
        return i + 1;
      }
    }
    return edge;
  }

  private static boolean isCarried(char[] text, int comma, int start) {
    return ",，".indexOf(text[comma]) >= 0
        && CARRIED.matcher(CharBuffer.wrap(text, comma + 1, start - comma - 1)).matches();
  }

  private static int to(char[] text, List<Span> places, int index) {
    int end = places.get(index).end();
    int edge = Math.min(text.length, end + REACH);
    int after = index + 1;
    while (after < places.size() && isArticle(text, places.get(after))) {
      after++;
    }
    int next = after < places.size() ? places.get(after).start() : text.length;
    edge = Math.min(edge, next);
    for (int i = end; i < edge; i++) {
      if (isEnd(text, i) && !isBracket(text, i, end) || next < text.length && isAnd(text, i)) {
        return i;
      }
    }
    return edge;
  }

  /// In 420 tonnes a day the day is no number of its own, nor is the year in higher than a year
  /// ago.
  private static boolean isArticle(char[] text, Span place) {
    int start = place.start();
    return isArticle(text, start) || isArticle(text, lastWord(text, place) - ARTICLE.length());
  }

  private static boolean isArticle(char[] text, int at) {
    return at >= 0
        && at + 1 < text.length
        && text[at] == ARTICLE.charAt(0)
        && text[at + 1] == ARTICLE.charAt(1)
        && (at == 0 || !WordTable.isLatin(text[at - 1]));
  }

  private static int lastWord(char[] text, Span place) {
    int start = place.end();
    while (start > place.start() && WordTable.isLatin(text[start - 1])) {
      start--;
    }
    return start;
  }

  /// In 比五年前 the years are no number of their own.
  private static boolean isAgo(char[] text, Span place) {
    return place.end() < text.length && text[place.end()] == '前';
  }

  /// 增长6%（同比）.
  private static boolean isBracket(char[] text, int i, int end) {
    return i == end && "（(".indexOf(text[i]) >= 0;
  }

  private static boolean isEnd(char[] text, int i) {
    return Ends.OF_BASIS_CLAUSE.indexOf(text[i]) >= 0
        || text[i] == '.' && (i + 1 == text.length || text[i + 1] == ' ');
  }

  /// Whether a word that joins two clauses begins at `i`, or at the next letter.
  private static boolean isAnd(char[] text, int i) {
    return text[i] == '和'
        || text[i] == '但'
        || text[i] == ' ' && JOINTS.at(text, i + 1, text.length) != null;
  }

  /// The word of each kind that is nearest to the number.
  static final class Nearest {

    /// By the name of the kind, or of the pair.
    private final Map<String, String> values = new HashMap<>();

    private final Map<String, Integer> distances = new HashMap<>();
    private final Map<String, String> sides = new HashMap<>();

    /// Whether a rise or a fall stands right before the number.
    boolean isBehindCourse;

    void add(Word word, int start, int end, Span place) {
      boolean opens = start == place.start() && end < place.end(); // 最高680元
      boolean before = end <= place.start() || opens;
      boolean after = start >= place.end();
      boolean there =
          switch (word.side()) {
            case BEFORE -> before;
            case AFTER -> after;
            case TOUCHING -> after && start - place.end() <= 1;
            case AHEAD -> before && end >= place.start();
            case BOTH -> before || after;
          };
      int distance = before ? Math.max(0, place.start() - end) : start - place.end();
      int nearest = distances.getOrDefault(word.of(), Integer.MAX_VALUE);
      boolean touches = word.side() == Side.TOUCHING && distance == nearest; // grew 2 points slower
      if (there && (distance < nearest || touches)) {
        (word.kind() == Kind.SIDE ? sides : values).put(word.of(), word.value());
        distances.put(word.of(), distance);
        if (word.kind() == Kind.COURSE) {
          isBehindCourse = before && distance <= NEXT && !word.value().equals(NOTHING);
        }
      }
    }

    void move(@Nullable String way) {
      if (way != null) {
        sides.putIfAbsent(Basis.MOVE, way);
      }
    }

    void ratio(@Nullable String part) {
      if (part != null) {
        sides.put(Basis.RATIO, part);
      }
    }

    /// Whether a word of a change stands with the number.
    boolean tellsCourse() {
      return tells(Kind.COURSE);
    }

    private boolean tells(Kind kind) {
      return values.containsKey(kind.name());
    }

    Basis basis() {
      return new Basis(
          known(Kind.AGAINST),
          known(Kind.EACH),
          known(Kind.PER),
          known(Kind.RESULT),
          known(Kind.COURSE),
          told());
    }

    private Map<String, String> told() {
      Map<String, String> told = new HashMap<>(sides);
      told.values().removeIf(NOTHING::equals);
      return told;
    }

    /// Whether some word says for how long or of what so much is, or that it is of neither.
    boolean isOfPart() {
      return tells(Kind.EACH) || tells(Kind.PER);
    }

    private @Nullable String known(Kind kind) {
      String value = values.get(kind.name());
      return value == null || value.equals(NOTHING) ? null : value;
    }
  }
}
