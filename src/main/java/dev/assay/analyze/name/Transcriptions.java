package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.FamilyNames;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells whether Chinese characters write the sound of a foreign name: 纽森 of Newsom.
///
/// Both are read as consonants and vowels, and what must be changed to make one of the other is
/// weighed: near consonants and any two vowels that may be heard alike cost little. Only characters
/// that transcribe names are listened to, so that no sentence sounds like a name by accident.
public final class Transcriptions {

  private static final Set<Character> CHARACTERS =
      ("阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕宾波伯博布查昌达戴丹当道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯"
              + "佛夫福弗富盖甘冈高戈哥格根贡古瓜圭哈海汉豪赫黑亨洪胡华惠霍基吉季加贾杰金京喀卡凯坎康考柯科可克肯孔库奎昆"
              + "拉莱赖兰朗劳勒雷黎里理利丽莉连廉良列林琳龙卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明缪摩莫默姆木穆纳娜奈南内"
              + "尼宁纽农努诺欧帕派潘庞佩彭皮平珀普齐奇恰强乔切青琼丘热仁日荣茹瑞若萨塞赛桑瑟森沙山珊尚舍申生圣施什史舒朔"
              + "斯丝松苏索所塔泰坦汤唐陶特滕提田铁廷图土托瓦旺威维韦魏温文翁沃乌武西希锡夏香肖谢辛欣休许雪逊雅亚延扬耶叶"
              + "伊宜因英永尤于约赞泽曾扎詹珍芝朱兹祖佐歇娃茨妮娅蕾莎翰妲弗勃什日涅采措捷季彻楚撒绍斐弥芙芭芮茜萝薇黛琪汀"
              + "墨匹浦钦忒茵札迦谟荷侯腾亭孟珠智瑙津堡泊兴甫夸及腊缅敦墩菩棉雍蓓碧佳嘉岑厦朵席柏柴伐叙堪孜宛玻蓬讷脱挪腓"
              + "鄂陀隆骚慕汪乍嫩万让得耳葛蔡卓露绮姬屈哲钱戎牙匈葡萄士焦契")
          .chars()
          .mapToObj(c -> (char) c)
          .collect(Collectors.toUnmodifiableSet());

  /// Characters whose vowel is not said: the t of 特.
  private static final String BARE = "特德克夫姆布普格赫奇恩弗勒卜斯茨兹什尔";

  private static final int FEWEST_CHARACTERS = 3;
  private static final int MOST_CHARACTERS = 7;

  /// So much of the sounds may differ, in shares of the longer; of a part of what is transcribed
  /// there less.
  private static final double NEAR = 0.16;

  private static final double PART = 0.8;

  /// And half of that where there are few consonants: many a name has an n.
  private static final double FEW = 0.5;

  private static final int FEWEST_CONSONANTS = 3;

  private static final double ALIKE = 0.1;
  private static final double WEAK = 0.3;
  private static final double LOST = 0.85;
  private static final double OTHER_VOWEL = 0.3;
  private static final double LOST_VOWEL = 0.25;
  private static final double VOWEL_WEIGHT = 0.5;
  private static final double NEVER = 9;

  private static final String DOT = "·";

  /// Gives nothing back, so that no row of names is too long for it.
  private static final Pattern CAPITALS =
      Pattern.compile("\\p{Lu}[\\p{IsLatin}'’-]++(?: \\p{Lu}[\\p{IsLatin}'’-]++)*+");

  private static final String VOWELS = "aeiouy";

  /// Consonants that are heard one as the other, in order of the alphabet.
  private static final Set<String> ALIKE_PAIRS =
      Set.of("LR", "FW", "MN", "DT", "BP", "GK", "QS", "GJ", "JK", "JQ");

  private static final Set<String> NEAR_PAIRS =
      Set.of(
          "QY", "GQ", "KQ", "HK", "RS", "GS", "KS", "GH", "BF", "DS", "ST", "BW", "HJ", "JS", "JY",
          "HQ");

  private Transcriptions() {}

  /// A consonant by its sign, or a vowel.
  ///
  /// @param vowels as it is written; empty for a consonant
  /// @param silent whether it may go unheard
  private record Sound(char consonant, String vowels, boolean silent) {

