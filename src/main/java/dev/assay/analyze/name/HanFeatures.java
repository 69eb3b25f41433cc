package dev.assay.analyze.name;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import com.hankcs.hanlp.dictionary.nr.TranslatedPersonDictionary;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What tells the names in Chinese text: the characters around a place, and the longest words of
/// HanLP's dictionaries that begin and end there.
///
/// The dictionaries are read at the first Chinese text (a third of a second).
final class HanFeatures implements NameModel.Features {

  private static final int LONGEST_WORD = 6;

  private static final FeatureSink.Kind C = FeatureSink.Kind.of("c=");
  private static final FeatureSink.Kind C_1 = FeatureSink.Kind.of("c-1=");
  private static final FeatureSink.Kind C_2 = FeatureSink.Kind.of("c-2=");
  private static final FeatureSink.Kind C1 = FeatureSink.Kind.of("c1=");
  private static final FeatureSink.Kind C2 = FeatureSink.Kind.of("c2=");
  private static final FeatureSink.Kind B_2 = FeatureSink.Kind.of("b-2=");
  private static final FeatureSink.Kind B_1 = FeatureSink.Kind.of("b-1=");
  private static final FeatureSink.Kind B = FeatureSink.Kind.of("b=");
  private static final FeatureSink.Kind B1 = FeatureSink.Kind.of("b1=");
  private static final FeatureSink.Kind S = FeatureSink.Kind.of("s=");
  private static final FeatureSink.Kind T = FeatureSink.Kind.of("t=");
  private static final FeatureSink.Kind T1 = FeatureSink.Kind.of("t1=");
  private static final FeatureSink.Kind BEGIN = FeatureSink.Kind.of("begin=");
  private static final FeatureSink.Kind END = FeatureSink.Kind.of("end=");
  private static final FeatureSink.Kind INSIDE = FeatureSink.Kind.of("inside=");
  private static final FeatureSink.Kind BEFORE = FeatureSink.Kind.of("before=");
  private static final FeatureSink.Kind BEHIND = FeatureSink.Kind.of("behind=");
  private static final FeatureSink.Kind AFTER = FeatureSink.Kind.of("after=");

  private static final FeatureSink.Kind ROLE = FeatureSink.Kind.of("role=");
  private static final FeatureSink.Kind ROLES = FeatureSink.Kind.of("roles=");
  private static final FeatureSink.Kind ROLES1 = FeatureSink.Kind.of("roles1=");
  private static final FeatureSink.Kind SOUND = FeatureSink.Kind.of("sound=");
  private static final FeatureSink.Kind SOUNDS = FeatureSink.Kind.of("sounds=");

  private static final int LONGEST_SOUND = 6;

  private final char[] text;
  private final byte[] sounds;
  private final byte[] beginLength;
  private final char[] beginNature;
  private final byte[] endLength;
  private final char[] endNature;
  private final char[] inside;

  HanFeatures(String text) {
    int length = text.length();
    this.text = normal(text);
    beginLength = new byte[length];
    beginNature = new char[length];
    endLength = new byte[length];
    endNature = new char[length];
    inside = new char[length];
    sounds = sounds(this.text);
    String simple = new String(this.text);
    CoreDictionary.trie.parseText(simple, this::word);
    DoubleArrayTrie<CoreDictionary.Attribute> more = CustomDictionary.DEFAULT.dat;
    if (more != null) {
      more.parseText(simple, this::word);
    }
  }

  /// What HanLP knows of single characters: their place in Chinese persons' names, and whether they
  /// write the sounds of foreign ones.
  private static final class Characters {
    private static final int SIZE = 0x10000;
    static final char[] ROLES = new char[SIZE];
    static final boolean[] SOUNDS = new boolean[SIZE];

