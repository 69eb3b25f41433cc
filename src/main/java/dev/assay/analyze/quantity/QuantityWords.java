package dev.assay.analyze.quantity;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import dev.assay.analyze.number.EnglishNumerals;
import dev.assay.analyze.number.HanNumerals;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordList;
import dev.assay.analyze.time.TimeReader;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import dev.assay.lexicon.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The word lists of the lexicon, compiled for the scanner. Immutable; safe for use by many
/// threads.
final class QuantityWords {

  /// A word for a unit.
  ///
  /// @param spelled as the file has it; matched letter for letter if `exact`
  /// @param unit null for a weak counter, which makes no quantity
  /// @param limits where it is no unit
  record UnitWord(
      String spelled, @Nullable Unit unit, BigDecimal factor, boolean exact, UnitLimits limits) {}

  /// A sign or code of a currency that stands before the number.
  record Sign(String spelled, Unit unit, boolean exact) {}

  /// What a word before or after a number does.
  enum Effect {
    MODIFY,
    REACH,
    WITHIN,
    LINK
  }

  /// A word before a number; `far` words reach over a short phrase, `apart` ones over a verb.
  record Mark(Effect effect, Modifier modifier, boolean far, boolean apart) {}

  /// Signs that several currencies share; the tables say whose they are.
  private static final Set<String> SHARED_SIGNS = Set.of("£", "¥", "￥", "元", "圓", "₩", "kr", "¤");

  final HanNumerals han;
  final EnglishNumerals english;
  final TimeReader times;
  final WordTable<List<UnitWord>> units;
  final WordTable<List<UnitWord>> unitsBefore;
  final WordTable<List<Sign>> signs;
  final WordTable<Mark> before;
  final WordTable<Mark> after;

  /// Words that modify only a scale that no digit stands before: 上百, 过亿.
  final WordTable<Mark> beforeScale;

  /// After which characters such a word is part of another.
  final Map<Character, String> scaleLimits;

  final WordTable<Boolean> notNumbers;

  /// Where a word of `after` is part of another word.
  final Map<String, ModifierLimit> afterLimits;

  /// Scales at the head of a table, and what announces them.
  final WordTable<BigDecimal> tableScales;

  final WordList tableNotes;

  final BesideWords beside;

  /// First to twelfth.
  final WordTable<Integer> ordinals;

  /// Words for multiples: 2 for doubled, -2 for halved.
  final WordTable<Integer> multiples;

  /// A modifier stands after a number only where none of `notBefore` follows it, and, if it must be
  /// `touching`, only without a space.
  record ModifierLimit(boolean touching, String notBefore) {}

