package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Has a model translate an article line by line, and holds each line against its paragraph.
///
/// Numbers and dates are checked both ways: those of the translation must stand in the paragraph,
/// those of the paragraph in the translation. A line that fails is asked for once more; what is
/// still wrong with it is marked on the line. A line that holds an address, markup, or is not in
/// the language asked for is not shown. Paragraphs that address a model are not sent. Safe for use
/// by many threads.
final class ModelTranslations {

  /// Answers are as long as what is asked; no provider gives less than this.
  private static final int MOST_ANSWER_TOKENS = 4_000;

  /// Our own words, and what the estimate of tokens may be off by.
  private static final int RESERVE_TOKENS = 1_000;

  /// A translation may be so much longer than the text, in characters; from Chinese into English.
  private static final int LONGER = 8;

  /// A Chinese character says as much as so many Latin letters.
  private static final int LETTERS_OF_A_CHARACTER = 3;

  /// A translation that says less than this of its line leaves something out, whatever the style.
  private static final double LEAST_SAID = 0.4;

  /// Of short lines nothing can be said: names and figures take more room in one script.
  private static final int FEW_LETTERS = 60;

  /// With one of these a line is not shown.
  private static final Set<Fault.Kind> UNFIT =
      EnumSet.of(
          Fault.Kind.HIDDEN,
          Fault.Kind.MARKUP,
          Fault.Kind.ADDRESS,
          Fault.Kind.LANGUAGE,
          Fault.Kind.TOO_LONG,
          Fault.Kind.UNCITED);

  /// A line may be short, and quotations are translated.
  private static final Set<Fault.Kind> NONE_OF_A_LINE =
      EnumSet.of(Fault.Kind.TOO_SHORT, Fault.Kind.QUOTE, Fault.Kind.UNGROUNDED);

  /// So many are remembered that the endpoint broke off.
  private static final int MOST_BEGUN = 20;

  /// A translation that the endpoint broke off.
  private record Begun(Article article, Language reader) {}

  /// The lines of these that came, so that the next try asks for the rest; guarded by itself.
  private final LinkedHashMap<Begun, Map<Integer, Translation.Line>> begun = new LinkedHashMap<>();

  private final LanguageModel model;
  private final int contextTokens;
  private final Checks checks;
  private final ModelBriefs.Screen screen;
  private final LostNumbers lost;
  private final String write;
  private final String again;
  private final String schema;

  ModelTranslations(
      LanguageModel model, int contextTokens, Checks checks, ModelBriefs.Screen screen) {
    PromptFiles files = new PromptFiles(Product.TRANSLATION);
    this.model = model;
    this.contextTokens = contextTokens;
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

  /// What came of it before.
  private Map<Integer, Translation.Line> resume(Begun key) {
    synchronized (begun) {
      return Objects.requireNonNullElse(begun.remove(key), Map.of());
    }
  }

  private void keep(Begun key, Map<Integer, Translation.Line> lines) {
    synchronized (begun) {
      if (!lines.isEmpty()) {
        begun.put(key, Map.copyOf(lines));
      }
      if (begun.size() > MOST_BEGUN) {
        begun.pollFirstEntry();
      }
    }
  }

  /// One article on its way.
  private final class Pass {

    private final Article article;
    private final Language reader;
    private final Asking asking;
    private final Vetting vetting;
    private final int answerTokens;
    private final Map<Integer, Translation.Line> lines = new TreeMap<>();
    private VettingTally tally = VettingTally.NONE;

    Pass(Article article, Language reader, Asking asking) {
      this.article = article;
      this.reader = reader;
      this.asking = asking;
      this.vetting = new Vetting(article, reader, checks);
      this.answerTokens = Math.min(MOST_ANSWER_TOKENS, (contextTokens - RESERVE_TOKENS) / 2);
    }

    Answer run() {
      Set<Integer> kept = screen.paragraphsOf(article);
      Material all = Material.of(article, kept);
      Begun broken = new Begun(article, reader);
      lines.putAll(resume(broken));
      try {
        Material open = all.only(open(all));
        if (!open.lines().isEmpty()) {
          translate(open, "");
        }
        Material failed = all.only(failed(all));
        if (!failed.lines().isEmpty()) {
          askAgain(failed);
        }
      } catch (Ended e) {
        if (lines.isEmpty() || !e.reason().isOfTheText()) {
          keep(broken, lines);
          return Answer.nothing(e.reason(), e.pause(), asking, tally, Standing.NONE);
        }
      }
      Translation made = new Translation(model.name(), reader, all());
      return made.standing().withheld() == made.lines().size()
          ? Answer.nothing(NoBrief.UNCONFIRMED, Duration.ZERO, asking, tally, made.standing())
          : Answer.made(made, asking, tally, made.standing(), kept.size());
    }

    /// A piece that the model does not translate leaves its lines open; what it does is kept. Ends
    /// with the last such piece's reason when all are asked.
    private void translate(Material material, String more) throws Ended {
      Ended last = null;
      for (Material piece : material.pieces(answerTokens * 2 / 3)) {
        try {
          translatePiece(piece, material, more);
        } catch (Ended e) {
          if (!e.reason().isOfTheText()) {
            throw e; // the endpoint's, and the next piece's too
          }
          last = e;
        }
      }
      if (last != null) {
        throw last;
      }
    }

    private void translatePiece(Material piece, Material material, String more) throws Ended {
      String instructions = PromptFiles.in(write, reader) + more;
      ModelQuestion question =
          new ModelQuestion(instructions, piece.asData(), schema, answerTokens);
      JsonNode root =
          ModelAnswer.json(asking.answer(question))
              .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO));
      for (JsonNode node : root.path("lines")) {
        take(node, material);
      }
    }

