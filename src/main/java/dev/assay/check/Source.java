package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cited paragraphs, read once, so that many sentences can be checked against them. Immutable;
/// safe for use by many threads.
public final class Source {

  /// What a number may be of without telling it in a way that is read.
  private static final Set<String> MEASURES = Set.of("mass", "length", "area", "volume", "energy");

  /// Of sums and of prices: so much a month, a tonne.
  private static final String MONEY = "money ";

  private static final int MONTHS_OF_YEAR = 12;

  final List<String> paragraphs;
  final List<Fact> facts = new ArrayList<>();
  final List<TimeExpression> times = new ArrayList<>();
  final List<Integer> timeParagraphs = new ArrayList<>();

  /// The months and years that its times name.
  final Set<Integer> months = new HashSet<>();

  final Set<Integer> years = new HashSet<>();
  final Set<Integer> days = new HashSet<>();

  /// All names that stand with one of its numbers.
  final Set<Long> owners = new HashSet<>();

  /// The unit of the number before, for those that have none of their own: 58,000 ounces in June
  /// and 51,000 in March.
  private final IdentityHashMap<Fact, Unit> leftOut = new IdentityHashMap<>();

  private final Map<String, Rivals> rivals = new HashMap<>();
  private final Map<Key, List<Fact>> byValue = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final NumberReader reader;
  private final CitedNames sourceNames;
  private volatile @Nullable List<Context> timeContexts;
  private volatile @Nullable Set<String> entities;
  private volatile @Nullable List<Tag> tags;

  /// @param cited as they were read; their numbers in the paragraphs do not matter
  Source(List<TextReading> cited, NumberReader numbers, CitedNames sourceNames) {
    this.paragraphs = cited.stream().map(TextReading::text).toList();
    this.reader = numbers;
    this.sourceNames = sourceNames;
    for (int i = 0; i < cited.size(); i++) {
      TextReading reading = cited.get(i);
      addFacts(i, reading, numbers);
      for (TimeExpression time : YearSpans.apart(reading.numbers().times(), reading.text())) {
        places.putIfAbsent(time.iso(), times.size());
        times.add(time);
        timeParagraphs.add(i);
        months.add(time.month());
        years.add(time.year());
        days.add(time.day());
      }
    }
    index();
  }

  private void addFacts(int paragraph, TextReading cited, NumberReader numbers) {
    List<Quantity> weak = cited.numbers().weak();
    List<Quantity> all = new ArrayList<>(cited.numbers().quantities());
    Set<Quantity> used = Collections.newSetFromMap(new IdentityHashMap<>());
    used.addAll(weak);
    all.addAll(weak);
    all.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
    NumberReader.Text text = numbers.text(cited.text(), all, cited.numbers().times());
    boolean isTable = cited.text().contains(Paragraph.CELL);
    Owners.Found before = Owners.Found.NONE;
    TableContext table = isTable ? new TableContext(cited.text()) : null;
    for (int i = 0; i < all.size(); i++) {
      boolean stated = !used.contains(all.get(i));
      boolean placed = stated || isRivalled(all.get(i).unit());
      boolean told = placed && all.size() > 1;
      Context context =
          !told
              ? Context.EMPTY
              : table == null
                  ? numbers.context(text, i)
                  : numbers.context(text, table.of(text.places().get(i).start()));
      Basis basis = stated && !isTable ? numbers.basis(text, i) : Basis.NONE;
      Period period = stated && !isTable ? numbers.period(text, i) : Period.NONE;
      Owners.Found found = placed && !isTable ? numbers.owners(text, i, before) : Owners.Found.NONE;
      before = stated ? found : before;
      Set<Long> names = found.all();
      Quantity meant = text.numbers().get(i);
      Quantity quantity = basis.meant(meant);
      Fact fact =
          new Fact(quantity, paragraph, stated, isTable, context, basis.of(meant), period, names);
      Unit unit = stated && !isTable ? numbers.unitLeftOut(text, i) : null;
      if (unit != null) {
        leftOut.put(fact, unit);
      }
      facts.add(fact);
      owners.addAll(names);
    }
  }

  /// The stated numbers of each kind and the places in a series, and those of each value.
  private void index() {
    Map<String, List<Fact>> kinds = new HashMap<>();
    for (Fact fact : facts) {
      byValue.computeIfAbsent(Key.of(fact.quantity()), _ -> new ArrayList<>(1)).add(fact);
      if (fact.stated() || isRivalled(fact.quantity().unit())) {
        addOfKind(kinds, fact, fact.quantity().unit());
        Unit unit = leftOut.get(fact);
        if (unit != null) {
          addOfKind(kinds, fact, unit);
        }
      }
    }
    kinds.forEach((kind, all) -> rivals.put(kind, Rivals.of(all)));
  }

  /// Whether a number of the unit is somebody's though it is not counted as stated: a place in a
  /// series, the result of a game.
  private static boolean isRivalled(Unit unit) {
    return ValueMatch.isPlace(unit) || unit.equals(Units.SCORE);
  }

  private static void addOfKind(Map<String, List<Fact>> kinds, Fact fact, Unit unit) {
    kinds
        .computeIfAbsent(ContextReader.Place.measured(unit.kind()), _ -> new ArrayList<>())
        .add(fact);
  }

  /// The stated numbers of one kind.
  ///
  /// @param common the words that stand beside several of them, which tell little of which is which
  record Rivals(List<Fact> facts, Context common) {

    static final Rivals NONE = new Rivals(List.of(), Context.EMPTY);

