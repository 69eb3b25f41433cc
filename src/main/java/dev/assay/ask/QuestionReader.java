package dev.assay.ask;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.article.Language;
import dev.assay.ask.AskWords.Asked;
import dev.assay.lexicon.HanScript;
import dev.assay.search.AskedTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;

/// Reads a question: what kind of answer it wants, and of what. Safe for use by many threads.
final class QuestionReader {

  private static final double SINGLE = 0.4;

  /// How far before the words that ask the term may end that is asked of, in characters.
  private static final int NEAR = 8;

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
    MeasureWords.Measured measured = measures.in(plain);
    QuantityExtractor.Reading reading = numbers.get().read(question, language, null);
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    families.addAll(countedIn(open, language));
    if (families.isEmpty()) {
      families.addAll(measured.families());
    }
    return new AskedQuestion(
        question,
        chinese,
        kind(asked, plain, measured),
        terms,
        weights(plain, terms.terms()),
        measured.properties(),
        families,
        reading.times(),
        reading.quantities(),
        before(asked, terms.terms()),
        after(asked, terms.terms()));
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

  private AskedKind kind(Asked asked, String plain, MeasureWords.Measured measured) {
    boolean open = asked.kind() == AskedKind.OTHER || asked.kind() == AskedKind.LIST;
    boolean thing = measured.properties().isEmpty() && words.namesAThing(plain);
    return open && thing ? AskedKind.DEFINITION : asked.kind();
  }

  /// Words that ask, or say only whose words are asked for, find nothing; a Chinese word of one
  /// character that is no name says little.
  private List<Double> weights(String plain, List<AskedTerms.Term> terms) {
    return terms.stream().map(term -> term.named() ? 1.0 : worth(term.span().in(plain))).toList();
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

  /// The unit that is asked for: 几天 is read as if a number of days stood there.
  private Set<UnitFamily> countedIn(String plain, Language language) {
    return words
        .askedNumber(plain)
        .map(asked -> countedIn(plain, asked, language))
        .orElseGet(() -> EnumSet.noneOf(UnitFamily.class));
  }

  private Set<UnitFamily> countedIn(String plain, MatchResult asked, Language language) {
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    String rank = asked.group().startsWith("第") ? "第5" : "5";
    String number = plain.substring(0, asked.start()) + rank + plain.substring(asked.end());
    for (Quantity quantity : numbers.get().extract(number, language)) {
      boolean here =
          quantity.span().start() <= asked.start() + rank.length()
              && quantity.span().end() >= asked.start() + 1;
      UnitFamily family = UnitFamily.of(quantity.unit());
      if (here && family != UnitFamily.COUNT && family != UnitFamily.OTHER) {
        families.add(family);
      }
    }
    return families;
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
