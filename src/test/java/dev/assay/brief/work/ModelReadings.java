package dev.assay.brief.work;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.model.ModelWriters;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.ScriptedModel;
import dev.assay.brief.model.ShippedWriters;
import dev.assay.llm.ChosenModel;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Has a model read the figures of what is stored, or translate it, for tests of what becomes of
/// them.
public final class ModelReadings {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "ASSAY_MODEL_PROVIDER", "ollama",
          "ASSAY_MODEL_MODEL", "small",
          "ASSAY_MODEL_PRODUCTS", "claims",
          "ASSAY_MODEL_CALLS_PER_MINUTE", "6000");

  private ModelReadings() {}

  /// @param answer of the model to every question
  /// @param claimsRead what takes in that it read some
  /// @return how many articles it read
  public static int have(Store store, String answer, Runnable claimsRead) {
    return desk(store, answer, claimsRead).run(10, (_, _, _) -> {});
  }

  /// Has the model translate `article`, which a reader of `reader` has open.
  public static void translate(Store store, ArticleId article, Language reader, String answer) {
    ModelDesk desk = desk(store, answer, () -> {});
    desk.opened(article, reader, Product.TRANSLATION);
    desk.run(1, (_, _, _) -> {});
  }

  private static ModelDesk desk(Store store, String answer, Runnable claimsRead) {
    ModelWriters writers = ShippedWriters.of(ScriptedModel.saying(answer).named("small"));
    return new ModelDesk(
        store,
        new ChosenModel(Path.of("no-such-folder"), SETTINGS),
        _ -> writers,
        Set::of,
        claimsRead,
        () -> Instant.parse("2026-05-04T10:00:00Z"));
  }
}
