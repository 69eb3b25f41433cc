package dev.assay.brief.model;

import dev.assay.article.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Our own words to a model, from the files in `prompts/PRODUCT-VERSION/`.
///
/// A changed question is a new folder and a new version of its [Product], so that it is known which
/// question a stored answer is to.
record PromptFiles(Product product) {

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "en", "English",
          "zh-Hans", "Chinese in simplified characters (简体中文)",
          "zh-Hant", "Chinese in traditional characters (繁體中文)");

  /// `text` with the name of the reader's language where it asks for it.
  static String in(String text, Language reader) {
    return text.replace("{language}", LANGUAGES.getOrDefault(reader.tag(), reader.tag()));
  }

  String read(String name) {
    return resource("/prompts/%s-%d/%s".formatted(product.word(), product.promptVersion(), name));
  }

  /// A file of a question that makes none of the products.
  static String resource(String path) {
    try (InputStream in = PromptFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no prompt file is called " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
