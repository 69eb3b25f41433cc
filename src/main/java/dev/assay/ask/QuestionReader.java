package dev.assay.ask;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.article.Language;
import dev.assay.ask.AskWords.Asked;
import dev.assay.ask.AskWords.AskedNumber;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.search.AskedTerms;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;

/// Reads a question: what kind of answer it wants, and of what. Safe for use by many threads.
final class QuestionReader {

  private static final double SINGLE = 0.4;

  /// How far before the words that ask the term may end that is asked of, in characters.
  private static final int NEAR = 8;

  /// How far behind the words that ask how many what is counted may begin, in characters.
  private static final int BEHIND = 1;

  /// What is counted, and not measured.
  private static final EnumSet<UnitFamily> COUNTABLE =
      EnumSet.of(UnitFamily.COUNT, UnitFamily.SPAN, UnitFamily.RANK);

  /// What may tell how deep or wide something is: a length, or a part of a whole (a recession).
  private static final Set<UnitFamily> EXTENTS =
      Set.copyOf(
          EnumSet.complementOf(
              EnumSet.of(UnitFamily.MONEY, UnitFamily.RATE, UnitFamily.COUNT, UnitFamily.MASS)));

  /// Stands for a character of a name.
  private static final char BLOT = '\u25a0';

  private final AskWords words;
  private final MeasureWords measures;
  private final Supplier<QuantityExtractor> numbers;

  QuestionReader(AskWords words, MeasureWords measures, Supplier<QuantityExtractor> numbers) {
    this.words = words;
    this.measures = measures;
    this.numbers = numbers;
  }

  AskedQuestion read(String question, AskedTerms terms) {
    String plain = AskWords.plain(question);
    boolean chinese = isChinese(question);
    Language language = chinese ? Language.ZH_HANS : Language.EN;
    String open = withoutNames(plain, terms.terms());
    Asked asked = words.asked(open);
    MeasureWords.Measured measured = measured(plain);
    QuantityExtractor.Reading reading = numbers.get().read(question, language, null);
    Counted counted = counted(open, language);
    AskedKind kind = kind(asked, plain, open, measured);
    Set<UnitFamily> families = families(kind, open, counted, measured);
    return new AskedQuestion(
        question,
        chinese,
        kind,
        sought(kind, open, measured.properties(), families),
        terms,
        weights(plain, terms.terms()),
        measured.properties(),
        families,
        reading.times(),
        reading.quantities(),
        before(asked, terms.terms()),
        after(asked, terms.terms()),
        counted.families().contains(UnitFamily.COUNT) ? counted(counted, terms.terms()) : -1);
  }

  /// What a question in [AskWords#plain] form measures: what so much of a thing costs is its price.
  private MeasureWords.Measured measured(String plain) {
    MeasureWords.Measured measured = measures.in(plain);
    return words.unitPrices(plain).isEmpty()
        ? measured
        : new MeasureWords.Measured(Set.of(Property.PRICE), Sought.MONEY);
  }

  /// The question with Chinese names blotted out, each character at its place: 几 asks for nothing
  /// in 几内亚.
  private static String withoutNames(String plain, List<AskedTerms.Term> terms) {
    StringBuilder open = new StringBuilder(plain);
    for (AskedTerms.Term term : terms) {
      if (term.named() && HanScript.isHan(plain.charAt(term.span().start()))) {
        for (int at = term.span().start(); at < term.span().end(); at++) {
          open.setCharAt(at, BLOT);
        }
      }
    }
    return open.toString();
  }

  /// What must stand in an answer: of the whole question, and of each clause that asks for itself.
  private Set<Sought> sought(
      AskedKind kind, String open, Set<Property> properties, Set<UnitFamily> families) {
    Set<Sought> sought = new LinkedHashSet<>();
    sought.add(Sought.of(kind, properties, families));
    words.askedInClauses(open).forEach(one -> sought.add(Sought.of(one, properties, families)));
    return sought;
  }

  private AskedKind kind(
      Asked asked, String plain, String withoutNames, MeasureWords.Measured measured) {
    boolean open = asked.kind() == AskedKind.OTHER || asked.kind() == AskedKind.LIST;
    boolean thing = measured.properties().isEmpty() && words.namesAThing(plain);
    List<AskedKind> clauses = words.askedInClauses(withoutNames);
    // of several clauses that ask the first is the question
    AskedKind kind = clauses.size() > 1 ? clauses.getFirst() : asked.kind();
    return open && thing ? AskedKind.DEFINITION : kind;
  }

  /// Words that ask, or say only whose words are asked for, find nothing; a Chinese word of one
  /// character that is no name says little.
  private List<Double> weights(String plain, List<AskedTerms.Term> terms) {
    List<MatchResult> units = words.toldByUnits(plain);
    return terms.stream()
        .map(
            term ->
                term.named() ? 1.0 : isIn(units, term.span()) ? 0 : worth(term.span().in(plain)))
        .toList();
  }

