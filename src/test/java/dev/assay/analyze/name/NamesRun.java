package dev.assay.analyze.name;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints the names of texts, for measuring: `NamesRun FILE` with an object a line of `id`, `title`
/// and `paragraphs`, answered by one of `id` and `tags`, each with its id, type, spellings and
/// aboutness; not a test.
final class NamesRun {

  private NamesRun() {}

  public static void main(String[] arguments) throws IOException {
    TagMatcher matcher = new TagMatcher(Names.load(Lexicon.shipped()));
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      JsonNode node = JsonMapper.shared().readTree(line);
      String title = node.get("title").asString();
      List<String> paragraphs =
          StreamSupport.stream(node.get("paragraphs").spliterator(), false)
              .map(JsonNode::asString)
              .toList();
      List<Map<String, Object>> tags = new ArrayList<>();
      for (Tag tag : matcher.read(title, paragraphs)) {
        List<String> spellings =
            tag.mentions().stream()
                .map(
                    mention ->
                        mention
                            .span()
                            .in(
                                mention.paragraph() == 0
                                    ? title
                                    : paragraphs.get(mention.paragraph() - 1)))
                .distinct()
                .toList();
        tags.add(
            Map.of(
                "entity", tag.entity(),
                "type", tag.type().word(),
                "spellings", spellings,
                "score", tag.about().score(),
                "about", tag.about(),
                "places",
                    tag.mentions().stream()
                        .map(at -> List.of(at.paragraph(), at.span().start(), at.span().end()))
                        .toList()));
      }
      System.out.println(
          JsonMapper.shared()
              .writeValueAsString(Map.of("id", node.get("id").asString(), "tags", tags)));
    }
  }
}
