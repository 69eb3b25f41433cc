package dev.assay.fold;

import com.ibm.icu.text.Transliterator;
import dev.assay.analyze.text.Sentences;
import dev.assay.cite.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures folding on partial reposts that are made from texts of your own, with a fixed seed:
///
///     mvn test -Dtest=PartialRepostsBench -Dtexts=articles.jsonl
///
/// The file has a JSON object with a `text` a line. Of each text an excerpt of 30 to 90 % is made: a
/// stretch of it, or sentences picked in order; half get another headline on top, half an
/// advertisement, half typing errors, and a third of the Chinese ones the other script. In a third
/// one figure, some or all are changed: those must not be folded. Not run with the tests.
@EnabledIfSystemProperty(named = "texts", matches = ".+")
final class PartialRepostsBench {

  private static final long SEED = 20251122;
  private static final int LEAST_CHARACTERS = 400;

  private static final List<String> CHINESE_ADVERTISEMENTS =
      List.of(
          "夏日大促开始了，家电低至五折，点击领取优惠券！",
          "零基础学编程，三个月换一份好工作，名额有限，立即报名。",
          "你的车值多少钱？免费估价，当天收款。",
          "医生不会告诉你的养生秘诀，早晨起来喝一杯，坚持下去效果惊人。");
  private static final List<String> ENGLISH_ADVERTISEMENTS =
      List.of(
          "The best mattress you will ever own, now at half price for our readers.",
          "Could you retire early? Our free guide shows you how.",
          "Drivers in your area are switching to this insurance. See why.",
          "One simple trick keeps your gutters clean all winter long.");
  private static final List<String> CHINESE_HEADLINES =
      List.of("刚刚！这件事终于有结果了", "重磅消息传来，很多人还不知道", "最新进展来了，业内人士这样看");
  private static final List<String> ENGLISH_HEADLINES =
      List.of(
          "What you need to know today",
          "It is official: here is the news",
          "Everyone talks about this");

  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  /// A made text and what was done to it.
  private record Repost(String text, boolean changed, Set<String> traits) {}

  private final Random random = new Random(SEED);

  @Test
  void measures() throws IOException {
    List<String> texts = texts(Path.of(System.getProperty("texts")));
    Map<String, int[]> counts = new TreeMap<>();
    int found = 0;
    int copies = 0;
    for (String text : texts) {
      Repost repost = repost(text);
      boolean folded =
          Copies.compare(Edition.of(text, null), Edition.of(repost.text(), null)).isCopy();
      boolean candidate =
          Fingerprint.of(ContentTokens.of(text))
                  .sharedFeatures(Fingerprint.of(ContentTokens.of(repost.text())))
              > 0;
      found += candidate && !repost.changed() ? 1 : 0;
      copies += repost.changed() ? 0 : 1;
      for (String trait : repost.traits()) {
        count(
            counts.computeIfAbsent(trait, _ -> new int[4]), repost.changed(), folded && candidate);
      }
      if (folded == repost.changed() && Boolean.getBoolean("show")) {
        System.out.println((folded ? "FOLDED " : "APART ") + repost.traits());
        System.out.println(
            "  " + Copies.compare(Edition.of(text, null), Edition.of(repost.text(), null)));
        System.out.println("  " + text + "\n  " + repost.text());
      }
    }
    System.out.printf("%d texts, %d copies, %d of them candidates%n", texts.size(), copies, found);
    counts.forEach(PartialRepostsBench::print);
  }

  private static void count(int[] of, boolean changed, boolean folded) {
    of[(changed ? 2 : 0) + (folded ? 0 : 1)]++;
  }

  private static void print(String trait, int[] of) {
    double precision = (double) of[0] / Math.max(1, of[0] + of[2]);
    double recall = (double) of[0] / Math.max(1, of[0] + of[1]);
    System.out.printf(
        "%-24s copies %5d folded %.3f   changed %5d folded %.3f   P %.3f R %.3f F1 %.3f%n",
        trait,
        of[0] + of[1],
        recall,
        of[2] + of[3],
        (double) of[2] / Math.max(1, of[2] + of[3]),
        precision,
        recall,
        2 * precision * recall / Math.max(1e-9, precision + recall));
  }

