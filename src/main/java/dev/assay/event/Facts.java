package dev.assay.event;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Transcriptions;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.article.PublicationTime;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a text states that reads alike in the other language whatever its words: figures with their
/// units, the days on which something happened by it, and, by their sound, names that no pack has.
///
/// @param telling how much each fact tells; the last bits of its key say of what kind it is
/// @param published the day on which the text was, if that is known to the day
public record Facts(Counts telling, @Nullable LocalDate published) {

  public static final Facts NONE = new Facts(Counts.NONE, null);

  /// What a fact is.
  enum Kind {
    FIGURE(0),
    DAY(1),
    NAME(2);

    private static final int BITS = 3;
    private static final long MIXED = 0x9e3779b97f4a7c15L;

    private final int bits;

    Kind(int bits) {
      this.bits = bits;
    }

    private long key(String text) {
      long hash = Concepts.hash(text);
      // the last letters tell days apart, and must not end in the bits of the kind
      return Spoken.key(MIXED * (hash ^ hash >>> 32)) & ~BITS | bits;
    }

    private boolean isOf(long key) {
      return (key & BITS) == bits;
    }
  }

  /// A text is known by its first facts of each kind.
  private static final int MOST_OF_A_KIND = 60;

  /// How much a figure of so many digits tells, from none on: many a text has a 3.
  private static final float[] DIGITS = {0, 0.5f, 1.5f, 3, 4.5f};

  /// How much a sound of so many consonants tells.
  private static final float[] CONSONANTS = {0, 0, 0.5f, 2, 4, 5};

  /// How much a name tells that is spelled as it sounds: Kaifeng.
  private static final float SPELLED = 4;

  private static final float DAY = 2;

  /// Few texts have a fact that tells so much.
  private static final float RARE = 3;

  /// Shorter words are no names by themselves.
  private static final int LEAST_LETTERS = 4;

  /// A Chinese name is known by so many of its first characters: 开封 of 开封市中心医院.
  private static final int LEAST_HAN = 2;

  private static final int MOST_HAN = 5;

  /// Where it is not known how many days apart two texts are.
  private static final int SOME_DAYS = 1;

  private static final int MOST_DAYS = 7;

  /// The facts of an article.
  ///
  /// @param dated its sentences that say on which day something happened
  static Facts of(Analysis analysis, List<DatedSentence> dated) {
    Reading reading = new Reading();
    analysis.paragraphs().stream()
        .flatMap(paragraph -> paragraph.numbers().quantities().stream())
        .forEach(reading::figure);
    dated.stream()
        .filter(sentence -> sentence.first().equals(sentence.last()))
        .forEach(sentence -> reading.add(Kind.DAY, sentence.first().toString(), DAY));
    analysis.tags().stream()
        .filter(Tag::isRead)
        .takeWhile(_ -> !reading.isFull(Kind.NAME)) // what names sound like is costly to hear
        .flatMap(tag -> ReadId.parse(tag.entity()).stream())
        .forEach(read -> reading.name(read.name()));
    PublicationTime published = analysis.article().publishedAt();
    return new Facts(Counts.of(reading.telling), published == null ? null : published.day());
  }

  /// How much the facts of a kind tell that both texts have.
  double shared(Facts other, Kind kind) {
    double sum = 0;
    int here = 0;
    int there = 0;
    while (here < telling.size() && there < other.telling.size()) {
      long key = telling.keys()[here];
      int order = Long.compare(key, other.telling.keys()[there]);
      if (order == 0 && kind.isOf(key)) {
        sum += Math.min(telling.values()[here], other.telling.values()[there]);
      }
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  /// What share of what the facts of a kind tell both texts have, 0 to 1.
  double common(Facts other, Kind kind) {
    double own = shared(this, kind);
    double theirs = other.shared(other, kind);
    return own == 0 || theirs == 0 ? 0 : shared(other, kind) / Math.sqrt(own * theirs);
  }

  /// The facts that tell most, of those that few texts have.
  List<Long> heaviest(int most) {
    return telling.where(i -> telling.values()[i] >= RARE).heaviest(most);
  }

  /// How many days lie between two texts, a week at most.
  int daysApart(Facts other) {
    return published == null || other.published == null
        ? SOME_DAYS
        : (int) Math.min(MOST_DAYS, Math.abs(ChronoUnit.DAYS.between(published, other.published)));
  }

  private static final class Reading {
    private final Map<Long, Float> telling = new LinkedHashMap<>();
    private final Map<Kind, Integer> number = new EnumMap<>(Kind.class);

    void add(Kind kind, String text, float tells) {
      long key = kind.key(text);
      if (telling.containsKey(key)) {
        telling.merge(key, tells, Math::max);
      } else if (tells > 0 && number.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
        telling.put(key, tells);
      }
    }

    boolean isFull(Kind kind) {
      return number.getOrDefault(kind, 0) >= MOST_OF_A_KIND;
    }

    void figure(Quantity quantity) {
      quantity
          .value()
          .map(BigDecimal::stripTrailingZeros)
          .ifPresent(
              value ->
                  add(
                      Kind.FIGURE,
                      value.toPlainString() + ' ' + quantity.unit(),
                      at(DIGITS, value.precision())));
    }

    private static float at(float[] tells, int size) {
      return tells[Math.min(size, tells.length - 1)];
    }

    void name(String name) {
      if (HanScript.isHan(name.charAt(0))) {
        for (String part : name.split("·")) {
          chinese(part);
        }
      } else {
        spelled(name);
        for (String word : name.split("[ -]")) {
          if (word.length() >= LEAST_LETTERS) {
            spelled(word);
            heard(Transcriptions.skeleton(word));
          }
        }
      }
    }

    private void chinese(String name) {
      for (int length = LEAST_HAN; length <= Math.min(MOST_HAN, name.length()); length++) {
        String beginning = name.substring(0, length);
        heard(Transcriptions.skeletonOfHan(beginning));
        StringBuilder letters = new StringBuilder(); // marks have none
        beginning
            .chars()
            .filter(Character::isLetter)
            .forEach(c -> letters.append(Sounds.of((char) c)));
        spelled(letters.toString());
      }
    }

    private void spelled(String name) {
      String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (letters.length() >= LEAST_LETTERS) {
        add(Kind.NAME, letters, SPELLED);
      }
    }

    private void heard(String skeleton) {
      add(Kind.NAME, skeleton, at(CONSONANTS, skeleton.length()));
    }
  }
}