    static Sound of(char consonant) {
      return new Sound(consonant, "", false);
    }

    static Sound vowel(String vowels, boolean silent) {
      return new Sound(' ', vowels, silent);
    }

    boolean isVowel() {
      return consonant == ' ';
    }

    double weight() {
      return isVowel() ? VOWEL_WEIGHT : 1;
    }

    double lost() {
      return silent ? 0 : isVowel() ? LOST_VOWEL : "HWRDYTG".indexOf(consonant) >= 0 ? WEAK : LOST;
    }
  }

  /// Whether somewhere in `text`, in simplified characters, `word` is transcribed, or written as
  /// the Japanese name that it is.
  public static boolean stands(String word, String text) {
    if (FamilyNames.stands(word, text)) {
      return true;
    }
    List<Sound> sounds = List.of();
    for (int from = 0; from < text.length(); from++) {
      if (isPart(text, from) && isPart(text, from + 1)) {
        sounds = sounds.isEmpty() ? ofLatin(word) : sounds; // not heard where nothing can be it
        if (beginsAt(sounds, text, from)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether all of `han` transcribes `name`, in whose letters blanks count for nothing: 彼得·奥内 of
  /// Petter Aune; or writes a family of the East: 铃木俊一 of Shunichi Suzuki.
  public static boolean isOne(String name, String han) {
    List<Sound> heard = new ArrayList<>();
    han.chars().forEach(c -> addHan((char) c, heard));
    return isNear(ofLatin(name), heard, NEAR) || FamilyNames.isOne(name, han);
  }

  /// What is left of a name in Latin letters however it is transcribed, so that the two can be
  /// found by it: its consonants, those heard alike as one, and none that may go unheard.
  public static String skeleton(String name) {
    return skeleton(ofLatin(name));
  }

  /// The same of a name in Chinese characters: `LKS` of 拉卡兹, as of Lacaze.
  public static String skeletonOfHan(String han) {
    List<Sound> heard = new ArrayList<>();
    han.chars().filter(c -> HanScript.isHan((char) c)).forEach(c -> addHan((char) c, heard));
    return skeleton(heard);
  }

  private static String skeleton(List<Sound> sounds) {
    StringBuilder skeleton = new StringBuilder();
    for (int i = 0; i < sounds.size(); i++) {
      boolean opens = i + 1 < sounds.size() && sounds.get(i + 1).isVowel();
      char sign = shared(sounds.get(i).consonant());
      boolean unheard = UNHEARD.indexOf(sign) >= 0 || sign == 'L' && !opens;
      if (!unheard) {
        skeleton.append(sign);
      }
    }
    return skeleton.toString();
  }

  /// A vowel is unheard too.
  private static final String UNHEARD = " HY";

  /// One sign for consonants that are heard one as the other.
  private static char shared(char consonant) {
    return switch (consonant) {
      case 'R' -> 'L';
      case 'W' -> 'F';
      case 'M' -> 'N';
      case 'T' -> 'D';
      case 'P' -> 'B';
      case 'K' -> 'G';
      case 'Q', 'J' -> 'S';
      default -> consonant;
    };
  }

  /// How far the sounds of `name` are from those of all of `han`, in shares of the longer: 0 if
  /// they are the same.
  public static double difference(String name, String han) {
    List<Sound> latin = ofLatin(name);
    List<Sound> heard = new ArrayList<>();
    han.chars().forEach(c -> addHan((char) c, heard));
    double longer = Math.max(weight(latin), weight(heard));
    return longer == 0 ? 1 : distance(latin, heard) / longer;
  }

  private static boolean beginsAt(List<Sound> sounds, String text, int from) {
    List<Sound> heard = new ArrayList<>();
    for (int to = from; to < text.length() && to - from < MOST_CHARACTERS; to++) {
      if (!isPart(text, to)) {
        return false;
      }
      addHan(text.charAt(to), heard);
      boolean whole = !isPart(text, from - 1) && !isPart(text, to + 1);
      if (to > from && isNear(sounds, heard, whole ? NEAR : PART * NEAR)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHan(String text, int at) {
    return at >= 0 && at < text.length() && HanScript.isHan(text.charAt(at));
  }

  private static boolean isPart(String text, int at) {
    return at >= 0 && at < text.length() && CHARACTERS.contains(text.charAt(at));
  }

  /// Whether the character at `at` of `text` is one of several that transcribe a name: 德 of 阿提哈德.
  public static boolean isWithin(String text, int at) {
    int from = at;
    while (isPart(text, from - 1)) {
      from--;
    }
    int to = at; // not past a character that transcribes nothing: 卡塔尔美军
    while (isPart(text, to)) {
      to++;
    }
    return to > at && to - from >= FEWEST_CHARACTERS;
  }

  /// Where words with a capital follow one another in `text`.
  public static List<Span> capitals(String text) {
    return CAPITALS
        .matcher(text)
        .results()
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }

  /// The names of several parts in `text`: 汉娜·奥杜亚.
  public static List<Span> dotted(String text) {
    List<Span> found = new ArrayList<>();
    int past = 0;
    for (int dot = text.indexOf(DOT); dot >= 0; dot = text.indexOf(DOT, Math.max(past, dot + 1))) {
      // beside the dot stand characters that transcribe too seldom to be known: the 得 of 彼得
      int from = isHan(text, dot - 1) && dot > past ? dot - 1 : dot;
      while (from > past && dot - from < MOST_CHARACTERS && isPart(text, from - 1)) {
        from--;
      }
      int to = isHan(text, dot + 1) ? dot + 2 : dot + 1;
      while (isPart(text, to) || text.startsWith(DOT, to) && isPart(text, to + 1)) {
        to++;
      }
      if (from < dot && to > dot + 1) {
        found.add(new Span(from, to));
        past = to;
      }
    }
    return found;
  }

  private static boolean isNear(List<Sound> one, List<Sound> other, double share) {
    double longer = Math.max(weight(one), weight(other));
    long consonants = one.stream().filter(sound -> !sound.isVowel()).count();
    double may = consonants < FEWEST_CONSONANTS ? FEW * share : share;
    return longer > 0 && distance(one, other) <= may * longer;
  }

  private static double weight(List<Sound> sounds) {
    return sounds.stream().mapToDouble(Sound::weight).sum();
  }

  private static double distance(List<Sound> one, List<Sound> other) {
    double[] before = new double[other.size() + 1];
    for (int k = 1; k <= other.size(); k++) {
      before[k] = before[k - 1] + other.get(k - 1).lost();
    }
    for (Sound sound : one) {
      double[] row = new double[other.size() + 1];
      row[0] = before[0] + sound.lost();
      for (int k = 1; k <= other.size(); k++) {
        double instead = before[k - 1] + instead(sound, other.get(k - 1));
        double either = Math.min(before[k] + sound.lost(), row[k - 1] + other.get(k - 1).lost());
        row[k] = Math.min(instead, either);
      }
      before = row;
    }
    return before[other.size()];
  }

  private static double instead(Sound one, Sound other) {
    if (one.isVowel() && other.isVowel()) {
      return areHeardAlike(one.vowels(), other.vowels()) ? 0 : OTHER_VOWEL;
    }
    if (one.isVowel() || other.isVowel()) {
      char half = one.isVowel() ? other.consonant() : one.consonant();
      return half == 'Y' || half == 'W' ? WEAK : NEVER;
    }
    char first = (char) Math.min(one.consonant(), other.consonant());
    char last = (char) Math.max(one.consonant(), other.consonant());
    String pair = "" + first + last;
    return first == last
        ? 0
        : ALIKE_PAIRS.contains(pair) ? ALIKE : NEAR_PAIRS.contains(pair) ? WEAK : NEVER;
  }

  private static boolean areHeardAlike(String one, String other) {
    return mayBe(one, other) || mayBe(other, one);
  }

  private static boolean mayBe(String vowels, String others) {
    return vowels
        .chars()
        .mapToObj(
            c ->
                switch ((char) c) {
                  case 'a' -> "aeo";
                  case 'e' -> "eia";
                  case 'i' -> "iey";
                  case 'o' -> "oua";
                  case 'u' -> "uoa";
                  default -> "yi";
                })
        .anyMatch(near -> near.chars().anyMatch(c -> others.indexOf(c) >= 0));
  }

  /// Letters that sound like others, which are written for them.
  private record Respelling(Pattern letters, String by) {
    static Respelling of(String letters, String by) {
      return new Respelling(Pattern.compile(letters), by);
    }
  }

  /// In this order.
  private static final List<Respelling> RESPELLINGS =
      List.of(
          Respelling.of("ø", "o"),
          Respelling.of("ł", "l"),
          Respelling.of("æ", "ae"),
          Respelling.of("ß", "ss"),
          Respelling.of("['’]s?$|[^a-z]", ""),
          Respelling.of("dj", "j"),
          Respelling.of("^kn", "n"),
          Respelling.of("^x", "s"),
          Respelling.of("mb(?=e?$)", "m"),
          Respelling.of("gu(?=[ei])", "g"),
          Respelling.of("q[uv]", "kw"),
          Respelling.of("q", "k"),
          Respelling.of("(?<=[aeo])w(?![aeiouy])", "u"),
          Respelling.of("(?<=[aeiou])h$", ""),
          Respelling.of("ph", "f"),
          Respelling.of("kh|wh", "h"),
          Respelling.of("t?th", "t"),
          Respelling.of("sch|t?ch|sh", "q"),
          Respelling.of("tz|zh|ts", "s"),
          Respelling.of("ck", "k"),
          Respelling.of("gh", "g"),
          Respelling.of("c(?=[eiy])", "s"),
          Respelling.of("g(?=[eiy])", "j"),
          Respelling.of("c", "k"),
          Respelling.of("x", "ks"),
          Respelling.of("(.)\\1", "$1"));

  /// The sounds of a word in Latin letters, those that sound alike as one.
  private static List<Sound> ofLatin(String word) {
    String letters = new String(Folding.fold(word));
    for (Respelling respelling : RESPELLINGS) {
      letters = respelling.letters().matcher(letters).replaceAll(respelling.by());
    }
    List<Sound> sounds = new ArrayList<>();
    int at = 0;
    while (at < letters.length()) {
      int end = at;
      while (end < letters.length() && VOWELS.indexOf(letters.charAt(end)) >= 0) {
        end++;
      }
      if (end == at) {
        sounds.add(Sound.of(sign(letters.charAt(at))));
        at++;
        continue;
      }
      String vowels = letters.substring(at, end);
      if (vowels.length() > 1 && vowels.startsWith("y")) {
        sounds.add(new Sound('Y', "", true));
        vowels = vowels.substring(1);
      }
      sounds.add(Sound.vowel(vowels, end == letters.length() && vowels.equals("e")));
      at = end;
    }
    return sounds;
  }

  private static char sign(char letter) {
    return switch (letter) {
      case 'v' -> 'F';
      case 'z' -> 'S';
      default -> Character.toUpperCase(letter);
    };
  }

  /// Adds a syllable: how it begins, its vowel, and whether it ends in n.
  private static void addHan(char han, List<Sound> sounds) {
    String spelled = HanScript.isHan(han) ? Sounds.of(han) : "";
    if (spelled.equals("er")) {
      sounds.add(Sound.of('R'));
      return;
    }
    int begin =
        spelled.startsWith("zh") || spelled.startsWith("ch") || spelled.startsWith("sh") ? 2 : 1;
    if (spelled.isEmpty() || VOWELS.indexOf(spelled.charAt(0)) >= 0) {
      begin = spelled.startsWith("y") ? 1 : 0;
    }
    if (begin > 0) {
      char sign = begun(spelled);
      boolean told = !sounds.isEmpty() && sounds.getLast().consonant() == sign; // 汉娜
      if (!told) {
        sounds.add(new Sound(sign, "", sign == 'Y'));
      }
    }
    String end = spelled.substring(begin);
    String vowels = end.replaceAll("ng?$", "");
    if (!spelled.isEmpty()) {
      sounds.add(Sound.vowel(vowels.isEmpty() ? "i" : vowels, BARE.indexOf(han) >= 0));
    }
    if (vowels.length() < end.length()) {
      sounds.add(Sound.of('N'));
    }
  }

  private static char begun(String spelled) {
    return switch (spelled.charAt(0)) {
      case 'x', 'z', 'c', 's' -> spelled.startsWith("sh") || spelled.startsWith("ch") ? 'Q' : 'S';
      default -> Character.toUpperCase(spelled.charAt(0));
    };
  }
}
