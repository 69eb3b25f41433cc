package dev.assay.check;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells whether Chinese characters write the sound of a foreign name: 纽森 of Newsom.
///
/// Vowels are heard in too many ways; the consonants of both are compared, near ones as near. Only
/// characters that transcribe names are listened to, so that no sentence sounds like a name by
/// accident.
final class Transcriptions {

  private static final Set<Character> CHARACTERS =
      ("阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕宾波伯博布查昌达戴丹当道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯佛夫福弗富"
              + "盖甘冈高戈哥格根贡古瓜圭哈海汉豪赫黑亨洪胡华惠霍基吉季加贾杰金京喀卡凯坎康考柯科可克肯孔库奎昆拉莱赖兰朗劳勒雷黎"
              + "里理利丽莉连廉良列林琳龙卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明缪摩莫默姆木穆纳娜奈南内尼宁纽农努诺欧帕派潘庞佩彭"
              + "皮平珀普齐奇恰强乔切青琼丘热仁日荣茹瑞若萨塞赛桑瑟森沙山珊尚舍申生圣施什史舒朔斯丝松苏索所塔泰坦汤唐陶特滕提田铁"
              + "廷图土托瓦旺威维韦魏温文翁沃乌武西希锡夏香肖谢辛欣休许雪逊雅亚延扬耶叶伊宜因英永尤于约赞泽曾扎詹珍芝朱兹祖佐歇娃茨妮娅蕾莎翰妲弗勃什日涅采措捷季彻楚撒绍斐弥芙芭芮茜萝薇黛琪汀墨匹浦钦忒茵札迦谟荷侯腾亭")
          .chars()
          .mapToObj(c -> (char) c)
          .collect(Collectors.toUnmodifiableSet());

  private static final int FEWEST_CONSONANTS = 3;
  private static final int FEWEST_CHARACTERS = 3;
  private static final int MOST_CHARACTERS = 7;

  /// So much of the consonants may differ, in shares of the longer.
  private static final double NEAR = 0.2;

  private static final double WEAK = 0.3;
  private static final double LOST = 0.8;

  private Transcriptions() {}

  /// Whether somewhere in `text`, in simplified characters, `word` is transcribed.
  static boolean stands(String word, String text) {
    String sound = consonants(word);
    for (int from = 0; from < text.length(); from++) {
      if (!CHARACTERS.contains(text.charAt(from))) {
        continue;
      }
      StringBuilder heard = new StringBuilder();
      int to = from;
      while (to < text.length()
          && to - from < MOST_CHARACTERS
          && CHARACTERS.contains(text.charAt(to))) {
        heard.append(consonants(text.charAt(to)));
        to++;
        if (isWhole(text, from, to, sound) && isNear(sound, heard.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the character at `at` of `text` is one of several that transcribe a name: 德 of 阿提哈德.
  static boolean isWithin(String text, int at) {
    int from = at;
    while (from > 0 && CHARACTERS.contains(text.charAt(from - 1))) {
      from--;
    }
    int to = at; // not past a character that transcribes nothing: 卡塔尔美军
    while (to < text.length() && CHARACTERS.contains(text.charAt(to))) {
      to++;
    }
    return to > at && to - from >= FEWEST_CHARACTERS;
  }

  /// What has few consonants must be all that is transcribed there.
  private static boolean isWhole(String text, int from, int to, String sound) {
    boolean ends =
        (from == 0 || !CHARACTERS.contains(text.charAt(from - 1)))
            && (to == text.length() || !CHARACTERS.contains(text.charAt(to)));
    return to - from > 1 && (sound.length() >= FEWEST_CONSONANTS || ends && sound.length() > 1);
  }

  private static boolean isNear(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    boolean few = one.length() < FEWEST_CONSONANTS;
    return longer > 0 && distance(one, other) <= (few ? 0 : NEAR * longer);
  }

  private static double distance(String one, String other) {
    double[] before = new double[other.length() + 1];
    for (int k = 1; k <= other.length(); k++) {
      before[k] = before[k - 1] + lost(other.charAt(k - 1));
    }
    for (int i = 1; i <= one.length(); i++) {
      double[] row = new double[other.length() + 1];
      row[0] = before[0] + lost(one.charAt(i - 1));
      for (int k = 1; k <= other.length(); k++) {
        double instead = before[k - 1] + instead(one.charAt(i - 1), other.charAt(k - 1));
        row[k] =
            Math.min(
                instead,
                Math.min(
                    before[k] + lost(one.charAt(i - 1)), row[k - 1] + lost(other.charAt(k - 1))));
      }
      before = row;
    }
    return before[other.length()];
  }

  private static double lost(char c) {
    return "HWRD".indexOf(c) >= 0 ? WEAK : LOST;
  }

  private static double instead(char one, char other) {
    if (one == other) {
      return 0;
    }
    String pair = one < other ? "" + one + other : "" + other + one;
    return switch (pair) {
      case "LR", "FW", "MN", "DT", "BP", "GK" -> 0.1;
      case "HK", "RS", "SZ", "GS", "KS", "GH", "BF", "DS", "ST", "BW" -> WEAK;
      default -> 1;
    };
  }

  /// The consonants of a word in Latin letters, those that sound alike as one.
  private static String consonants(String word) {
    String letters =
        word.toLowerCase(Locale.ROOT)
            .replaceAll("['’]s$|[^a-z]", "")
            .replaceAll("ph", "f")
            .replaceAll("kh", "h")
            .replaceAll("th", "t")
            .replaceAll("tch|ch|sh|sch|tz|zh|ts", "s")
            .replaceAll("ck|q", "k")
            .replaceAll("gh", "g")
            .replaceAll("c(?=[eiy])", "s")
            .replaceAll("g(?=[eiy])", "S")
            .replaceAll("c", "k")
            .replaceAll("x", "ks")
            .replaceAll("(.)\\1", "$1");
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      heard.append(
          switch (letters.charAt(i)) {
            case 'b' -> "B";
            case 'p' -> "P";
            case 'm' -> "M";
            case 'f', 'v' -> "F";
            case 'd' -> "D";
            case 't' -> "T";
            case 'n' -> "N";
            case 'l' -> "L";
            case 'r' -> "R";
            case 'g' -> "G";
            case 'k' -> "K";
            case 'h' -> "H";
            case 'w' -> "W";
            case 's', 'z', 'j', 'S' -> "S";
            default -> "";
          });
    }
    return heard.toString();
  }

  /// Of a syllable: how it begins, and whether it ends in n.
  private static String consonants(char han) {
    if (!HanScript.isHan(han)) {
      return "";
    }
    String sound = Sounds.of(han);
    if (sound.equals("er")) {
      return "R";
    }
    boolean nasal = sound.endsWith("n") || sound.endsWith("ng");
    String end = nasal ? "N" : "";
    String begin =
        switch (sound.isEmpty() ? ' ' : sound.charAt(0)) {
          case 'b' -> "B";
          case 'p' -> "P";
          case 'm' -> "M";
          case 'f' -> "F";
          case 'd' -> "D";
          case 't' -> "T";
          case 'n' -> "N";
          case 'l' -> "L";
          case 'r' -> "R";
          case 'g' -> "G";
          case 'k' -> "K";
          case 'h' -> "H";
          case 'w' -> "W";
          case 'j', 'q', 'x', 'z', 'c', 's' -> "S";
          default -> "";
        };
    return begin + end;
  }
}
