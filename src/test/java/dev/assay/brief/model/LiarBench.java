package dev.assay.brief.model;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Fault;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// On every article of a file: a model that repeats it, one that lies about every third number, and
/// the screen. Counts honest sentences withheld, lies shown, and paragraphs held for orders. `java
/// dev.assay.brief.model.LiarBench articles.jsonl`
final class LiarBench {

  private LiarBench() {}

  public static void main(String[] arguments) throws IOException {
    Names names = Names.load(Lexicon.shipped());
    Checker checker = new Checker(new QuantityExtractor(Lexicon.shipped()), names);
    NameChecker nameChecker = new NameChecker(Lexicon.shipped(), new TagMatcher(names));
    Checks checks = Checks.of(Lexicon.shipped(), checker, nameChecker, Optional::empty);
    InstructionText screen = new InstructionText(Lexicon.shipped());
    Map<Fault.Kind, Integer> kinds = new TreeMap<>();
    int said = 0;
    int withheld = 0;
    int lies = 0;
    int shownLies = 0;
    int unsupported = 0;
    int screened = 0;
    int paragraphs = 0;
    for (EvalArticles.Sample sample : EvalArticles.read(Path.of(arguments[0]))) {
      Language language = sample.article().language();
      List<String> texts = sample.article().paragraphs().stream().map(Paragraph::text).toList();
      var found = screen.in(texts);
      screened += found.size();
      paragraphs += texts.size();
      found.forEach(i -> System.out.printf("screened %s %d%n", sample.id(), i + 1));

      Vetting vetting = new Vetting(sample.article(), language, checks);
      for (Paragraph paragraph : sample.article().paragraphs()) {
        String line = ScriptedModel.firstSentence(paragraph.text());
        for (Fault fault : vetting.of(line, List.of(paragraph.number())).faults()) {
          kinds.merge(fault.kind(), 1, Integer::sum);
          if (arguments.length > 1) {
            System.out.printf("%s %s: %s%n", fault.kind(), fault.words(), line);
          }
        }
      }
      var honest =
          new ModelBriefs(ScriptedModel.repeating(line -> line), 400_000, checks, screen::in)
              .write(sample.article(), language, Gate.OPEN);
      said += honest.tally().sentences();
      withheld += honest.tally().failed();

      Liar liar = new Liar();
      var written =
          new ModelBriefs(ScriptedModel.repeating(liar::say), 400_000, checks, screen::in)
              .write(sample.article(), language, Gate.OPEN);
      lies += liar.lies();
      if (written.result() instanceof Result.Made(Brief brief)) {
        for (BriefSentence sentence : brief.sentences().toList()) {
          if (liar.hasLiedIn(sentence.text())) {
            shownLies++;
            System.out.printf(
                "shown %s: %s%n   was %s%n",
                sample.id(), sentence.text(), liar.truth(sentence.text()));
          }
        }
        unsupported += (int) brief.numbers().stream().filter(number -> !number.found()).count();
      }
    }
    System.out.println("first sentences of all paragraphs, faults found: " + kinds);
    System.out.printf(
        "honest sentences %d, withheld %d; sentences with a lie %d, shown %d; unsupported numbers shown %d;"
            + " paragraphs %d, held by the screen %d%n",
        said, withheld, lies, shownLies, unsupported, paragraphs, screened);
  }
}