  private List<String> texts(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode text = JsonMapper.shared().readTree(line).path("text");
      if (text.asString("").length() >= LEAST_CHARACTERS) {
        texts.add(text.asString());
      }
    }
    return texts;
  }

  private Repost repost(String text) {
    boolean chinese =
        text.chars().filter(c -> c >= 0x4e00 && c <= 0x9fff).count() * 4 > text.length();
    Set<String> traits = new LinkedHashSet<>(List.of("all", chinese ? "chinese" : "english"));
    List<String> sentences = new ArrayList<>(excerpt(text, chinese, traits));
    boolean changed = random.nextInt(3) == 0 && changeFigures(sentences, traits);
    if (random.nextBoolean()) {
      traits.add("advertisement");
      sentences.add(
          random.nextInt(sentences.size() + 1),
          pick(chinese ? CHINESE_ADVERTISEMENTS : ENGLISH_ADVERTISEMENTS) + (chinese ? "" : " "));
    }
    if (random.nextBoolean()) {
      traits.add("headline");
      sentences.addFirst(pick(chinese ? CHINESE_HEADLINES : ENGLISH_HEADLINES) + "\n");
    }
    String made = String.join("", sentences);
    if (random.nextBoolean()) {
      traits.add("typing errors");
      made = mistyped(made, 0.005 + 0.02 * random.nextDouble());
    }
    if (chinese && random.nextInt(3) == 0) {
      traits.add("other script");
      made = TRADITIONAL.transliterate(made);
    }
    return new Repost(made, changed, traits);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<String> excerpt(String text, boolean chinese, Set<String> traits) {
    List<Span> spans = Sentences.of(text);
    List<String> sentences =
        spans.stream().map(span -> span.in(text) + (chinese ? "" : " ")).toList();
    double share = 0.3 + 0.6 * random.nextDouble();
    traits.add("share %.0f0 %%".formatted(Math.floor(share * 10)));
    int count = Math.max(1, (int) Math.round(share * sentences.size()));
    if (random.nextBoolean()) {
      traits.add("one stretch");
      int from = random.nextInt(sentences.size() - count + 1);
      return sentences.subList(from, from + count);
    }
    traits.add("picked sentences");
    List<Integer> order = IntStream.range(0, sentences.size()).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    return order.stream().limit(count).sorted().map(sentences::get).toList();
  }

  /// Changes one figure, some or all, the value and not only the spelling.
  private boolean changeFigures(List<String> sentences, Set<String> traits) {
    List<int[]> places = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      String sentence = sentences.get(s);
      for (int i = 0; i < sentence.length(); i++) {
        char c = sentence.charAt(i);
        boolean first =
            i == 0
                || !Character.isLetterOrDigit(sentence.charAt(i - 1))
                || sentence.charAt(i - 1) > 0x2fff;
        if (c >= '1' && c <= '9' && first) {
          places.add(new int[] {s, i});
        }
      }
    }
    if (places.isEmpty()) {
      return false;
    }
    Collections.shuffle(places, random);
    int kind = random.nextInt(3);
    int count = kind == 0 ? 1 : kind == 1 ? (places.size() + 2) / 3 : places.size();
    traits.add(
        kind == 0 ? "one figure changed" : kind == 1 ? "a third changed" : "all figures changed");
    for (int[] place : places.subList(0, count)) {
      StringBuilder sentence = new StringBuilder(sentences.get(place[0]));
      char digit = sentence.charAt(place[1]);
      sentence.setCharAt(place[1], (char) ('1' + (digit - '1' + 1 + random.nextInt(8)) % 9));
      sentences.set(place[0], sentence.toString());
    }
    return true;
  }

  /// Drops, doubles or replaces this share of the characters, figures left as they are.
  private String mistyped(String text, double share) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) || random.nextDouble() >= share) {
        made.append(c);
        continue;
      }
      switch (random.nextInt(3)) {
        case 0 -> {} // dropped
        case 1 -> made.append(c).append(c);
        default -> made.append(text.charAt(random.nextInt(text.length())));
      }
    }
    return made.toString();
  }
}
