import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Writes made articles with copies among them as JSON Lines, the same for the same seed; half
/// Chinese, half English.
///
///     java bench/MadeNews.java COUNT [CHARACTERS] > lines.jsonl
///
/// Of a hundred articles some 67 are texts of their own, 12 reposts with another title, 8 light
/// edits, 7 excerpts, and 6 templates of another day. What it is made from is always one of the last
/// 2,000 texts. Made text measures speed and size, never quality.
public final class MadeNews {

  private static final int WORDS = 20_000;
  private static final int KEPT = 2_000;

  private final SplittableRandom random = new SplittableRandom(1);
  private final String[] chinese = new String[WORDS];
  private final String[] english = new String[WORDS];
  private final String[] kept = new String[KEPT];
  private final int characters;

  private MadeNews(int characters) {
    this.characters = characters;
    for (int i = 0; i < WORDS; i++) {
      chinese[i] = word(1 + random.nextInt(3), 0x4e00, 0x7000);
      english[i] = word(3 + random.nextInt(7), 'a', 'z');
    }
  }

  private String word(int length, int first, int last) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) (first + random.nextInt(last - first + 1)));
    }
    return word.toString();
  }

  /// Common words are chosen more often, as in a language.
  private String draw(String[] words) {
    double skewed = random.nextDouble();
    return words[(int) (skewed * skewed * skewed * WORDS)];
  }

  private String text(boolean isChinese) {
    StringBuilder text = new StringBuilder();
    int target = isChinese ? characters / 3 : characters;
    while (text.length() < target) {
      int words = 8 + random.nextInt(14);
      for (int i = 0; i < words; i++) {
        text.append(draw(isChinese ? chinese : english)).append(isChinese ? "" : " ");
        if (random.nextInt(12) == 0) {
          text.append(2 + random.nextInt(9_000)).append(isChinese ? "吨" : " tonnes ");
        }
      }
      text.append(isChinese ? "。" : ". ");
    }
    return text.toString();
  }

  private String made(int number) {
    int from = number < KEPT ? number : KEPT;
    String old = from == 0 ? "" : kept[random.nextInt(from)];
    int kind = old.isEmpty() ? 99 : random.nextInt(100);
    String made =
        switch (kind / 6) {
          case 0 -> old.replaceAll("[0-9]+", Integer.toString(10_000 + random.nextInt(9_000)));
          case 1, 2 -> old;
          case 3 -> edited(old);
          case 4 -> old.substring(0, old.length() * (40 + random.nextInt(50)) / 100);
          default -> text(number % 2 == 0);
        };
    if (kind >= 30) {
      kept[number % KEPT] = made;
    }
    return made;
  }

  private String edited(String old) {
    int at = random.nextInt(old.length());
    return old.substring(0, at) + "（" + chinese[random.nextInt(WORDS)] + "）" + old.substring(at);
  }

  private String line(int number) {
    String body = made(number);
    String title = draw(chinese) + draw(chinese) + draw(chinese);
    LocalDateTime published = LocalDateTime.of(2025, 1, 1, 0, 0).plusSeconds(30L * number);
    return "{\"id\":\"m%d\",\"title\":\"%s\",\"text\":\"%s\",\"published\":\"%s\"}"
        .formatted(number, title, body, published);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("usage: java bench/MadeNews.java COUNT [CHARACTERS]");
      System.exit(2);
    }
    int count = Integer.parseInt(arguments[0]);
    MadeNews news = new MadeNews(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3_500);
    Arrays.fill(news.kept, "");
    try (OutputStream buffered = new BufferedOutputStream(System.out, 1 << 20);
        PrintStream out = new PrintStream(buffered, false, StandardCharsets.UTF_8)) {
      for (int i = 0; i < count; i++) {
        out.println(news.line(i));
      }
    }
  }
}
