package dev.assay.event;

import dev.assay.analyze.name.Tag;
import dev.assay.fold.ContentTokens;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a text speaks of, as concepts that are the same in Chinese and English: the things it
/// names, figures, days, names and codes in Latin letters, and words of the news that stand in a
/// table in both languages. Safe for use by many threads once made.
final class Concepts {

  /// A text is known by its first tokens of this number.
  private static final int MOST_TOKENS = 3_000;

  /// The first tokens, where news tells what happened.
  private static final int HEAD = 60;

  private static final float HEAD_WEIGHT = 1.5f;
  private static final float THING = 1.5f;
  private static final float FIGURE = 0.6f;

  private static final long THINGS = 0x51ed270b2fL;
  private static final long ROWS = 0x3c6ef372feL;
  private static final long LETTERS = 0x1f83d9abfbL;
  private static final long DAYS = 0x5be0cd19137L;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Phrases english = new Phrases();
  private final Map<String, long[]> chinese = new HashMap<>();
  private int longestChinese = 1;

  Concepts(Lexicon lexicon) {
    for (String table : List.of("bridge.tsv", "event-words.tsv")) {
      for (var line : lexicon.table(table).rows()) {
        long row = ROWS ^ hash(line.cell(0) + '\t' + line.cell(1));
        for (String word : line.cell(0).split(" ")) {
          if (word.length() > 1) {
            chinese.merge(word, new long[] {row}, Concepts::both);
            longestChinese = Math.max(longestChinese, word.length());
          }
        }
        for (String words : line.cell(1).split(",")) {
          english.add(words.strip(), row);
        }
      }
    }
  }