    static Rivals of(List<Fact> facts) {
      return new Rivals(facts, Context.common(facts.stream().map(Fact::context).toList()));
    }
  }

  Rivals rivals(String kind) {
    return rivals.getOrDefault(ContextReader.Place.measured(kind), Rivals.NONE);
  }

  /// What numbers of the same value have in common.
  private record Key(String kind, double low, double high) {

    static Key of(Quantity quantity) {
      return new Key(
          quantity.unit().kind(), base(quantity, quantity.low()), base(quantity, quantity.high()));
    }

    private static double base(Quantity quantity, @Nullable BigDecimal value) {
      return value == null
          ? Double.NaN
          : value.doubleValue() * quantity.unit().factor().doubleValue();
    }
  }

  /// The numbers of the very value of `said`.
  List<Fact> withValueOf(Quantity said) {
    return byValue.getOrDefault(Key.of(said), List.of());
  }

  /// Whether the digits of a year stand in a name: ChinaJoy2023.
  boolean hasYearInName(int year) {
    String digits = String.valueOf(year);
    return paragraphs.stream().anyMatch(text -> isInName(text, digits));
  }

  private static boolean isInName(String text, String digits) {
    int at = text.indexOf(digits);
    while (at >= 0) {
      int end = at + digits.length();
      boolean named = at > 0 && WordTable.isLatin(Character.toLowerCase(text.charAt(at - 1)));
      if (named && (end == text.length() || !Character.isDigit(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(digits, end);
    }
    return false;
  }

  /// Whether it tells of so many months: nine months, one year.
  boolean hasMonths(int count) {
    return facts.stream().map(Fact::quantity).anyMatch(quantity -> isMonths(quantity, count));
  }

  private static boolean isMonths(Quantity quantity, int count) {
    int width =
        switch (quantity.unit().code()) {
          case "month" -> 1;
          case "year" -> MONTHS_OF_YEAR;
          default -> 0;
        };
    BigDecimal months = BigDecimal.valueOf(count);
    return width > 0
        && quantity
            .value()
            .filter(value -> value.multiply(BigDecimal.valueOf(width)).compareTo(months) == 0)
            .isPresent();
  }

  /// The place among its times of the first that is written `iso`, or null.
  @Nullable Integer timeAt(String iso) {
    return places.get(iso);
  }

  /// The words beside each of its times.
  List<Context> timeContexts() {
    List<Context> found = timeContexts;
    if (found == null) {
      found = new ArrayList<>(); // only when a sentence has a time of which there are several
      for (int i = 0, from = 0; i < times.size(); i++) {
        int paragraph = timeParagraphs.get(i);
        if (i + 1 == times.size() || timeParagraphs.get(i + 1) != paragraph) {
          found.addAll(reader.contexts(paragraphs.get(paragraph), times.subList(from, i + 1)));
          from = i + 1;
        }
      }
      timeContexts = found;
    }
    return found;
  }

  /// Whether a paragraph names the thing with this id, by any of its names.
  boolean names(String entity) {
    Set<String> found = entities;
    if (found == null) {
      found = sourceNames.in(paragraphs); // only when a sentence has a name
      entities = found;
    }
    return found.contains(entity);
  }

  /// Whether a paragraph names a thing of the same kind that is none of `said`.
  boolean namesAnother(String entity, List<Tag> said) {
    String kind = NamedEntity.kindOf(entity);
    List<Tag> found = tags;
    if (found == null) {
      found = sourceNames.tags(paragraphs);
      tags = found;
    }
    return found.stream()
        .filter(tag -> NamedEntity.kindOf(tag.entity()).equals(kind))
        .anyMatch(tag -> said.stream().noneMatch(each -> each.entity().equals(tag.entity())));
  }

  /// Whether the sentence stands in a paragraph as it is: then its numbers stand where they belong.
  boolean says(String sentence) {
    String words = sentence.strip();
    return paragraphs.stream().anyMatch(paragraph -> paragraph.contains(words));
  }

  /// A number of a table whose unit nobody told is in the unit of the sentence, and one that leaves
  /// its unit out in that of the number before it.
  Quantity inUnitOf(Quantity said, Fact fact) {
    Quantity there = fact.quantity();
    Unit before = leftOut.get(fact);
    if (before != null && before.convertsTo(said.unit())) {
      return there.as(before);
    }
    boolean open = fact.inTable() && there.unit().equals(Units.COUNT) && isMeasured(said.unit());
    return open ? there.as(said.unit()) : there;
  }

  /// Whether the unit is one of money or of a measure, of which a number can leave it out.
  static boolean isMeasured(Unit unit) {
    return unit.isMoney() || unit.kind().startsWith(MONEY) || MEASURES.contains(unit.kind());
  }

  /// Whether no end of a sentence, and no semicolon, stands between two numbers in order.
  boolean isOneSentence(Fact one, Fact next) {
    if (one.paragraph() != next.paragraph()) {
      return false;
    }
    return ContextReader.isOneSentence(
        paragraphs.get(one.paragraph()),
        one.quantity().span().end(),
        next.quantity().span().start());
  }

  /// The words of the time at `at`.
  String words(int at) {
    return times.get(at).span().in(paragraphs.get(timeParagraphs.get(at)));
  }

  /// The words of a number; in a table with what the head of the table makes of them.
  String words(Fact fact) {
    String words = fact.quantity().span().in(paragraphs.get(fact.paragraph()));
    if (!fact.inTable()) {
      return words;
    }
    String read = ReadAs.of(fact.quantity()).plainly();
    return read.equals(words.replace(",", "")) ? words : words + " = " + read;
  }
}
