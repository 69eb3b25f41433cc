package dev.assay.event;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns in what share of the news each term stands, and writes it as the body of
/// `lexicon/event-terms.tsv`.
///
///     java -cp ... dev.assay.event.TermSharesTraining articles.jsonl... > body
///
/// Each line of the files is an object; its title, text, text1 and text2 are texts.
final class TermSharesTraining {

  /// A term of fewer texts tells a lot wherever it stands.
  private static final double LEAST_SHARE = 0.006;

  private static final int LONGEST = 4_000;

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));

  private final Map<String, Integer> english = new HashMap<>();
  private final Map<String, Integer> chinese = new HashMap<>();
  private int texts;
  private int chineseTexts;

  private TermSharesTraining() {}

  public static void main(String[] files) throws IOException {
    TermSharesTraining training = new TermSharesTraining();
    Concepts concepts = new Concepts(Lexicon.shipped());
    for (String file : files) {
      try (Stream<String> lines = Files.lines(Path.of(file))) {
        lines.map(JsonMapper.shared()::readTree).forEach(line -> training.add(line, concepts));
      }
    }
    training.print();
  }

  private void add(JsonNode line, Concepts concepts) {
    for (String field : List.of("text", "text1", "text2")) {
      String text = line.path(field).asString("");
      if (!text.isBlank()) {
        String title = field.equals("text") ? line.path("title").asString("") + "\n" : "";
        add(title + text.substring(0, Math.min(LONGEST, text.length())), concepts);
      }
    }
  }

  private void add(String text, Concepts concepts) {
    Set<String> terms = new HashSet<>(EventTerms.written(text));
    concepts
        .of(Told.of(text, NAMES.match("", List.of(text))))
        .counts()
        .keySet()
        .forEach(key -> terms.add("*" + Long.toUnsignedString(key, 36)));
    boolean han = Concepts.isHan(text);
    texts += han ? 0 : 1;
    chineseTexts += han ? 1 : 0;
    terms.forEach(term -> (han ? chinese : english).merge(term, 1, Integer::sum));
  }

  /// A share is that in the language that has the term more often.
  private void print() {
    Map<String, Double> shares = new HashMap<>();
    english.forEach((term, count) -> shares.put(term, (double) count / texts));
    chinese.forEach((term, count) -> shares.merge(term, (double) count / chineseTexts, Math::max));
    Map<Long, List<String>> byShare = new TreeMap<>(Comparator.reverseOrder());
    shares.forEach(
        (term, share) -> {
          if (share >= LEAST_SHARE) {
            byShare.computeIfAbsent(step(share), _ -> new ArrayList<>()).add(term);
          }
        });
    byShare.forEach(
        (share, terms) -> {
          terms.sort(null);
          System.out.println(share + "\t" + String.join(" ", terms));
        });
  }

  /// In thousandths, in steps of a fifth.
  private static long step(double share) {
    double step = Math.round(Math.log(share * 1_000) / Math.log(1.2));
    return Math.max(1, Math.round(Math.pow(1.2, step)));
  }
}
