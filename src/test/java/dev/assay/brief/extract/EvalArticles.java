package dev.assay.brief.extract;

import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles of a JSON Lines file with `id`, `lang`, `title`, `text` and perhaps `summary`, for the
/// benches: a line of the text, or what wide space sets apart, is a paragraph, `#` before it makes
/// a heading, `-` a list item.
public final class EvalArticles {

  /// An article and what its own outlet says of it, empty if nothing.
  public record Sample(String id, Article article, String summary) {}

  private EvalArticles() {}

  public static List<Sample> read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      String id = node.get("id").asString();
      samples.add(
          new Sample(
              id,
              article(
                  id,
                  Language.parse(node.get("lang").asString()),
                  node.get("title").asString(),
                  node.get("text").asString()),
              node.path("summary").asString("")));
    }
    return samples;
  }

  public static Article article(String id, Language language, String title, String text) {
    return new Article(
        new Identity.OfExternal("test", id).articleId(),
        null,
        "test",
        id,
        title.isBlank() ? text.strip().lines().findFirst().orElse(id) : title,
        List.of(),
        null,
        null,
        Instant.EPOCH,
        language,
        ArticleKind.NEWS,
        null,
        null,
        paragraphs(text));
  }

  private static List<Paragraph> paragraphs(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : text.split("\n| {2,}|　{2,}")) {
      String bare = line.strip().replace("**", "").replaceAll("\\s+", " ");
      Paragraph.Kind kind = kind(bare);
      String shown = kind == Paragraph.Kind.TEXT ? bare : bare.replaceFirst("^[#*>•-]+ ?", "");
      if (!shown.isBlank()) {
        paragraphs.add(new Paragraph(paragraphs.size() + 1, kind, shown));
      }
    }
    return paragraphs;
  }

  private static Paragraph.Kind kind(String line) {
    if (line.startsWith("#")) {
      return Paragraph.Kind.HEADING;
    }
    if (line.startsWith("|")) {
      return Paragraph.Kind.TABLE;
    }
    if (line.startsWith("> ")) {
      return Paragraph.Kind.QUOTE;
    }
    return line.startsWith("- ") || line.startsWith("* ")
        ? Paragraph.Kind.LIST
        : Paragraph.Kind.TEXT;
  }
}
