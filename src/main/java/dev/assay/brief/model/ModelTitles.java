package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.Fault;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.cite.Span;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Has a model write the title of an article in another language, and lets it through if its
/// numbers and names are those of the title.
///
/// The model also reads the first paragraphs, to know what the title means; the title is held
/// against itself alone. One that fails is asked for once more with the reason. Safe for use by
/// many threads.
final class ModelTitles {

  private static final int ANSWER_TOKENS = 400;
  private static final int MOST_CHARACTERS = 300;

  /// Paragraphs that tell what a title means.
  private static final int CONTEXT = 3;

  /// A title is short, and quotes in translation.
  private static final Set<Fault.Kind> NONE_OF_A_TITLE =
      EnumSet.of(Fault.Kind.TOO_SHORT, Fault.Kind.QUOTE);

  private final LanguageModel model;
  private final Checks checks;
  private final ModelBriefs.Screen screen;
  private final LostNumbers lost;
  private final String write;
  private final String again;
  private final String schema;

  ModelTitles(LanguageModel model, Checks checks, ModelBriefs.Screen screen) {
    PromptFiles files = new PromptFiles(Product.TITLE);
    this.model = model;
    this.checks = checks;
    this.screen = screen;
    this.lost = new LostNumbers(checks.numbers());
    this.write = files.read("write.md");
    this.again = files.read("again.md");
    this.schema = files.read("write.schema.json");
  }

  Answer write(Article article, Language reader, Gate gate) {
    return new Pass(article, reader, new Asking(model, gate)).run();
  }

  /// One article on its way.
  private final class Pass {

    private final Article titled;
    private final Language reader;
    private final Asking asking;
    private final Vetting vetting;
    private final Material material;
    private final boolean isAddressingModels;
    private VettingTally tally = VettingTally.NONE;

    Pass(Article article, Language reader, Asking asking) {
      this.reader = reader;
      this.asking = asking;
      this.titled =
          article.withParagraphs(
              List.of(new Paragraph(1, Paragraph.Kind.HEADING, article.title())));
      this.vetting = new Vetting(titled, reader, checks);
      this.isAddressingModels = !screen.in(List.of(article.title())).isEmpty();
      this.material = material(article);
    }

    /// The first paragraphs but those that address a model, also together with later ones.
    private Material material(Article article) {
      return Material.of(
          article.withParagraphs(article.paragraphs().stream().limit(CONTEXT).toList()),
          screen.paragraphsOf(article));
    }

    Answer run() {
      if (isAddressingModels) {
        return nothing(NoBrief.UNCONFIRMED, Duration.ZERO, Standing.NONE);
      }
      try {
        String instructions = PromptFiles.in(write, reader);
        String title =
            ask(new ModelQuestion(instructions, material.asData(), schema, ANSWER_TOKENS));
        List<Fault> faults = new ArrayList<>();
        Optional<ModelTitle> sound = vet(title, faults);
        if (sound.isEmpty()) {
          String reasons = faults.stream().map(Fault::reason).collect(Collectors.joining("; "));
          String failed = "%s\n#1 %s\n   (%s)".formatted(material.asData(), title, reasons);
          sound =
              vet(
                  ask(new ModelQuestion(instructions + again, failed, schema, ANSWER_TOKENS)),
                  new ArrayList<>());
        }
        return sound
            .map(one -> Answer.made(one, asking, tally, standing(one), 0))
            .orElseGet(() -> nothing(NoBrief.UNCONFIRMED, Duration.ZERO, new Standing(0, 0, 1)));
      } catch (Ended e) {
        return nothing(e.reason(), e.pause(), Standing.NONE);
      }
    }

    private Answer nothing(NoBrief reason, Duration pause, Standing standing) {
      return Answer.nothing(reason, pause, asking, tally, standing);
    }

    private static Standing standing(ModelTitle title) {
      return title.isConfirmed() ? new Standing(1, 0, 0) : new Standing(0, 1, 0);
    }

    private String ask(ModelQuestion question) throws Ended {
      return ModelAnswer.json(asking.answer(question))
          .map(root -> root.path("title"))
          .filter(JsonNode::isString)
          .map(title -> title.asString().strip().replaceAll("\\s+", " "))
          .filter(title -> !title.isEmpty())
          .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO));
    }

    /// @param faults hears why it cannot be shown
    private Optional<ModelTitle> vet(String title, List<Fault> faults) {
      Vetting.Finding finding = vetting.of(title, List.of(1), MOST_CHARACTERS);
      tally = tally.plus(finding.tally()).plus(VettingTally.ofOne(finding.isSound()));
      finding.faults().stream()
          .filter(fault -> !NONE_OF_A_TITLE.contains(fault.kind()))
          .forEach(faults::add);
      String original = titled.title();
      for (Span span : lost.in(original, title, reader, titled)) {
        faults.add(new Fault(Fault.Kind.LOST, span.in(original)));
      }
      return faults.isEmpty()
          ? Optional.of(
              new ModelTitle(title, reader, model.name(), finding.openNames(), finding.doubts()))
          : Optional.empty();
    }
  }
}