    static {
      for (char c = '\u4e00'; c <= '\u9fff'; c++) {
        String one = String.valueOf(c);
        EnumItem<NR> roles = PersonDictionary.dictionary.get(one);
        ROLES[c] = roles == null ? '-' : role(roles);
        SOUNDS[c] = TranslatedPersonDictionary.containsKey(one);
      }
    }

    /// Its commonest role, in small letters where it is a rare one.
    private static char role(EnumItem<NR> roles) {
      Map.Entry<NR, Integer> most =
          roles.labelMap.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      char letter = most.getKey().name().charAt(0);
      return most.getValue() < RARE ? Character.toLowerCase(letter) : letter;
    }
  }

  private static final int RARE = 20;

  /// How many characters in a row, up to each, write sounds.
  private static byte[] sounds(char[] text) {
    byte[] runs = new byte[text.length];
    for (int i = 0; i < text.length; i++) {
      boolean sound = Characters.SOUNDS[text[i]];
      runs[i] = (byte) (sound ? Math.min(LONGEST_SOUND, 1 + (i == 0 ? 0 : runs[i - 1])) : 0);
    }
    return runs;
  }

  private static char[] normal(String text) {
    char[] folded = Folding.fold(text);
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= '0' && c <= '9') {
        folded[i] = '0';
      } else if (c >= 'a' && c <= 'z') {
        folded[i] = Character.isUpperCase(text.charAt(i)) ? 'A' : 'a';
      } else if (c <= ' ') {
        folded[i] = '_';
      }
    }
    return folded;
  }

  private void word(int begin, int end, CoreDictionary.Attribute found) {
    int length = end - begin;
    if (length < 2 || length > LONGEST_WORD) {
      return;
    }
    char nature = nature(found);
    if (length > beginLength[begin]) {
      beginLength[begin] = (byte) length;
      beginNature[begin] = nature;
    }
    if (length > endLength[end - 1]) {
      endLength[end - 1] = (byte) length;
      endNature[end - 1] = nature;
    }
    for (int i = begin + 1; i < end - 1; i++) {
      inside[i] = nature;
    }
  }

  /// One letter for what the dictionary takes the word for.
  private static char nature(CoreDictionary.Attribute found) {
    Nature nature = found.nature[0];
    String word = nature.toString();
    return switch (word) {
      case "nr", "nrf", "nrj" -> 'R';
      case "ns", "nsf" -> 'S';
      case "nz" -> 'Z';
      case "nnt", "nnd", "nn" -> 'J';
      default ->
          word.startsWith("nt") || word.startsWith("ni")
              ? 'T'
              : word.startsWith("gi") ? 'g' : word.charAt(0);
    };
  }

  private char at(int i) {
    return i < 0 || i >= text.length ? '^' : text[i];
  }

  @Override
  public void at(int i, FeatureSink sink) {
    char a = at(i - 2);
    char b = at(i - 1);
    char c = at(i);
    char d = at(i + 1);
    char e = at(i + 2);
    sink.start(C).put(c).end();
    sink.start(C_1).put(b).end();
    sink.start(C_2).put(a).end();
    sink.start(C1).put(d).end();
    sink.start(C2).put(e).end();
    sink.start(B_2).put(a).put(b).end();
    sink.start(B_1).put(b).put(c).end();
    sink.start(B).put(c).put(d).end();
    sink.start(B1).put(d).put(e).end();
    sink.start(S).put(b).put(d).end();
    sink.start(T).put(b).put(c).put(d).end();
    sink.start(T1).put(c).put(d).put(e).end();
    word(BEGIN, beginLength[i], beginNature[i], sink);
    word(END, endLength[i], endNature[i], sink);
    sink.start(INSIDE).put(letter(inside[i])).end();
    char f = role(b);
    char g = role(c);
    char h = role(d);
    sink.start(ROLE).put(g).end();
    sink.start(ROLES).put(f).put(g).put(h).end();
    sink.start(ROLES1).put(g).put(h).put(role(e)).end();
    sink.start(SOUND).put((char) ('0' + sounds[i])).put(sound(i + 1)).end();
    sink.start(SOUNDS)
        .put(sound(i - 1))
        .put(sound(i))
        .put(sound(i + 1))
        .put(sound(i + 2))
        .put(sound(i + 3))
        .end();
    if (i > 0) {
      run(BEFORE, i - Math.max(1, endLength[i - 1]), i, sink);
      word(BEHIND, endLength[i - 1], endNature[i - 1], sink);
    }
    if (i + 1 < text.length) {
      run(AFTER, i + 1, i + 1 + Math.max(1, beginLength[i + 1]), sink);
    }
  }

  /// Words that the dictionaries have as names of people, places or bodies, the longest at each
  /// place.
  List<Span> namedWords() {
    return words("RST");
  }

  /// Words that the dictionaries have as nouns, or as what stands before nouns only (中级), the
  /// longest at each place.
  List<Span> nouns() {
    return words("nJZb");
  }

  /// The places that a stretch is made of, if the dictionaries have each as one (黔江武宣); else none.
  List<Span> places(int start, int end) {
    List<Span> places = new ArrayList<>();
    for (int i = start; i < end; ) {
      if (beginNature[i] != 'S' || i + beginLength[i] > end) {
        return List.of();
      }
      places.add(new Span(i, i + beginLength[i]));
      i += beginLength[i];
    }
    return places;
  }

  /// Two or more Chinese characters in a row that stand in no word of the dictionaries.
  List<Span> strangeWords() {
    BitSet covered = new BitSet();
    for (int i = 0; i < text.length; i++) {
      covered.set(i, i + beginLength[i]);
    }
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length; i++) {
      boolean strange = i < text.length && HanScript.isHan(text[i]) && !covered.get(i);
      if (strange && start < 0) {
        start = i;
      } else if (!strange && start >= 0) {
        if (i - start > 1) {
          words.add(new Span(start, i));
        }
        start = -1;
      }
    }
    return words;
  }

  private List<Span> words(String natures) {
    List<Span> words = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      if (beginLength[i] > 0 && natures.indexOf(beginNature[i]) >= 0) {
        words.add(new Span(i, i + beginLength[i]));
      }
    }
    return words;
  }

  /// Whether the character at `i` is mostly a family name where it stands in a person's name.
  boolean isSurname(int i) {
    return role(text[i]) == 'B' || role(text[i]) == 'X';
  }

  /// The beginning of a place from which nouns alone lead to `end`, at `least` or later; -1 if
  /// there is none.
  int placeBefore(int end, int least, CandidateWords words) {
    int at = end;
    int found = -1;
    while (at > least) {
      int length = Math.max(1, endLength[at - 1]);
      char nature = endNature[at - 1];
      if (length == 1) {
        String one = String.valueOf(text[at - 1]);
        if (!HanScript.isHan(text[at - 1]) || words.of("zh-function").contains(one)) {
          return found;
        }
      } else if (nature == 'S') {
        found = at - length;
      } else if (NOUNS.indexOf(nature) < 0) {
        return found;
      }
      at -= length;
    }
    return found;
  }

  private static final String NOUNS = "nZTgbjvaSsR";

  private static char role(char c) {
    char role = Characters.ROLES[c];
    return role == 0 ? '.' : role;
  }

  private char sound(int i) {
    return i < 0 || i >= sounds.length ? '.' : sounds[i] > 0 ? '1' : '0';
  }

  private static void word(FeatureSink.Kind kind, byte length, char nature, FeatureSink sink) {
    sink.start(kind).put((char) ('0' + length)).put(letter(nature)).end();
  }

  private static char letter(char nature) {
    return nature == 0 ? '-' : nature;
  }

  private void run(FeatureSink.Kind kind, int from, int to, FeatureSink sink) {
    sink.start(kind);
    for (int i = from; i < to; i++) {
      sink.put(text[i]);
    }
    sink.end();
  }
}
