package dev.assay.brief.model;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Has articles "translated" into their own language, word for word, and then with every third
/// number changed: counts lines that are marked for their numbers without need, and changed ones
/// that are not. `java dev.assay.brief.model.TranslationBench articles.jsonl`
final class TranslationBench {

  private final ModelWriters writers;
  private final UnaryOperator<String> say;
  private final Liar liar = new Liar();
  private int lines;
  private int marked;
  private int changed;
  private int unmarked;

  private TranslationBench(Names names, boolean lies) {
    this.say = lies ? liar::say : line -> line;
    this.writers =
        new ModelWriters(
            Lexicon.shipped(),
            ScriptedModel.repeating(
                line -> say(line.replaceFirst("^\\((?:heading|table|caption)\\) ", ""))),
            400_000,
            new Checker(new QuantityExtractor(Lexicon.shipped()), names),
            new NameChecker(Lexicon.shipped(), new TagMatcher(names)),
            ShippedWriters.SECOND_READER,
            Optional::empty);
  }

  public static void main(String[] arguments) throws IOException {
    Names names = Names.load(Lexicon.shipped());
    TranslationBench honest = new TranslationBench(names, false);
    TranslationBench lying = new TranslationBench(names, true);
    for (EvalArticles.Sample sample : EvalArticles.read(Path.of(arguments[0]))) {
      honest.count(sample.article());
      lying.count(sample.article());
    }
    System.out.printf(
        "word for word: %d of %d lines marked for a number%n", honest.marked, honest.lines);
    System.out.printf(
        "with a changed number: %d of %d lines not marked%n", lying.unmarked, lying.changed);
  }

  private String say(String line) {
    return say.apply(line);
  }

  private void count(Article article) {
    Answer answer = writers.write(Product.TRANSLATION, article, article.language(), Gate.OPEN);
    if (answer.content() == null) {
      return;
    }
    for (Translation.Line line : Translation.read(answer.content()).lines()) {
      if (!line.isShown()) {
        continue;
      }
      boolean told = !line.hasItsNumbers();
      lines++;
      marked += told ? 1 : 0;
      if (liar.hasLiedIn(line.text())) {
        changed++;
        unmarked += told ? 0 : 1;
      }
    }
  }
}
