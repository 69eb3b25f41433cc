package dev.assay.brief.model;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Vets recorded replies of a model to our own prompts: `java dev.assay.brief.model.RepliesBench
/// FOLDER` with `articles.jsonl`, `replies.jsonl` (article, language, request, reply) and
/// `planted.txt`, which names the bullets that were given an error, a line a reply: `request: ...
/// (group 2, bullets 2 and 3)`. Prints each sentence that is not shown as confirmed, and counts.
final class RepliesBench {

  private static final Pattern PLACE =
      Pattern.compile("group (\\d+), bullets? (\\d+)(?: and (\\d+))?");

  private RepliesBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Lexicon lexicon = Lexicon.shipped();
    Names names = Names.load(lexicon);
    Checker checker = new Checker(new QuantityExtractor(lexicon), names);
    NameChecker nameChecker = new NameChecker(lexicon, new TagMatcher(names));
    Checks checks = Checks.of(lexicon, checker, nameChecker);
    Map<String, Article> articles = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("articles.jsonl"))) {
      String id = JsonMapper.shared().readTree(line).get("id").asString();
      articles.put(id, article(id, line));
    }
    Set<String> planted = planted(folder.resolve("planted.txt"));
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("replies.jsonl"))) {
      JsonNode node = JsonMapper.shared().readTree(line);
      Article article = articles.get(node.get("article").asString());
      Language reader =
          node.get("language").asString().startsWith("English") ? Language.EN : Language.ZH_HANS;
      ModelAnswer answer = ModelAnswer.read(node.get("reply").asString()).orElseThrow();
      Vetting vetting = new Vetting(article, reader, checks);
      String request = node.get("request").asString();
      answer.viewpoint().forEach(said -> look(vetting, said, false, request, counts));
      for (int group = 0; group < answer.groups().size(); group++) {
        List<ModelAnswer.Said> bullets = answer.groups().get(group).bullets();
        for (int bullet = 0; bullet < bullets.size(); bullet++) {
          boolean wrong = planted.contains(place(request, group + 1, bullet + 1));
          look(vetting, bullets.get(bullet), wrong, request, counts);
        }
      }
    }
    counts.forEach((what, count) -> System.out.printf("%s %d%n", what, count));
  }

  /// As `assay import --batch` makes it of a line.
  private static Article article(String id, String line) {
    RawDocument document =
        new RawDocument(
            new Identity.OfExternal("", id),
            null,
            RawDocument.BATCH_LINE,
            line.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Instant.EPOCH);
    return ((CleanResult.Cleaned) new Cleaner().clean(document)).article();
  }

  private static void look(
      Vetting vetting,
      ModelAnswer.Said said,
      boolean wrong,
      String request,
      Map<String, Integer> counts) {
    Vetting.Finding finding = vetting.of(said.text(), said.lines());
    String shown =
        !finding.isSound() ? "withheld" : finding.openNames().isEmpty() ? "shown" : "marked";
    counts.merge((wrong ? "planted " : "true ") + shown, 1, Integer::sum);
    if (wrong || !shown.equals("shown")) {
      System.out.printf("%s %s %s %s%n", wrong ? "PLANTED" : "TRUE", shown, request, said.text());
      finding.faults().forEach(fault -> System.out.printf("    %s%n", fault.reason()));
      finding.openNames().forEach(name -> System.out.printf("    name not confirmed: %s%n", name));
    }
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
