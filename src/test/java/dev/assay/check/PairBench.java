package dev.assay.check;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether the check knows which figure of a text is whose. Of passages with labelled claims (JSON
/// Lines as in `claims-train`) every two claims of one property and unit that have other subjects
/// and values give a right pair, the subject with its own figure ("Perrin: 12 tonnes."), and a
/// wrong one, with the other's. Counts by language and by half of the articles, of which one may be
/// read and the other only counted.
///
/// `java -cp ... [-Dshow=true] dev.assay.check.PairBench claims.jsonl`
final class PairBench {

  private final Checker checker = Checker.of(Lexicon.shipped());
  private final Map<String, int[]> counts = new TreeMap<>();

  /// A labelled claim.
  ///
  /// @param subjects the words of the text for whose it is, any of them
  private record Labelled(
      List<String> subjects, String kind, String value, String words, String subject) {

    static Labelled of(JsonNode claim) {
      List<String> subjects = new ArrayList<>();
      claim.path("subject").forEach(each -> subjects.add(each.asString()));
      return new Labelled(
          subjects,
          claim.path("property").asString() + " " + claim.path("unit").asString(),
          claim.path("low").asString() + " " + claim.path("high").asString(),
          claim.path("surface").asString(),
          subjects.isEmpty() ? "" : subjects.getFirst());
    }

    boolean isRivalOf(Labelled other) {
      return kind.equals(other.kind)
          && !value.equals(other.value)
          && !overlap(words, other.words)
          && !sharesSubject(other);
    }

    private boolean sharesSubject(Labelled other) {
      return subjects.stream()
          .anyMatch(one -> other.subjects.stream().anyMatch(two -> overlap(one, two)));
    }

    private static boolean overlap(String one, String other) {
      return one.contains(other) || other.contains(one);
    }
  }

  public static void main(String[] files) throws IOException {
    PairBench bench = new PairBench();
    JsonMapper json = JsonMapper.builder().build();
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file))) {
        bench.measure(json.readTree(line));
      }
    }
    bench.counts.forEach((what, n) -> System.out.printf("%-32s %4d of %4d%n", what, n[0], n[1]));
  }

  private void measure(JsonNode passage) {
    List<Labelled> claims = new ArrayList<>();
    passage.path("claims").forEach(claim -> claims.add(Labelled.of(claim)));
    claims.removeIf(claim -> claim.subject.isEmpty() || claim.words.isEmpty());
    boolean unread = isUnread(passage.path("article").asString());
    String where = passage.path("lang").asString() + (unread ? " unread" : " read");
    String source = passage.path("text").asString().replace('\n', ' ');
    for (Labelled claim : claims) {
      List<Labelled> rivals = claims.stream().filter(claim::isRivalOf).toList();
      if (!rivals.isEmpty()) {
        count(where + ", right doubted", source, claim, claim.words, false);
      }
      for (Labelled rival : rivals) {
        boolean also =
            claims.stream()
                .anyMatch(each -> each.value.equals(rival.value) && each.sharesSubject(claim));
        if (!also) {
          count(where + ", wrong passed", source, claim, rival.words, true);
        }
      }
    }
  }

  /// Half of the articles, by the last bit of the SHA-256 of their names.
  private static boolean isUnread(String article) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(article.getBytes(StandardCharsets.UTF_8));
      return (hash[hash.length - 1] & 1) == 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void count(
      String what, String source, Labelled claim, String words, boolean isSupported) {
    boolean isChinese = what.startsWith("zh");
    String sentence = claim.subject + (isChinese ? "：" + words + "。" : ": " + words + ".");
    boolean supported = checker.check(sentence, List.of(source), Language.EN).isSupported();
    int[] n = counts.computeIfAbsent(what, _ -> new int[2]);
    n[0] += supported == isSupported ? 1 : 0;
    n[1]++;
    if (supported == isSupported && Boolean.getBoolean("show") && !what.contains("unread")) {
      System.out.println(what + " | " + sentence + " || " + source);
    }
  }
}
