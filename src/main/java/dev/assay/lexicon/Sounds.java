package dev.assay.lexicon;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Map;

/// How Chinese characters sound, without tones: one reading for each, by `lexicon/zh/sounds.tsv`,
/// which is ICU's Han-Latin transliteration of each character alone. Safe for use by many threads.
public final class Sounds {

  /// Characters of names that have another sound beside the one that [#of] gives.
  private static final Map<Character, String> OTHERS =
      Map.ofEntries(
          Map.entry('长', "chang zhang"),
          Map.entry('曾', "zeng ceng"),
          Map.entry('单', "shan dan"),
          Map.entry('解', "xie jie"),
          Map.entry('仇', "qiu chou"),
          Map.entry('查', "zha cha"),
          Map.entry('乐', "le yue"),
          Map.entry('重', "chong zhong"),
          Map.entry('行', "hang xing"),
          Map.entry('朝', "chao zhao"),
          Map.entry('区', "qu ou"),
          Map.entry('厦', "xia sha"),
          Map.entry('都', "du dou"),
          Map.entry('六', "liu lu"),
          Map.entry('盖', "gai ge"),
          Map.entry('朴', "pu piao"),
          Map.entry('覃', "qin tan"),
          Map.entry('柏', "bai bo"),
          Map.entry('泊', "bo po"),
          Map.entry('晟', "sheng cheng"),
          Map.entry('调', "diao tiao"),
          Map.entry('藏', "zang cang"),
          Map.entry('弹', "dan tan"),
          Map.entry('会', "hui kuai"));

  private Sounds() {}

  /// Read on first use from a file, because making ICU's transform takes a fifth of a second.
  private static final class Table {
    static final String[] SOUNDS = read();

    private static String[] read() {
      String[] sounds = new String[HanScript.LAST - HanScript.FIRST + 1];
      Arrays.setAll(sounds, i -> String.valueOf((char) (HanScript.FIRST + i)));
      for (LexiconFile.Row row : Lexicon.shipped().table("zh/sounds.tsv").rows()) {
        String characters = row.cell(1);
        for (int i = 0; i < characters.length(); i++) {
          sounds[characters.charAt(i) - HanScript.FIRST] = row.cell(0);
        }
      }
      return sounds;
    }
  }

  /// What is neither Chinese nor ASCII is seldom asked for.
  private static final class Others {
    static final Transliterator LATIN =
        Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower");
  }

  /// The sound of `c`, such as `he` of 河; of a letter of another script the plain small letter.
  public static String of(char c) {
    if (HanScript.isHan(c)) {
      return Table.SOUNDS[c - HanScript.FIRST];
    }
    return c < 0x80
        ? String.valueOf(Character.toLowerCase(c)).strip()
        : Others.LATIN.transliterate(String.valueOf(c)).strip();
  }

  /// Whether `word`, in small letters, spells two or more characters that follow one another in
  /// `text`: `heyuan` of 河源. Linear in the text.
  public static boolean spelled(String word, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (spelledEnd(word, text, i) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Where the characters end, two or more, that `word` spells from `from` on; -1 if it does not.
  public static int spelledEnd(String word, String text, int from) {
    int at = from;
    int letters = 0;
    while (at < text.length() && letters < word.length() && HanScript.isHan(text.charAt(at))) {
      int sound = spelled(word, letters, text.charAt(at));
      if (sound == 0) {
        return -1;
      }
      letters += sound;
      at++;
    }
    return letters == word.length() && at - from > 1 ? at : -1;
  }

  /// How many letters at `from` of `word` are a sound of `han`; 0 if they are none.
  private static int spelled(String word, int from, char han) {
    for (String sound : OTHERS.getOrDefault(han, of(han)).split(" ")) {
      if (!sound.isEmpty() && word.startsWith(sound, from)) {
        return sound.length();
      }
    }
    return 0;
  }
}
