package dev.assay.analyze.name;

import dev.assay.article.Language;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Measures how fast names are loaded and matched; not a test. Run it with `mvn -q test-compile`
/// and `java -cp target/test-classes:target/classes:$(mvn -q dependency:build-classpath
/// -Dmdep.outputFile=/dev/stdout) dev.assay.analyze.name.NamesBench`.
///
/// The articles are made up of the packs' own names between common words, half Chinese and half
/// English, 4 kB of UTF-8 each: about one name in eight words, more than news has. Added names are
/// random words of the same length. Time is processor time of the one thread that matches, and the
/// two sizes take turns, so that the figures stand on a busy machine too.
final class NamesBench {

  private static final int BYTES = 4096;
  private static final int ARTICLES = 400;
  private static final int ROUNDS = 7;
  private static final String[] ENGLISH =
      "the of said will market supply year price new from more and its has been with plan to for on"
          .split(" ");
  private static final String HAN = "的是在了和有为上个这来到时大地们出就分对成会可主发年动同工也能下过子说产种面";

  private NamesBench() {}

  public static void main(String[] arguments) {
    long start = now();
    Names shipped = Names.load(Lexicon.shipped());
    System.out.printf("load in a new process: %d ms%n", (now() - start) / 1_000_000);
    int spellings = shipped.spellingCount();
    Names small = shipped.with(random(Math.max(0, 5_000 - spellings), 1));
    start = now();
    Names large = shipped.with(random(200_000 - spellings, 2));
    System.out.printf("build with 200,000 names: %d ms%n", (now() - start) / 1_000_000);
    List<List<String>> articles = articles(shipped);
    TagMatcher few = new TagMatcher(small);
    TagMatcher many = new TagMatcher(large);
    for (int round = 0; round < ROUNDS; round++) {
      double a = articlesPerSecond(few, articles);
      double b = articlesPerSecond(many, articles);
      System.out.printf(
          "%,d names: %,.0f articles/s; %,d names: %,.0f articles/s; times as long: %.2f%n",
          small.spellingCount(), a, large.spellingCount(), b, a / b);
    }
  }

  private static double articlesPerSecond(TagMatcher matcher, List<List<String>> articles) {
    long start = now();
    int tags = 0;
    for (List<String> article : articles) {
      tags += matcher.match(article.getFirst(), article).size();
    }
    if (tags == 0) {
      throw new IllegalStateException("the articles must hold names");
    }
    return articles.size() * 1e9 / (now() - start);
  }

  /// Nanoseconds that this thread has used a processor.
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<NamedEntity> random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NamedEntity> entities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = i % 2 == 0 ? word(random) + " " + word(random) : han(random, 4);
      Language language = i % 2 == 0 ? Language.EN : Language.ZH_HANS;
      entities.add(
          new NamedEntity("company:x" + i, EntityType.COMPANY, Map.of(language, name), List.of()));
    }
    return entities;
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder().append((char) ('A' + random.nextInt(26)));
    int length = 4 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static String han(SplittableRandom random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) (0x4e00 + random.nextInt(6000)));
    }
    return word.toString();
  }

  private static List<List<String>> articles(Names names) {
    List<NamedEntity> entities = List.copyOf(names.entities());
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(article(i % 2 == 0, entities, random));
    }
    return articles;
  }

  private static List<String> article(
      boolean chinese, List<NamedEntity> entities, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int units = BYTES / (chinese ? 3 : 1);
    while (text.length() < units) {
      boolean name = random.nextInt(8) == 0;
      NamedEntity entity = entities.get(random.nextInt(entities.size()));
      if (chinese) {
        text.append(
            name ? entity.label(Language.ZH_HANS) : HAN.charAt(random.nextInt(HAN.length())));
        text.append(random.nextInt(20) == 0 ? "，" : "");
      } else {
        text.append(name ? entity.label(Language.EN) : ENGLISH[random.nextInt(ENGLISH.length)]);
        text.append(random.nextInt(12) == 0 ? ", " : " ");
      }
    }
    int paragraph = units / 8;
    List<String> paragraphs = new ArrayList<>();
    for (int at = 0; at < units; at += paragraph) {
      paragraphs.add(text.substring(at, Math.min(units, at + paragraph)));
    }
    return paragraphs;
  }
}
