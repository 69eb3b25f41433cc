package dev.assay.lexicon;

import dev.assay.article.Language;

/// The language of a text, from its script and, in doubt, from what its page declares.
///
/// Kana make Japanese, hangul Korean, other Han text Chinese; Chinese is traditional if more than
/// one Han character in twenty is one that only traditional texts use (in traditional text it is
/// about one in three, in simplified almost none). Linear; reads at most the first 20,000
/// characters.
public final class LanguageDetector {

  private static final int ENOUGH = 20_000;
  private static final double TRADITIONAL_SHARE = 0.05;

  /// Chinese news is full of Latin names, English news almost free of Han: so Han counts for more.
  private static final int HAN_WEIGHT = 3;

  private LanguageDetector() {}

  /// The language of `text`; `declared` is what its page says, [Language#UNKNOWN] if nothing.
  public static Language detect(String text, Language declared) {
    Counts counts = Counts.of(text.substring(0, Math.min(text.length(), ENOUGH)));
    if (counts.kana * 20 > counts.han
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
    if (counts.latin == 0) {
      return declared;
    }
    return declared.isChinese() || declared.equals(Language.UNKNOWN) ? Language.EN : declared;
  }

  private record Counts(int han, int traditional, int kana, int hangul, int latin) {
    static Counts of(String text) {
      int han = 0;
      int traditional = 0;
      int kana = 0;
      int hangul = 0;
      int latin = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (HanScript.isHan(c)) {
          han++;
          traditional += HanScript.simplify(c) == c ? 0 : 1;
        } else if (c >= '\u3041' && c <= '\u30fa') {
          kana++;
        } else if (c >= '\uac00' && c <= '\ud7a3') {
          hangul++;
        } else if (c < '\u0250' && Character.isLetter(c)) {
          latin++;
        }
      }
      return new Counts(han, traditional, kana, hangul, latin);
    }
  }
}
