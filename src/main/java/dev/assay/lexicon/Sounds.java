package dev.assay.lexicon;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How Chinese characters sound, by ICU's Han-Latin transliteration without tones: one reading for
/// each. Loads when first asked, which takes half a second; safe for use by many threads.
public final class Sounds {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower");

  private static final Map<Character, String> KNOWN = new ConcurrentHashMap<>();

  private Sounds() {}

  /// The sound of `c`, such as `he` of 河.
  public static String of(char c) {
    return KNOWN.computeIfAbsent(c, each -> LATIN.transliterate(String.valueOf(each)).strip());
  }

  /// Whether `word`, in small letters, spells two or more characters that follow one another in
  /// `text`: `heyuan` of 河源. Linear in the text.
  public static boolean spelled(String word, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (HanScript.isHan(text.charAt(i)) && spelledAt(word, text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean spelledAt(String word, String text, int from) {
    int at = from;
    int letters = 0;
    while (at < text.length() && letters < word.length() && HanScript.isHan(text.charAt(at))) {
      String sound = of(text.charAt(at));
      if (sound.isEmpty() || !word.startsWith(sound, letters)) {
        return false;
      }
      letters += sound.length();
      at++;
    }
    return letters == word.length() && at - from > 1;
  }
}
