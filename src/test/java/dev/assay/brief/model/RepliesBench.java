package dev.assay.brief.model;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.brief.vet.Replies;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.dictionary.Dictionary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Vets recorded replies of a model to our own prompts: `java dev.assay.brief.model.RepliesBench
/// FOLDER...`, folders as [Replies] reads them, with `-Dassay.dictionary=FOLDER` by a dictionary
/// too. Of each prints each sentence that is not shown as confirmed, each error that is, and
/// counts.
final class RepliesBench {

  private RepliesBench() {}

  public static void main(String[] arguments) throws IOException {
    Lexicon lexicon = Lexicon.shipped();
    Names names = Names.load(lexicon);
    Optional<Bilingual> dictionary = dictionary();
    Checks checks =
        Checks.of(
            lexicon,
            new Checker(new QuantityExtractor(lexicon), names),
            new NameChecker(lexicon, new TagMatcher(names)),
            () -> dictionary);
    for (String folder : arguments) {
      System.out.println(folder);
      Map<String, Integer> counts = new TreeMap<>();
      for (Replies.Said said : Replies.read(Path.of(folder)).sentences()) {
        look(new Vetting(said.article(), said.reader(), checks), said, counts);
      }
      counts.forEach((what, count) -> System.out.printf("%s %d%n", what, count));
    }
  }

  /// That in the folder that `-Dassay.dictionary=FOLDER` names, where a data folder keeps its own;
  /// empty without it.
  static Optional<Bilingual> dictionary() {
    return Optional.ofNullable(System.getProperty("assay.dictionary"))
        .flatMap(folder -> Dictionary.open(Path.of(folder)));
  }

  private static void look(Vetting vetting, Replies.Said said, Map<String, Integer> counts) {
    Vetting.Finding finding = vetting.of(said.text(), said.paragraphs());
    boolean isMarked = !finding.openNames().isEmpty() || !finding.doubts().isEmpty();
    String shown = !finding.isSound() ? "withheld" : isMarked ? "marked" : "shown";
    String what = said.isTrue() ? "true" : "planted";
    counts.merge(what + " " + shown, 1, Integer::sum);
    if (!said.isTrue()) {
      counts.merge(what + " " + said.flaw() + " " + shown, 1, Integer::sum);
    }
    if (!said.isTrue() || !shown.equals("shown")) {
      Article article = said.article();
      System.out.printf(
          "%s %s %s %s%n",
          what.toUpperCase(), said.flaw() + " " + shown, article.id(), said.text());
      finding.faults().forEach(fault -> System.out.printf("    %s%n", fault.reason()));
      finding.openNames().forEach(name -> System.out.printf("    name not confirmed: %s%n", name));
      finding.doubts().forEach(doubt -> System.out.printf("    %s%n", doubt));
    }
  }
}
