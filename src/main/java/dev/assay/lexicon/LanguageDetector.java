package dev.assay.lexicon;

import dev.assay.article.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The language of a text, from its script and its small words and, in doubt, from what its page
/// declares.
///
/// Kana outside of brackets make Japanese, hangul Korean, other Han text Chinese; Chinese is
/// traditional if more than one Han character in twenty is one that only traditional texts use (in
/// traditional text it is about one in three, in simplified almost none). Of text in Latin letters
/// the commonest words tell; a few words that do not are English. Linear; reads at most the first
/// 20,000 characters.
public final class LanguageDetector {

  private static final int ENOUGH = 20_000;

  /// UTF-16 units whose small words are counted.
  private static final int ENOUGH_WORDS = 4_000;

  private static final double TRADITIONAL_SHARE = 0.05;

  /// Chinese news is full of Latin names, English news almost free of Han: so Han counts for more.
  private static final int HAN_WEIGHT = 3;

  /// Letters before it are Latin; most that come after are of other scripts.
  private static final char LATIN_END = '\u0250';

  /// In Japanese running text a third of the characters are kana or more; a Chinese one on Japan
  /// has some names in them.
  private static final int KANA_WEIGHT = 5;

  /// In a headline of at most so many Han characters one kana in twenty is enough.
  private static final int HEADLINE = 60;

  private static final int KANA_WEIGHT_OF_HEADLINE = 20;

  private static final String OPENERS = "《〈「『（(“【";
  private static final String CLOSERS = "》〉」』）)”】";

  /// Neither Chinese nor English, and nothing that could be told more closely.
  private static final Language OTHER = new Language("mis");

  private LanguageDetector() {}

  /// The language of `text`; `declared` is what its page says, [Language#UNKNOWN] if nothing.
  public static Language detect(String text, Language declared) {
    String read = text.substring(0, Math.min(text.length(), ENOUGH));
    Counts counts = Counts.of(read);
    int weight = counts.han <= HEADLINE ? KANA_WEIGHT_OF_HEADLINE : KANA_WEIGHT;
    if (counts.kana * weight > counts.han
        && counts.kana > 0
        && counts.kana + counts.han > counts.latin / HAN_WEIGHT) {
      return new Language("ja");
    }
    if (counts.hangul > counts.latin && counts.hangul > counts.han) {
      return new Language("ko");
    }
    if (counts.han > 0 && counts.han * HAN_WEIGHT >= counts.latin) {
      return counts.traditional > TRADITIONAL_SHARE * counts.han
          ? Language.ZH_HANT
          : Language.ZH_HANS;
    }
    Optional<UnicodeScript> other = counts.other();
    if (other.isPresent()) {
      return of(other.get(), declared);
    }
    return counts.latin == 0 ? declared : latin(read, declared);
  }

  /// A page may be right that its Cyrillic is Ukrainian, and is wrong that it is English.
  private static Language of(UnicodeScript script, Language declared) {
    return declared.isRead() ? WrittenLanguages.shipped().of(script).orElse(OTHER) : declared;
  }

  /// A page that says Galician or Malay is believed before its small words, which are those of a
  /// neighbour that has a row.
  private static Language latin(String text, Language declared) {
    WrittenLanguages languages = WrittenLanguages.shipped();
    Language said = declared.isRead() ? Language.EN : declared;
    Language found =
        languages.of(text.substring(0, Math.min(text.length(), ENOUGH_WORDS))).orElse(said);
    return found.isRead() || said.isRead() || languages.has(said) ? found : said;
  }

  /// @param others letters of scripts that are none of these
  private record Counts(
      int han,
      int traditional,
      int kana,
      int hangul,
      int latin,
      Map<UnicodeScript, Integer> others) {
    static Counts of(String text) {
      int han = 0;
      int traditional = 0;
      int kana = 0;
      int hangul = 0;
      int latin = 0;
      Map<UnicodeScript, Integer> others = new EnumMap<>(UnicodeScript.class);
      int quoted = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (OPENERS.indexOf(c) >= 0) {
          quoted++;
        } else if (CLOSERS.indexOf(c) >= 0) {
          quoted = Math.max(0, quoted - 1);
        } else if (c == '。' || c == '\n') {
          quoted = 0; // what was not closed
        } else if (HanScript.isHan(c)) {
          han++;
          traditional += HanScript.simplify(c) == c ? 0 : 1;
        } else if (c >= '\u3041' && c <= '\u30fa') {
          kana += quoted == 0 ? 1 : 0;
        } else if (c >= '\uac00' && c <= '\ud7a3') {
          hangul++;
        } else if (c < LATIN_END && Character.isLetter(c)) {
          latin++;
        } else if (Character.isLetter(c)) {
          others.merge(UnicodeScript.of(c), 1, Integer::sum);
        }
      }
      Integer more = others.remove(UnicodeScript.LATIN);
      latin += more == null ? 0 : more;
      return new Counts(han, traditional, kana, hangul, latin, others);
    }

    /// The script that has more letters than Latin, Han and any other, if one has.
    Optional<UnicodeScript> other() {
      return others.entrySet().stream()
          .filter(entry -> entry.getValue() > latin && entry.getValue() > han)
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey);
    }
  }
}
