package dev.assay.brief.model;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.brief.vet.Replies;
import dev.assay.brief.vet.Shortenings;
import dev.assay.brief.vet.Spoilings;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Vets true sentences and what [Spoilings] makes of them: `java dev.assay.brief.model.SpoiltBench
/// FOLDER...`, folders as [Replies] reads them, or files of articles whose own sentences a model
/// repeats, and shortens as [Shortenings] does. Prints each true sentence that is not shown as
/// confirmed, each wrong one that is, and counts.
final class SpoiltBench {

  /// Of one kind of error no more are made of one sentence.
  private static final int MOST = 2;

  /// Of a language, and of one article.
  private static final int OWN_SENTENCES = Integer.getInteger("assay.sentences", 300);

  private static final int MOST_OF_ARTICLE = Integer.getInteger("assay.sentencesOfArticle", 3);

  private final Map<String, int[]> counts = new TreeMap<>();

  private SpoiltBench() {}

  private enum Shown {
    CONFIRMED,
    MARKED,
    WITHHELD
  }

  public static void main(String[] arguments) throws IOException {
    Lexicon lexicon = Lexicon.shipped();
    Names names = Names.load(lexicon);
    Optional<Bilingual> dictionary = RepliesBench.dictionary();
    Checks checks =
        Checks.of(
            lexicon,
            new Checker(new QuantityExtractor(lexicon), names),
            new NameChecker(lexicon, new TagMatcher(names)),
            () -> dictionary);
    Spoilings spoilings = new Spoilings(lexicon);
    Shortenings shortenings = new Shortenings(lexicon);
    SpoiltBench bench = new SpoiltBench();
    for (String folder : arguments) {
      Path path = Path.of(folder);
      Replies replies =
          Files.isDirectory(path)
              ? Replies.read(path)
              : Replies.own(path, OWN_SENTENCES, MOST_OF_ARTICLE);
      for (Replies.Said said : replies.sentences()) {
        if (said.isTrue()) {
          Vetting vetting = new Vetting(said.article(), said.reader(), checks);
          bench.look(said, vetting, spoilings);
          if (!Files.isDirectory(path)) {
            shortenings.of(said).forEach(shorter -> bench.count("shorter", shorter, vetting));
          }
        }
      }
    }
    bench.print();
  }

  private void look(Replies.Said said, Vetting vetting, Spoilings spoilings) {
    String how = said.isSameLanguage() ? "same" : "cross";
    count("true", said, vetting);
    Map<Spoilings.Kind, Integer> made = new HashMap<>();
    for (Spoilings.Spoilt spoilt : spoilings.of(said)) {
      if (made.merge(spoilt.kind(), 1, Integer::sum) <= MOST) {
        Vetting.Finding finding = vetting.of(spoilt.text(), said.paragraphs());
        count(spoilt.kind() + " " + how, shown(finding));
        if (shown(finding) == Shown.CONFIRMED) {
          System.out.printf(
              "WRONG %s %s [%s] %s%n", spoilt.kind(), how, spoilt.what(), spoilt.text());
        }
      }
    }
  }

  private void count(String what, Replies.Said said, Vetting vetting) {
    Vetting.Finding plain = vetting.of(said.text(), said.paragraphs());
    String how = said.isSameLanguage() ? "same" : "cross";
    count(what + " " + how, shown(plain));
    if (shown(plain) != Shown.CONFIRMED) {
      System.out.printf(
          "TRUE %s %s %s %s%n    %s%n",
          what, shown(plain), said.article().id(), said.text(), reasons(plain));
    }
  }

  private static String reasons(Vetting.Finding finding) {
    return "%s %s %s".formatted(finding.faults(), finding.openNames(), finding.doubts());
  }

  private static Shown shown(Vetting.Finding finding) {
    if (!finding.isSound()) {
      return Shown.WITHHELD;
    }
    boolean marked = !finding.openNames().isEmpty() || !finding.doubts().isEmpty();
    return marked ? Shown.MARKED : Shown.CONFIRMED;
  }

  private void count(String what, Shown shown) {
    counts.computeIfAbsent(what, _ -> new int[Shown.values().length])[shown.ordinal()]++;
  }

  private void print() {
    System.out.printf("%-22s %9s %9s %9s%n", "", "confirmed", "marked", "withheld");
    counts.forEach(
        (what, each) -> System.out.printf("%-22s %9d %9d %9d%n", what, each[0], each[1], each[2]));
  }
}
