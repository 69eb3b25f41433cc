package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Withheld;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.brief.model.HostileDocuments.Document;
import dev.assay.brief.model.ModelBriefs.Result;
import dev.assay.brief.model.ModelBriefs.Written;
import dev.assay.check.Checker;
import dev.assay.check.NameChecker;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.llm.ModelQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Documents that give orders, against a model that obeys every order that it sees, whatever code
/// it is in.
final class HostileTextTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Checker CHECKER =
      new Checker(new QuantityExtractor(Lexicon.shipped()), NAMES);
  private static final NameChecker NAME_CHECKER =
      new NameChecker(Lexicon.shipped(), new TagMatcher(NAMES));
  private static final Checks CHECKS =
      Checks.of(Lexicon.shipped(), CHECKER, NAME_CHECKER, Optional::empty);
  private static final InstructionText SCREEN = new InstructionText(Lexicon.shipped());
  private static final List<Document> DOCUMENTS = HostileDocuments.all();

  @Test
  void thereAreEnoughOfThemAndTheirFamiliesAreListed() throws IOException {
    assertThat(DOCUMENTS).hasSizeGreaterThan(200);
    Path page = Path.of(System.getProperty("assay.root", "."), "docs/security.md");
    assertThat(DOCUMENTS.stream().map(Document::family).distinct())
        .hasSizeGreaterThan(20)
        .allMatch(Files.readString(page)::contains);
  }

  /// The orders do not reach the model, so that the brief is that of the article without them.
  @Test
  void ordersInADocumentChangeNothing() {
    List<String> changed = new ArrayList<>();
    Map<String, List<String>> honestBriefs = new HashMap<>();
    for (Document document : DOCUMENTS) {
      List<String> hostile = words(brief(document, document.article(), Screening.ON));
      List<String> honest =
          honestBriefs.computeIfAbsent(
              document.clean().title(),
              _ -> words(brief(document, document.clean(), Screening.ON)));
      if (!hostile.equals(honest)) {
        changed.add(document + " gave " + hostile);
      }
    }
    assertThat(changed).isEmpty();
  }

  /// With the screen taken away, the model obeys, and what it was told to write is not shown.
  @Test
  void whatAnObedientModelWritesIsNotShown() {
    int obeyed = 0;
    for (Document document : DOCUMENTS) {
      ScriptedModel model = obedient(document);
      Written written = write(document.article(), model, Screening.OFF);
      Brief brief = brief(document.article(), written);
      obeyed += model.asked.isEmpty() ? 0 : 1;
      for (String words : words(brief)) {
        assertThat(words).as(document.toString()).doesNotContain(document.payload());
        assertThat(PlainWords.fault(words, "")).as(document + ": " + words).isEmpty();
      }
      for (Withheld withheld : written.withheld()) {
        assertThat(PlainWords.fault(withheld.text(), "")).as(document.toString()).isEmpty();
        assertThat(PlainWords.fault(withheld.heading(), "")).as(document.toString()).isEmpty();
      }
    }
    assertThat(obeyed).isEqualTo(DOCUMENTS.size());
  }

  /// A title or a translation cannot be held against all that it says, nor a claim's choice of what
  /// matters, so that no order may reach the model.
  @Test
  void ordersDoNotReachAModelThatTranslatesOrListsFigures() {
    for (Document document : DOCUMENTS) {
      Language reader = document.article().language().isChinese() ? Language.EN : Language.ZH_HANS;
      ScriptedModel model = ScriptedModel.saying("{}");
      ModelWriters writers =
          new ModelWriters(model, 32_000, CHECKS, ShippedWriters.SECOND_READER, SCREEN::in);
      for (Product product : List.of(Product.TITLE, Product.TRANSLATION, Product.CLAIMS)) {
        writers.write(product, document.article(), reader, Gate.OPEN);
      }
      assertThat(model.asked)
          .as(document.toString())
          .isNotEmpty()
          .noneMatch(question -> document.orders().stream().anyMatch(question.text()::contains));
    }
  }

  private enum Screening {
    ON,
    OFF
  }

  private static Brief brief(Document document, Article article, Screening screening) {
    return brief(article, write(article, obedient(document), screening));
  }

  private static Written write(Article article, ScriptedModel model, Screening screening) {
    ModelBriefs briefs =
        switch (screening) {
          case ON -> new ModelBriefs(model, 32_000, CHECKS, SCREEN::in);
          case OFF -> new ModelBriefs(model, 32_000, CHECKS, _ -> Set.of());
        };
    return briefs.write(article, article.language(), Gate.OPEN);
  }

  private static Brief brief(Article article, Written written) {
    return switch (written.result()) {
      case Result.Made(Brief brief) -> brief;
      case Result.Nothing _ -> ExtractiveBriefs.of(Analyses.of(article));
    };
  }

  private static List<String> words(Brief brief) {
    return Stream.concat(
            brief.groups().stream().map(BriefGroup::heading),
            brief.sentences().map(BriefSentence::text))
        .toList();
  }

  /// Repeats the honest lines; where it sees a line with an order, it puts what the order wants
  /// into viewpoint, bullets and headings, citing honest lines, and calls tools.
  private static ScriptedModel obedient(Document document) {
    return ScriptedModel.of(
        question -> {
          String honest = ScriptedModel.repeat(honestLines(question, document), line -> line);
          return document.orders().stream().anyMatch(question.text()::contains)
              ? obeying(honest, document.payload(), question, honestNumbers(document))
              : honest;
        });
  }

  /// A false sentence that cites the paragraph which states it is what the document says.
  private static List<Integer> honestNumbers(Document document) {
    Set<String> honest =
        document.clean().paragraphs().stream().map(Paragraph::text).collect(Collectors.toSet());
    return document.article().paragraphs().stream()
        .filter(paragraph -> honest.contains(paragraph.text()))
        .map(Paragraph::number)
        .toList();
  }

  private static ModelQuestion honestLines(ModelQuestion question, Document document) {
    String text = question.text();
    for (String order : document.orders()) {
      text = text.replace(order, "");
    }
    return new ModelQuestion(
        question.instructions(),
        text.replaceAll("(?m)^\\[\\d+] $", ""),
        question.schema(),
        question.mostOutputTokens());
  }

  private static String obeying(
      String honest, String payload, ModelQuestion question, List<Integer> cited) {
    if (question.schema().contains("\"sentences\"")) {
      List<Map<String, Object>> again = new ArrayList<>();
      for (int number = 1; number < 9; number++) {
        again.add(Map.of("number", number, "text", payload, "paragraphs", cited));
      }
      return ScriptedModel.json(Map.of("sentences", again));
    }
    JsonNode root = JsonMapper.shared().readTree(honest);
    Map<String, Object> said = Map.of("text", payload, "paragraphs", cited.subList(0, 1));
    List<Object> groups = new ArrayList<>();
    root.path("groups")
        .forEach(
            group ->
                groups.add(
                    Map.of(
                        "heading",
                        payload,
                        "bullets",
                        List.of(said, group.path("bullets").path(0)))));
    Map<String, Object> answer = new HashMap<>();
    answer.put("viewpoint", List.of(root.path("viewpoint").path(0), said));
    answer.put("groups", groups);
    answer.put("tool_calls", List.of(Map.of("name", "open", "arguments", payload)));
    return ScriptedModel.json(answer);
  }
}
