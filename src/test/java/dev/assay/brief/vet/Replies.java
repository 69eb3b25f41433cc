package dev.assay.brief.vet;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.cite.Span;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recorded sentences of a model: a folder with `articles.jsonl`, `replies.jsonl` (article,
/// language, request, reply) and `planted.txt`, which names the bullets that were given an error, a
/// line a reply: `request: ... (group 2, bullets 2 and 3)`; or `plants.jsonl`, sentences with an
/// error (article, language, kind, paragraphs, text) that stand in no reply.
public record Replies(List<Said> sentences) {

  private static final Pattern PLACE =
      Pattern.compile("group (\\d+), bullets? (\\d+)(?: and (\\d+))?");

  /// @param flaw the kind of the error in it; empty if it is true
  public record Said(
      Article article, Language reader, String text, List<Integer> paragraphs, String flaw) {
    public boolean isTrue() {
      return flaw.isEmpty();
    }

    public boolean isSameLanguage() {
      return article.language().isChinese() == reader.isChinese();
    }
  }

  public static Replies read(Path folder) throws IOException {
    Map<String, Article> articles = articles(folder.resolve("articles.jsonl"));
    Set<String> planted = planted(folder.resolve("planted.txt"));
    List<Said> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("replies.jsonl"))) {
      JsonNode node = JsonMapper.shared().readTree(line);
      JsonNode reply = JsonMapper.shared().readTree(node.get("reply").asString());
      for (JsonNode said : reply.path("viewpoint")) {
        sentences.add(said(node, said, articles, ""));
      }
      int group = 0;
      for (JsonNode each : reply.path("groups")) {
        group++;
        int bullet = 0;
        for (JsonNode said : each.path("bullets")) {
          bullet++;
          boolean wrong = planted.contains(place(node.get("request").asString(), group, bullet));
          sentences.add(said(node, said, articles, wrong ? "planted" : ""));
        }
      }
    }
    Path plants = folder.resolve("plants.jsonl");
    if (Files.exists(plants)) {
      for (String line : Files.readAllLines(plants)) {
        JsonNode node = JsonMapper.shared().readTree(line);
        sentences.add(said(node, node, articles, node.get("kind").asString()));
      }
    }
    return new Replies(sentences);
  }

  /// Sentences of articles, as a model would repeat them.
  ///
  /// @param most sentences of a language
  /// @param mostOfArticle sentences of an article, every third of it
  public static Replies own(Path file, int most, int mostOfArticle) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.shuffle(lines, new Random(5));
    Map<Boolean, List<Said>> found = new TreeMap<>();
    for (String line : lines) {
      Article article = article(line).orElse(null);
      if (article == null) {
        continue;
      }
      List<Said> own =
          found.computeIfAbsent(article.language().isChinese(), _ -> new ArrayList<>());
      Language language = article.language().isChinese() ? Language.ZH_HANS : Language.EN;
      int before = own.size();
      int passed = 0;
      for (Paragraph paragraph : article.paragraphs()) {
        for (Span span : Sentences.of(paragraph.text())) {
          int length = span.end() - span.start();
          passed++;
          if (passed % 3 == 2
              && own.size() < Math.min(most, before + mostOfArticle)
              && length > 20
              && length < 300) {
            String text = span.in(paragraph.text());
            own.add(new Said(article, language, text, List.of(paragraph.number()), ""));
          }
        }
      }
    }
    return new Replies(found.values().stream().flatMap(List::stream).toList());
  }

  private static Said said(
      JsonNode asked, JsonNode said, Map<String, Article> articles, String flaw) {
    return new Said(
        articles.get(asked.get("article").asString()),
        asked.get("language").asString().startsWith("zh")
                || asked.get("language").asString().startsWith("Chinese")
            ? Language.ZH_HANS
            : Language.EN,
        said.get("text").asString(),
        said.get("paragraphs").valueStream().map(JsonNode::asInt).toList(),
        flaw);
  }

  private static Map<String, Article> articles(Path file) throws IOException {
    Map<String, Article> articles = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      article(line).ifPresent(article -> articles.put(id(line), article));
    }
    return articles;
  }

  static String id(String line) {
    return JsonMapper.shared().readTree(line).get("id").asString();
  }

  /// As `assay import --batch` makes it of a line.
  static Optional<Article> article(String line) {
    RawDocument document =
        new RawDocument(
            new Identity.OfExternal("", id(line)),
            null,
            RawDocument.BATCH_LINE,
            line.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Instant.EPOCH);
    return new Cleaner().clean(document) instanceof CleanResult.Cleaned cleaned
        ? Optional.of(cleaned.article())
        : Optional.empty();
  }

  private static String place(String request, int group, int bullet) {
    return request + " " + group + " " + bullet;
  }

  private static Set<String> planted(Path file) throws IOException {
    Set<String> places = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      String request = line.substring(0, Math.max(0, line.indexOf(':')));
      Matcher matcher = PLACE.matcher(line);
      while (matcher.find()) {
        int group = Integer.parseInt(matcher.group(1));
        places.add(place(request, group, Integer.parseInt(matcher.group(2))));
        if (matcher.group(3) != null) {
          places.add(place(request, group, Integer.parseInt(matcher.group(3))));
        }
      }
    }
    return places;
  }
}