  QuantityWords(Lexicon lexicon) {
    this.han = new HanNumerals(lexicon);
    this.english = new EnglishNumerals(lexicon.table("en/numerals.tsv"));
    this.times = new TimeReader(lexicon, han);
    this.beside = new BesideWords(lexicon);
    Map<String, List<UnitWord>> words = new HashMap<>();
    Map<String, UnitLimits> limits =
        new HashMap<>(UnitLimits.read(lexicon.table("zh/unit-limits.tsv"), " "));
    limits.putAll(UnitLimits.read(lexicon.table("en/unit-limits.tsv"), ", "));
    addUnits(lexicon.table("zh/units.tsv"), " ", limits, words);
    addUnits(lexicon.table("en/units.tsv"), ", ", limits, words);
    addCurrencies(lexicon, limits, words);
    this.units = WordTable.forwards(words);
    this.unitsBefore = WordTable.backwards(words);
    this.signs = WordTable.backwards(signs(lexicon));
    Map<String, Mark> beforeWords = new HashMap<>();
    Map<String, Mark> afterWords = new HashMap<>();
    Map<String, Mark> scaleWords = new HashMap<>();
    addMarks(lexicon.table("zh/modifiers.tsv"), " ", beforeWords, afterWords, scaleWords);
    addMarks(lexicon.table("en/modifiers.tsv"), ", ", beforeWords, afterWords, scaleWords);
    this.beforeScale = WordTable.backwards(scaleWords);
    this.scaleLimits = scaleLimits(lexicon.table("zh/modifier-limits.tsv"));
    this.before = WordTable.backwards(beforeWords);
    this.after = WordTable.forwards(afterWords);
    this.afterLimits = modifierLimits(lexicon.table("zh/modifier-limits.tsv"));
    Map<String, Boolean> stops = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("zh/not-numbers.tsv").rows()) {
      for (String word : row.cell(0).split(" +")) {
        stops.put(word, true);
      }
    }
    this.notNumbers = WordTable.forwards(stops);
    Map<String, BigDecimal> scales = new HashMap<>();
    List<String> notes = new ArrayList<>();
    for (LexiconFile.Row row : lexicon.table("table-scales.tsv").rows()) {
      for (String word : row.cell(0).split(" \\| ")) {
        if (row.cell(1).equals("scale")) {
          scales.put(FoldedText.fold(word), new BigDecimal(row.cell(2)));
        } else {
          notes.add(FoldedText.fold(word));
        }
      }
    }
    this.tableScales = WordTable.forwards(scales);
    this.tableNotes = new WordList(notes);
    this.ordinals = integers(lexicon.table("en/ordinals.tsv"));
    this.multiples = integers(lexicon.table("en/multiples.tsv"), lexicon.table("zh/multiples.tsv"));
  }

  private static Map<String, ModifierLimit> modifierLimits(LexiconFile file) {
    Map<String, ModifierLimit> limits = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      if (row.cell(1).equals("scale")) {
        continue;
      }
      limits.put(
          row.cell(0),
          new ModifierLimit(row.cell(1).equals("touching"), row.cell(2).replace(" ", "")));
    }
    return Map.copyOf(limits);
  }

  private static Map<Character, String> scaleLimits(LexiconFile file) {
    Map<Character, String> limits = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      if (row.cell(1).equals("scale")) {
        limits.put(row.cell(0).charAt(0), row.cell(2).replace(" ", ""));
      }
    }
    return Map.copyOf(limits);
  }

  private static WordTable<Integer> integers(LexiconFile... files) {
    Map<String, Integer> words = new HashMap<>();
    for (LexiconFile file : files) {
      for (LexiconFile.Row row : file.rows()) {
        words.put(row.cell(0), Integer.parseInt(row.cell(1)));
      }
    }
    return WordTable.forwards(words);
  }

  private static void addUnits(
      LexiconFile file,
      String between,
      Map<String, UnitLimits> limits,
      Map<String, List<UnitWord>> words) {
    for (LexiconFile.Row row : file.rows()) {
      String code = row.cell(1);
      BigDecimal factor = new BigDecimal(row.cell(2));
      Unit unit =
          code.equals("~") ? null : Units.of(code).orElseThrow(() -> unknown(file, row, code));
      for (String word : row.cell(0).split(between)) {
        boolean exact =
            between.length() > 1
                && (word.length() <= 2 || !word.equals(word.toLowerCase(Locale.ROOT)));
        UnitLimits limit =
            limits.getOrDefault(word + "=" + code, limits.getOrDefault(word, UnitLimits.NONE));
        add(words, word, new UnitWord(word, unit, factor, exact, limit));
      }
    }
  }

  private static IllegalArgumentException unknown(
      LexiconFile file, LexiconFile.Row row, String code) {
    return new IllegalArgumentException(
        "%s line %d: no unit is written %s".formatted(file.name(), row.line(), code));
  }

  private static <V> void add(Map<String, List<V>> words, String word, V value) {
    words.computeIfAbsent(FoldedText.fold(word), _ -> new ArrayList<>(1)).add(value);
  }

  private static Set<String> codes(Lexicon lexicon, String kind) {
    return lexicon.table("currency-codes.tsv").rows().stream()
        .filter(row -> row.cell(0).equals(kind))
        .flatMap(row -> Stream.of(row.cell(1).split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void addCurrencies(
      Lexicon lexicon, Map<String, UnitLimits> limits, Map<String, List<UnitWord>> words) {
    addUnits(lexicon.table("zh/currencies.tsv"), " ", limits, words);
    addUnits(lexicon.table("en/currencies.tsv"), ", ", limits, words);
    for (LexiconFile.Row row : lexicon.table("currency-signs.tsv").rows()) {
      boolean one = row.cell(0).length() == 1 && !row.cell(0).equals("¥");
      addSign(words, one ? row.cell(0) : "", Units.currency(row.cell(1)));
    }
    Set<String> alsoWords = codes(lexicon, "word");
    for (Currency currency : Currency.getAvailableCurrencies()) {
      String code = currency.getCurrencyCode();
      Unit unit = Units.currency(code);
      if (!alsoWords.contains(code)) {
        add(words, code, new UnitWord(code, unit, BigDecimal.ONE, true, UnitLimits.NONE));
      }
      for (ULocale locale : new ULocale[] {ULocale.SIMPLIFIED_CHINESE, ULocale.ENGLISH}) {
        String name = currency.getName(locale, Currency.LONG_NAME, null);
        addName(words, name, unit);
        addName(words, currency.getName(locale, Currency.PLURAL_LONG_NAME, "other", null), unit);
      }
      addSign(words, symbol(currency), unit);
    }
    for (String code : codes(lexicon, "millions")) {
      String million = "M" + code;
      add(
          words,
          million,
          new UnitWord(
              million, Units.currency(code), BigDecimal.valueOf(1_000_000), true, UnitLimits.NONE));
    }
  }

  /// A sign after the number, unless it belongs to a second number.
  private static void addSign(Map<String, List<UnitWord>> words, String sign, Unit unit) {
    if (!sign.isEmpty() && !words.containsKey(FoldedText.fold(sign))) {
      add(words, sign, new UnitWord(sign, unit, BigDecimal.ONE, false, UnitLimits.BEFORE_NO_DIGIT));
    }
  }

  /// The sign of a currency in CLDR where it has one that is no word and no sign of another, else
  /// an empty string.
  private static String symbol(Currency currency) {
    String symbol = currency.getName(ULocale.ENGLISH, Currency.NARROW_SYMBOL_NAME, null);
    boolean word = symbol.chars().anyMatch(Character::isLetterOrDigit);
    return word || SHARED_SIGNS.contains(symbol) ? "" : symbol;
  }

  private static void addName(Map<String, List<UnitWord>> words, String name, Unit unit) {
    boolean plain = name.chars().noneMatch(c -> Character.isDigit(c) || c == '(' || c == '（');
    if (plain && name.length() > 2 && !words.containsKey(FoldedText.fold(name))) {
      add(words, name, new UnitWord(name, unit, BigDecimal.ONE, false, UnitLimits.NONE));
    }
  }

  private static Map<String, List<Sign>> signs(Lexicon lexicon) {
    Map<String, List<Sign>> signs = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table("currency-signs.tsv").rows()) {
      add(signs, row.cell(0), new Sign(row.cell(0), Units.currency(row.cell(1)), true));
    }
    Set<String> alsoWords = codes(lexicon, "word");
    for (Currency currency : Currency.getAvailableCurrencies()) {
      String code = currency.getCurrencyCode();
      if (!alsoWords.contains(code)) {
        add(signs, code, new Sign(code, Units.currency(code), true));
      }
      String symbol = symbol(currency);
      if (symbol.equals("$")) {
        add(signs, code + symbol, new Sign(code + symbol, Units.currency(code), false));
      } else if (!symbol.isEmpty() && !signs.containsKey(FoldedText.fold(symbol))) {
        add(signs, symbol, new Sign(symbol, Units.currency(code), false));
      }
    }
    add(signs, "人民币", new Sign("人民币", Units.currency("CNY"), false));
    add(signs, "¥", new Sign("¥", Units.currency("CNY"), false));
    return signs;
  }

  private static void addMarks(
      LexiconFile file,
      String between,
      Map<String, Mark> before,
      Map<String, Mark> after,
      Map<String, Mark> scale) {
    for (LexiconFile.Row row : file.rows()) {
      String place = row.cell(1);
      Mark mark = mark(row.cell(2), place);
      for (String word : row.cell(0).split(between)) {
        String folded = FoldedText.fold(word);
        if (place.startsWith("after")) {
          after.put(folded, mark);
        } else if (place.equals("scale")) {
          scale.put(folded, mark);
        } else if (!place.equals("inside")) {
          before.putIfAbsent(folded, mark);
        }
      }
    }
  }

  private static Mark mark(String word, String place) {
    boolean far = place.contains(" far");
    boolean apart = place.contains(" apart");
    return switch (word) {
      case "reach" -> new Mark(Effect.REACH, Modifier.EXACT, far, apart);
      case "within" -> new Mark(Effect.WITHIN, Modifier.AT_MOST, far, apart);
      case "link" -> new Mark(Effect.LINK, Modifier.EXACT, far, apart);
      case String modifier -> new Mark(Effect.MODIFY, Modifier.of(modifier), far, apart);
    };
  }
}