  private static long[] both(long[] one, long[] other) {
    long[] both = new long[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /// English words and short phrases, by their stems.
  private static final class Phrases {
    private final Map<String, long[]> rows = new HashMap<>();
    private int longest = 1;

    void add(String words, long row) {
      String[] parts = words.toLowerCase(Locale.ROOT).split("[ -]");
      StringBuilder stems = new StringBuilder();
      for (String part : parts) {
        stems.append(EventTerms.stemmed(part)).append(' ');
      }
      rows.merge(stems.toString(), new long[] {row}, Concepts::both);
      longest = Math.max(longest, parts.length);
    }
  }

  /// Whether a text is written in Chinese characters rather than in words with spaces.
  static boolean isHan(String text) {
    int han = 0;
    int words = 0;
    for (int i = 0; i < Math.min(text.length(), 2_000); i++) {
      if (HanScript.isHan(text.charAt(i))) {
        han++;
      } else if (text.charAt(i) == ' ') {
        words++;
      }
    }
    return han > words;
  }

  /// What a concept is.
  enum Kind {
    THING,
    FIGURE,
    DAY,
    LETTERS,
    WORD
  }

  /// Where a concept first stands in a text, offsets as in [Told#text].
  record Place(Kind kind, int start, int end) {}

  /// The concepts of a text.
  ///
  /// @param counts how often each stands there, its head counted more
  /// @param places where each stands first
  record Read(Map<Long, Float> counts, Map<Long, Place> places) {}

  Read of(Told told) {
    Reading reading = new Reading(told);
    reading.tokens();
    if (reading.han) {
      reading.chineseWords();
    }
    reading.things();
    return new Read(reading.counts, reading.places);
  }

  /// How many words of the news a text has.
  int words(String text) {
    return (int)
        of(Told.of(text, List.of())).places().values().stream()
            .filter(place -> place.kind() == Kind.WORD)
            .map(Place::start)
            .distinct()
            .count();
  }

  private final class Reading {
    private final Told told;
    private final String text;
    private final ContentTokens tokens;
    private final Map<Long, Float> counts = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final boolean han;

    Reading(Told told) {
      this.told = told;
      this.text = told.text();
      this.tokens = ContentTokens.of(text);
      this.han = isHan(text);
    }

    /// Counts a concept that begins with a token.
    private void count(long concept, Kind kind, int token, float weight) {
      Place place = new Place(kind, tokens.start(token), tokens.end(token));
      add(concept, place, token < HEAD ? HEAD_WEIGHT * weight : weight);
    }

    private void add(long concept, Place place, float weight) {
      long key = Spoken.key(concept);
      counts.merge(key, weight, Float::sum);
      places.putIfAbsent(key, place);
    }

    void tokens() {
      int end = Math.min(MOST_TOKENS, tokens.size());
      List<String> stems = new ArrayList<>();
      int first = 0;
      for (int i = 0; i < end; i++) {
        switch (tokens.kind(i)) {
          case CHARACTER -> {}
          case NUMBER -> {
            count(tokens.hash(i), Kind.FIGURE, i, FIGURE);
            chineseDay(i);
          }
          case CODE -> count(LETTERS ^ tokens.hash(i), Kind.LETTERS, i, 1);
          case WORD -> {
            if (stems.isEmpty()) {
              first = i;
            }
            word(i, stems);
          }
        }
        boolean goesOn = i + 1 < end && tokens.kind(i + 1) == ContentTokens.Kind.WORD;
        if (!goesOn && !stems.isEmpty()) {
          phrases(stems, first);
          stems.clear();
        }
      }
    }

    private void word(int i, List<String> stems) {
      String word = text.substring(tokens.start(i), tokens.end(i));
      String lower = word.toLowerCase(Locale.ROOT);
      if (Character.isUpperCase(word.charAt(0)) && word.length() > 1) {
        count(LETTERS ^ tokens.hash(i), Kind.LETTERS, i, 1);
      }
      englishDay(i, lower);
      stems.add(EventTerms.stemmed(lower));
    }

    private void phrases(List<String> stems, int first) {
      for (int i = 0; i < stems.size(); i++) {
        StringBuilder phrase = new StringBuilder();
        long[] found = null;
        int length = 0;
        for (int k = 0; k < english.longest && i + k < stems.size(); k++) {
          phrase.append(stems.get(i + k)).append(' ');
          long[] rows = english.rows.get(phrase.toString());
          if (rows != null) {
            found = rows;
            length = k;
          }
        }
        if (found != null) {
          int end = tokens.end(first + i + length);
          rows(found, first + i, new Place(Kind.WORD, tokens.start(first + i), end));
          i += length;
        }
      }
    }

    private void rows(long[] rows, int token, Place place) {
      float weight = (token < HEAD ? HEAD_WEIGHT : 1) / rows.length;
      for (long row : rows) {
        add(row, place, weight);
      }
    }

    void chineseWords() {
      String simple = HanScript.simplify(text);
      int token = 0;
      for (int i = 0; i < simple.length(); i++) {
        if (!HanScript.isHan(simple.charAt(i))) {
          continue;
        }
        token++;
        for (int length = Math.min(longestChinese, simple.length() - i); length > 1; length--) {
          long[] rows = chinese.get(simple.substring(i, i + length));
          if (rows != null) {
            rows(rows, token, new Place(Kind.WORD, i, i + length));
            i += length - 1;
            token += length - 1;
            break;
          }
        }
      }
    }

    /// `1 月 13 日`: a number, a sign, a number, a sign.
    private void chineseDay(int i) {
      if (i + 3 < tokens.size()
          && sign(i + 1) == '月'
          && tokens.kind(i + 2) == ContentTokens.Kind.NUMBER
          && (sign(i + 3) == '日' || sign(i + 3) == '号')) {
        day(number(i), number(i + 2), i);
      }
    }

    private char sign(int i) {
      return tokens.end(i) - tokens.start(i) == 1 ? text.charAt(tokens.start(i)) : ' ';
    }

    private int number(int i) {
      String digits = text.substring(tokens.start(i), tokens.end(i));
      return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    }

    /// `January 13`, `13 Jan.`
    private void englishDay(int i, String word) {
      int month = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
      if (month < 0) {
        return;
      }
      for (int beside : new int[] {i + 1, i - 1}) {
        if (beside >= 0
            && beside < tokens.size()
            && tokens.kind(beside) == ContentTokens.Kind.NUMBER) {
          day(month + 1, number(beside), i);
          return;
        }
      }
    }

    private void day(int month, int day, int token) {
      if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
        count(DAYS + 40L * month + day, Kind.DAY, token, 1.5f);
      }
    }

    void things() {
      for (Tag tag : Tag.known(told.tags())) {
        Tag.Mention first = tag.mentions().getFirst();
        int start = told.start(first.paragraph()) + first.span().start();
        int end = told.start(first.paragraph()) + first.span().end();
        boolean early = start < (han ? HEAD : 5 * HEAD);
        add(
            THINGS ^ hash(tag.entity()),
            new Place(Kind.THING, start, end),
            THING * tag.mentions().size() * (early ? HEAD_WEIGHT : 1));
      }
    }
  }

  static long hash(String text) {
    long hash = 11;
    for (int i = 0; i < text.length(); i++) {
      hash = 1_000_003 * hash + text.charAt(i);
    }
    return hash;
  }
}