  /// Whether a term belongs to words that a unit tells: a sentence can write it in another way.
  private static boolean isIn(List<MatchResult> units, Span term) {
    return units.stream().anyMatch(one -> term.start() >= one.start() && term.end() <= one.end());
  }

  private double worth(String word) {
    boolean single = word.length() == 1 && HanScript.isHan(word.charAt(0));
    return words.asksInside(word) ? 0 : words.worth(word) * (single ? SINGLE : 1);
  }

  private static boolean isChinese(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    return han * 4 > letters;
  }

  /// What is asked for by a word that stands for a number.
  ///
  /// @param families of the unit behind it; none if there is none
  /// @param end behind that word and the unit
  private record Counted(Set<UnitFamily> families, int end) {
    static final Counted NOTHING = new Counted(Set.of(), -1);
  }

  /// The units that a figure can have which is asked for; none if any.
  private Set<UnitFamily> families(
      AskedKind kind, String open, Counted counted, MeasureWords.Measured measured) {
    if (!counted.families().isEmpty()) {
      return counted.families();
    }
    if (kind == AskedKind.FIGURE && words.asksForASpan(open)) {
      return Set.of(UnitFamily.SPAN);
    }
    if (kind == AskedKind.FIGURE && words.asksForADifference(open)) {
      return difference(open, measured);
    }
    if (kind == AskedKind.FIGURE && words.asksForASum(open)) {
      return Sought.MONEY;
    }
    if (kind == AskedKind.FIGURE && words.asksForAShare(open)) {
      return Sought.PARTS;
    }
    if (kind == AskedKind.FIGURE && words.asksForAWeight(open)) {
      return Set.of(UnitFamily.MASS);
    }
    if (kind == AskedKind.FIGURE && words.asksForAnExtent(open)) {
      return EXTENTS;
    }
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    families.addAll(measured.families());
    if (!families.isEmpty() && words.asksForAPart(open)) {
      families.addAll(Sought.PARTS);
    }
    boolean much = families.isEmpty() && words.asksHowMuch(open);
    return much ? EnumSet.complementOf(COUNTABLE) : families;
  }

  /// By what is told how much more or less something is; none if by any.
  private Set<UnitFamily> difference(String open, MeasureWords.Measured measured) {
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    families.addAll(measured.families());
    if (words.asksForASum(open)) {
      families.addAll(Sought.MONEY);
    }
    if (!families.isEmpty()) {
      families.addAll(Sought.PARTS);
    }
    return families;
  }

  /// The unit that is asked for: 几天 is read as if a number of days stood there.
  private Counted counted(String plain, Language language) {
    return words
        .askedNumber(plain)
        .map(asked -> counted(plain, asked, language))
        .orElse(Counted.NOTHING);
  }

  private Counted counted(String plain, AskedNumber asked, Language language) {
    String rank = asked.rank() ? "第5" : "5";
    String number = plain.substring(0, asked.start()) + rank + plain.substring(asked.end());
    int behind = asked.start() + rank.length();
    for (Quantity quantity : numbers.get().extract(number, language)) {
      boolean here =
          quantity.span().start() <= behind && quantity.span().end() >= asked.start() + 1;
      UnitFamily family = UnitFamily.of(quantity.unit());
      boolean withUnit = quantity.span().end() > behind;
      if (here && (withUnit || family != UnitFamily.COUNT && family != UnitFamily.OTHER)) {
        int end = asked.end() + Math.max(0, quantity.span().end() - behind);
        return new Counted(EnumSet.of(family), end);
      }
    }
    return asked.many() ? new Counted(EnumSet.of(UnitFamily.COUNT), asked.end()) : Counted.NOTHING;
  }

  /// The term that is counted, right behind the word that asks how many; -1 if there is none.
  private static int counted(Counted counted, List<AskedTerms.Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      int start = terms.get(i).span().start();
      if (start >= counted.end() && start <= counted.end() + BEHIND) {
        return i;
      }
    }
    return -1;
  }

  private static int before(Asked asked, List<AskedTerms.Term> terms) {
    int found = -1;
    for (int i = 0; i < terms.size(); i++) {
      int end = terms.get(i).span().end();
      if (end <= asked.start() && asked.start() - end <= NEAR) {
        found = i;
      }
    }
    return found;
  }

  private static int after(Asked asked, List<AskedTerms.Term> terms) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).span().end() > asked.end()) {
        return terms.get(i).span().start() - asked.end() <= 2 * NEAR ? i : -1;
      }
    }
    return -1;
  }
}
