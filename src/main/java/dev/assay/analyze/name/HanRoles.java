package dev.assay.analyze.name;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import com.hankcs.hanlp.dictionary.nr.TranslatedPersonDictionary;
import com.hankcs.hanlp.dictionary.ns.PlaceDictionary;
import com.hankcs.hanlp.dictionary.nt.OrganizationDictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What HanLP's dictionaries of names know of a word: the part that it mostly plays in the names of
/// persons, places and bodies, or beside them. One letter each; a small one where it is rare there,
/// `-` where it is not known.
final class HanRoles {

  /// In the names of persons, of places and of bodies.
  static final int KINDS = 3;

  private static final char UNKNOWN = '-';

  /// Rarer than this in HanLP's corpus, a part of a word or of a character is written small.
  private static final int RARE_WORD = 10;

  private static final int RARE_CHARACTER = 20;

  /// Words are kept with what was found; a corpus has some ten thousand that come again.
  private static final int MOST_KEPT = 1 << 16;

  private static final ConcurrentHashMap<String, char[]> KEPT = new ConcurrentHashMap<>();

  private HanRoles() {}

  /// The letters of a word that is not there.
  static final char[] NONE = {UNKNOWN, UNKNOWN, UNKNOWN};

  /// The letters of a word, for persons, places and bodies.
  static char[] of(String word) {
    char[] known = KEPT.get(word);
    if (known == null) {
      known = find(word);
      if (KEPT.mappingCount() < MOST_KEPT) {
        KEPT.put(word, known);
      }
    }
    return known;
  }

  private static char[] find(String word) {
    return new char[] {
      most(PersonDictionary.dictionary.get(word), RARE_WORD),
      most(PlaceDictionary.dictionary.get(word), RARE_WORD),
      most(OrganizationDictionary.dictionary.get(word), RARE_WORD)
    };
  }

  private static char most(@Nullable EnumItem<?> roles, int rare) {
    if (roles == null) {
      return UNKNOWN;
    }
    Map.Entry<?, Integer> most =
        roles.labelMap.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    char letter = most.getKey().toString().charAt(0);
    return most.getValue() < rare ? Character.toLowerCase(letter) : letter;
  }

  /// What is known of single characters.
  private static final class Characters {
    private static final int SIZE = 0x10000;
    static final char[] ROLES = new char[SIZE];
    static final boolean[] SOUNDS = new boolean[SIZE];

    static {
      for (char c = '\u4e00'; c <= '\u9fff'; c++) {
        String one = String.valueOf(c);
        ROLES[c] = most(PersonDictionary.dictionary.get(one), RARE_CHARACTER);
        SOUNDS[c] = TranslatedPersonDictionary.containsKey(one);
      }
    }
  }

  /// The part of a character in Chinese persons' names; `.` if it is none of Chinese.
  static char ofCharacter(char c) {
    char role = Characters.ROLES[c];
    return role == 0 ? '.' : role;
  }

  /// Whether a character writes the sounds of foreign names.
  static boolean isSound(char c) {
    return Characters.SOUNDS[c];
  }

  /// Whether a character is mostly a family name where it stands in a person's name.
  static boolean isSurname(char c) {
    return ofCharacter(c) == 'B' || ofCharacter(c) == 'X';
  }
}
