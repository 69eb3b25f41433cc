package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.claim.SecondReader;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Lexicon;
import dev.assay.llm.LanguageModel;
import java.util.Optional;
import java.util.function.Supplier;

/// What a model can make of an article, each product by the writer of it. Safe for use by many
/// threads.
public final class ModelWriters {

  private final ModelBriefs briefs;
  private final ModelTitles titles;
  private final ModelTranslations translations;
  private final ModelClaims claims;
  private final ModelChecks checks;

  /// @param contextTokens what the model can hold, question and answer together
  /// @param reader what holds the claims of a model against their article
  /// @param dictionary that is there at each moment; empty if none was added
  public ModelWriters(
      Lexicon lexicon,
      LanguageModel model,
      int contextTokens,
      Checker checker,
      NameChecker nameChecker,
      SecondReader reader,
      Supplier<Optional<Bilingual>> dictionary) {
    this(
        model,
        contextTokens,
        Checks.of(lexicon, checker, nameChecker, dictionary),
        reader,
        new InstructionText(lexicon)::in);
  }

  ModelWriters(
      LanguageModel model,
      int contextTokens,
      Checks checks,
      SecondReader reader,
      ModelBriefs.Screen screen) {
    this.briefs = new ModelBriefs(model, contextTokens, checks, screen);
    this.titles = new ModelTitles(model, checks, screen);
    this.translations = new ModelTranslations(model, contextTokens, checks, screen);
    this.claims = new ModelClaims(model, contextTokens, reader, screen);
    this.checks = new ModelChecks(model, contextTokens, screen);
  }

  /// An answer to `question` from `passages`.
  public ModelBriefs.Written answer(String question, Article passages, Language reader, Gate gate) {
    return briefs.answer(question, passages, reader, gate);
  }

  /// Whether `source` bears out `sentence`.
  public Answer check(Article source, String sentence, Gate gate) {
    return checks.check(source, sentence, gate);
  }

  public Answer write(Product product, Article article, Language reader, Gate gate) {
    return switch (product) {
      case BRIEF -> Answer.of(briefs.write(article, reader, gate));
      case TITLE -> titles.write(article, reader, gate);
      case TRANSLATION -> translations.write(article, reader, gate);
      case CLAIMS -> claims.write(article, gate);
      case ANSWER, CHECK ->
          throw new IllegalArgumentException(product.word() + " is not made of an article alone");
    };
  }
}
