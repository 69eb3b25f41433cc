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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a question: what kind of answer it wants, and of what. Safe for use by many threads.
final class QuestionReader {

  /// What stands for a number that is asked for.
  private static final Pattern ASKED_NUMBER = Pattern.compile("多少|第几|几|how many|how much");

  /// What makes any word that holds it one that asks: 谁是, 多少个.
  private static final Pattern ASKING = Pattern.compile("谁|什么|哪|多少|怎|^[几何].$");

  private static final double SINGLE = 0.4;

  /// A question for nothing but what something is: its name alone stands beside the asking.
  private static final Pattern NAMES_A_THING =
      Pattern.compile(
          "^(?:what|who) (?:is|are|was|were) (?!.* (?:of|in|for|to|on|at|that|which|did|does|do|has|have) ).+"
              + "|^[^的，]{1,24}(?:是什么|是谁|是啥)(?:机构|公司|组织|东西|人|项目)?[？?。]?$");

  /// How far before the words that ask the term may end that is asked of, in characters.
  private static final int NEAR = 8;

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
    Asked asked = words.asked(plain);
    MeasureWords.Measured measured = measures.in(plain);
    QuantityExtractor.Reading reading = numbers.get().read(question, language, null);
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    families.addAll(countedIn(plain, language));
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

  private static AskedKind kind(Asked asked, String plain, MeasureWords.Measured measured) {
    boolean open = asked.kind() == AskedKind.OTHER || asked.kind() == AskedKind.LIST;
    boolean thing = measured.properties().isEmpty() && NAMES_A_THING.matcher(plain).find();
    return open && thing ? AskedKind.DEFINITION : asked.kind();
  }

  /// Words that ask, or say only whose words are asked for, find nothing; a Chinese word of one
  /// character that is no name says little.
  private List<Double> weights(String plain, List<AskedTerms.Term> terms) {
    return terms.stream().map(term -> term.named() ? 1.0 : worth(term.span().in(plain))).toList();
  }

  private double worth(String word) {
    boolean single = word.length() == 1 && HanScript.isHan(word.charAt(0));
    boolean asks = ASKING.matcher(word).find();
    return asks ? 0 : words.worth(word) * (single ? SINGLE : 1);
  }

  private static boolean isChinese(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    return han * 4 > letters;
  }

  /// The unit that is asked for: 几天 is read as if a number of days stood there.
  private Set<UnitFamily> countedIn(String plain, Language language) {
    Matcher asked = ASKED_NUMBER.matcher(plain);
    Set<UnitFamily> families = EnumSet.noneOf(UnitFamily.class);
    if (asked.find()) {
      String rank = asked.group().equals("第几") ? "第5" : "5";
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