    /// What stood at the first try is kept if there is no second.
    private void askAgain(Material failed) {
      try {
        translate(failed, again);
      } catch (Ended e) {
        // the first try is shown with its marks
      }
    }

    private void take(JsonNode node, Material material) {
      int number = node.path("number").asInt(0);
      String text = node.path("text").asString("").strip();
      if (!text.isEmpty() && !material.paragraphs(List.of(number)).isEmpty()) {
        Translation.Line line = line(number, text);
        Translation.Line before = lines.get(number);
        if (before == null || weight(line) < weight(before)) {
          lines.put(number, line);
        }
      }
    }

    private Translation.Line line(int number, String text) {
      String original = article.paragraph(number).text();
      Vetting.Finding finding =
          vetting.of(text, List.of(number), LONGER * Math.max(60, original.length()));
      tally = tally.plus(finding.tally()).plus(VettingTally.ofOne(finding.isSound()));
      List<Fault> faults = new ArrayList<>(finding.faults());
      faults.removeIf(fault -> NONE_OF_A_LINE.contains(fault.kind()));
      if (leavesOut(original, text)) {
        faults.add(Fault.of(Fault.Kind.LEFT_OUT));
      }
      if (faults.stream().anyMatch(fault -> UNFIT.contains(fault.kind()))) {
        return unshown(number, faults);
      }
      Citation cited = new Citation(article.id(), number, new Span(0, original.length()));
      return new Translation.Line(
          number,
          text,
          new BriefNumbers(checks.numbers())
              .check(List.of(new BriefSentence(text, List.of(cited))), article)
              .getFirst()
              .numbers(),
          lost.in(original, text, reader, article),
          faults,
          finding.openNames(),
          finding.doubts().stream().filter(doubt -> doubt.kind() != Doubt.Kind.QUOTE).toList());
    }

    private static boolean leavesOut(String original, String translation) {
      int letters = letters(original);
      return letters > FEW_LETTERS && letters(translation) < LEAST_SAID * letters;
    }

    private static int letters(String text) {
      long letters = text.chars().filter(Character::isLetter).count();
      long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
      return (int) (letters + han * (LETTERS_OF_A_CHARACTER - 1));
    }

    private static Translation.Line unshown(int number, List<Fault> faults) {
      return new Translation.Line(number, "", List.of(), List.of(), faults, List.of(), List.of());
    }

    /// Of two translations of a line the lighter one is shown.
    private static int weight(Translation.Line line) {
      long wrong = line.numbers().stream().filter(number -> !number.found()).count();
      int marks = line.lost().size() + line.faults().size() + (int) wrong;
      return line.isShown() ? marks : Integer.MAX_VALUE;
    }

    private Set<Integer> open(Material material) {
      return material.lines().stream()
          .map(Material.Line::number)
          .filter(number -> !lines.containsKey(number))
          .collect(Collectors.toSet());
    }

    private Set<Integer> failed(Material material) {
      Set<Integer> failed = new TreeSet<>();
      for (Material.Line asked : material.lines()) {
        Translation.Line line = lines.get(asked.number());
        if (line == null || !line.isShown() || !line.isWhole()) {
          failed.add(asked.number());
        }
      }
      return failed;
    }

    private List<Translation.Line> all() {
      List<Translation.Line> all = new ArrayList<>();
      for (Paragraph paragraph : article.paragraphs()) {
        all.add(lines.getOrDefault(paragraph.number(), unshown(paragraph.number(), List.of())));
      }
      return all;
    }
  }
}
