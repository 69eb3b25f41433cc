package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.brief.Maker;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Has a model write the brief of an article, and lets through what its citations carry.
///
/// The model reads numbered paragraphs as data; paragraphs that address a model are not sent. Every
/// sentence must cite, and every number, date, name and quotation in it must stand in the cited
/// paragraphs ([Vetting]). A sentence that fails is asked for once more with the reason, and then
/// withheld and counted. A report that the model cannot hold at once is asked by sections, and then
/// once more from the sentences that stood. Safe for use by many threads.
public final class ModelBriefs {

  /// Room for a brief: 20 sentences of 60 Chinese characters, with their JSON.
  private static final int MOST_ANSWER_TOKENS = 3_000;

  /// Our own words, and what the estimate of tokens may be off by.
  private static final int RESERVE_TOKENS = 1_000;

  private static final int LONGEST_HEADING = 90;

  private final LanguageModel model;
  private final int contextTokens;
  private final Checks checks;
  private final Prompt prompt = new Prompt();
  private final Screen screen;

  /// Finds the indexes of the texts that a model must not see.
  interface Screen {
    Set<Integer> in(List<String> texts);

    /// The numbers of such paragraphs, also of those that address a model only together.
    default Set<Integer> paragraphsOf(Article article) {
      return in(article.paragraphs().stream().map(Paragraph::text).toList()).stream()
          .map(index -> index + 1)
          .collect(Collectors.toSet());
    }
  }

  /// @param contextTokens what the model can hold, question and answer together
  ModelBriefs(LanguageModel model, int contextTokens, Checks checks, Screen screen) {
    this.screen = screen;
    this.model = model;
    this.contextTokens = contextTokens;
    this.checks = checks;
  }

  /// What came of having a brief written.
  ///
  /// @param usage of all questions
  /// @param calls how many questions were put
  /// @param tally what was counted in everything the model wrote
  /// @param standing of the sentences, also where none could be confirmed
  /// @param withheld the sentences that are not shown
  /// @param notSent paragraphs that address a model and were kept from it
  public record Written(
      Result result,
      Usage usage,
      int calls,
      VettingTally tally,
      Standing standing,
      List<Withheld> withheld,
      int notSent) {}

  /// A brief, or the reason why there is none.
  public sealed interface Result {

    record Made(Brief brief) implements Result {}

    /// The model made no brief.
    ///
    /// @param pause how long to ask nothing more; zero if that would not help
    record Nothing(NoBrief reason, Duration pause) implements Result {}
  }

  /// The brief of `article` in the language of `reader`.
  Written write(Article article, Language reader, Gate gate) {
    return new Pass(article, reader, gate).run();
  }

  /// An answer to `question` in the language of `reader`, as the brief of an article that is made
  /// of the passages it may rest on: what they do not carry is withheld.
  Written answer(String question, Article passages, Language reader, Gate gate) {
    return new Pass(passages, reader, gate).answer(question);
  }

  /// A sentence that stood, with the paragraphs it rests on and what of it is open.
  private record Sound(
      String text, List<Integer> paragraphs, List<String> openNames, List<Doubt> doubts) {}

  /// A sentence that did not stand, as it was written last.
  private record Fallen(String text, List<Integer> paragraphs, List<Fault> faults) {}

  private record SoundGroup(String heading, List<Sound> bullets) {}

  private record SoundBrief(List<Sound> viewpoint, List<SoundGroup> groups) {
    List<Sound> sentences() {
      List<Sound> all = new ArrayList<>(viewpoint);
      groups.forEach(group -> all.addAll(group.bullets()));
      return all;
    }
  }

  /// Puts the question, or the questions, on some lines.
  private interface Questions {
    SoundBrief of(Material material) throws Ended;
  }

  /// One article on its way.
  private final class Pass {

    private final Article article;
    private final Language reader;
    private final Asking asking;
    private final Vetting vetting;
    private final int answerTokens = Math.min(MOST_ANSWER_TOKENS, contextTokens / 4);
    private VettingTally tally = VettingTally.NONE;
    private final List<Withheld> withheld = new ArrayList<>();

    Pass(Article article, Language reader, Gate gate) {
      this.article = article;
      this.reader = reader;
      this.asking = new Asking(model, gate);
      this.vetting = new Vetting(article, reader, checks);
    }

    Written run() {
      return run(this::whole);
    }

    Written answer(String question) {
      return run(
          passages -> {
            Material held = passages.pieces(room()).getFirst(); // the best come first
            return sound(held, ask(prompt.answer(question, held, reader, answerTokens)));
          });
    }

    private Written run(Questions questions) {
      Set<Integer> kept = screen.paragraphsOf(article);
      Result result;
      try {
        result = made(questions.of(Material.of(article, kept)));
      } catch (Ended e) {
        result = new Result.Nothing(e.reason(), e.pause());
      }
      Standing standing =
          result instanceof Result.Made(Brief brief)
              ? Standing.of(brief)
              : new Standing(0, 0, withheld.size());
      return new Written(
          result,
          asking.usage(),
          asking.calls(),
          tally,
          standing,
          List.copyOf(withheld),
          kept.size());
    }

    /// What the model can hold beside our own words and its answer.
    private int room() {
      return contextTokens - answerTokens - RESERVE_TOKENS;
    }

    private SoundBrief whole(Material material) throws Ended {
      int room = room();
      List<Material> pieces = material.pieces(room);
      if (pieces.size() == 1) {
        Material all = pieces.getFirst();
        return sound(all, ask(prompt.write(all, reader, answerTokens)));
      }
      List<SoundBrief> sections = new ArrayList<>();
      for (Material piece : pieces) {
        int part = sections.size() + 1;
        sections.add(
            sound(piece, ask(prompt.section(piece, part, pieces.size(), reader, answerTokens))));
      }
      Material sentences = ofSections(sections, room);
      return sound(sentences, ask(prompt.join(sentences, reader, answerTokens)));
    }

    /// As many sentences of each section as the model can hold, the first before the rest.
    private Material ofSections(List<SoundBrief> sections, int room) {
      int each = Math.max(60, room / sections.size());
      List<Material.Line> lines = new ArrayList<>();
      for (SoundBrief section : sections) {
        int left = each;
        for (Sound sentence : section.sentences()) {
          left -= Material.tokens(sentence.text());
          if (left >= 0) {
            lines.add(
                new Material.Line(
                    lines.size() + 1, sentence.text(), Set.copyOf(sentence.paragraphs())));
          }
        }
      }
      return new Material(article.title(), lines);
    }

    private ModelAnswer ask(ModelQuestion question) throws Ended {
      return ModelAnswer.read(asking.answer(question))
          .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO));
    }

    /// The sentences of `answer` that stand, those that fail asked for once more.
    private SoundBrief sound(Material material, ModelAnswer answer) throws Ended {
      SecondTry second = new SecondTry(material);
      answer.sentences().forEach(second::look);
      second.ask();
      List<SoundGroup> groups = new ArrayList<>();
      List<Sound> viewpoint = second.stood(answer.viewpoint());
      withheld.addAll(second.fell(answer.viewpoint(), ""));
      for (ModelAnswer.Group group : answer.groups()) {
        add(group.heading(), second.stood(group.bullets()), groups);
        withheld.addAll(second.fell(group.bullets(), group.heading()));
      }
      return new SoundBrief(viewpoint, groups);
    }

    /// A group whose heading does not stand goes to the group before it.
    private void add(String heading, List<Sound> bullets, List<SoundGroup> groups) {
      if (bullets.isEmpty()) {
        return;
      }
      if (isSoundHeading(heading, bullets)) {
        groups.add(new SoundGroup(heading, bullets));
      } else if (groups.isEmpty()) {
        groups.add(new SoundGroup(article.title(), bullets));
      } else {
        SoundGroup before = groups.removeLast();
        List<Sound> all = new ArrayList<>(before.bullets());
        all.addAll(bullets);
        groups.add(new SoundGroup(before.heading(), all));
      }
    }

    private boolean isSoundHeading(String heading, List<Sound> bullets) {
      List<Integer> paragraphs =
          bullets.stream()
              .flatMap(bullet -> bullet.paragraphs().stream())
              .distinct()
              .sorted()
              .toList();
      return !heading.isBlank()
          && heading.length() <= LONGEST_HEADING
          && vetting.of(heading, paragraphs).faults().stream()
              .allMatch(fault -> fault.kind() == Fault.Kind.TOO_SHORT);
    }

    private Result made(SoundBrief sound) {
      List<Sound> viewpoint = sound.viewpoint();
      List<SoundGroup> groups = sound.groups();
      if (viewpoint.isEmpty() && groups.isEmpty()) {
        return new Result.Nothing(NoBrief.UNCONFIRMED, Duration.ZERO);
      }
      if (viewpoint.isEmpty()) {
        viewpoint = List.of(groups.getFirst().bullets().getFirst());
        groups = withoutFirstBullet(groups);
      }
      Brief brief =
          new Brief(
              article.id(),
              reader,
              viewpoint.stream().map(this::shown).toList(),
              groups.stream()
                  .map(
                      group ->
                          new BriefGroup(
                              group.heading(), group.bullets().stream().map(this::shown).toList()))
                  .toList(),
              new Maker.Model(model.name(), Product.BRIEF.promptVersion(), withheld.size()));
      return new Result.Made(new BriefNumbers(checks.numbers()).check(brief, article));
    }

    private static List<SoundGroup> withoutFirstBullet(List<SoundGroup> groups) {
      List<SoundGroup> rest = new ArrayList<>(groups);
      SoundGroup first = rest.removeFirst();
      if (first.bullets().size() > 1) {
        List<Sound> bullets = first.bullets().subList(1, first.bullets().size());
        rest.addFirst(new SoundGroup(first.heading(), bullets));
      }
      return rest;
    }

    private BriefSentence shown(Sound sound) {
      return new BriefSentence(
          sound.text(),
          citations(sound.paragraphs()),
          List.of(),
          sound.openNames(),
          sound.doubts());
    }

    private List<Citation> citations(List<Integer> paragraphs) {
      return paragraphs.stream()
          .map(
              number ->
                  new Citation(
                      article.id(), number, new Span(0, article.paragraph(number).text().length())))
          .toList();
    }

    /// Words that could do harm are not kept.
    private Withheld withheld(Fallen fallen, String heading) {
      List<String> cited =
          fallen.paragraphs().stream().map(number -> article.paragraph(number).text()).toList();
      String key = Material.key(fallen.text(), cited);
      boolean harmless = PlainWords.fault(fallen.text(), String.join("\n", cited)).isEmpty();
      boolean soundHeading = PlainWords.fault(heading, "").isEmpty();
      List<Citation> citations = citations(fallen.paragraphs());
      return new Withheld(
          key,
          soundHeading ? heading : "",
          harmless ? fallen.text() : "",
          citations,
          harmless ? numbers(fallen.text(), citations) : List.of(),
          fallen.faults(),
          null);
    }

    private List<CheckedNumber> numbers(String text, List<Citation> citations) {
      return citations.isEmpty()
          ? List.of()
          : new BriefNumbers(checks.numbers())
              .check(List.of(new BriefSentence(text, citations)), article)
              .getFirst()
              .numbers();
    }

    /// The sentences of one answer: those that stand, and those that are asked for again.
    private final class SecondTry {

      private final Material material;
      private final List<ModelAnswer.Said> failed = new ArrayList<>();
      private final StringBuilder reasons = new StringBuilder();
      private final IdentityHashMap<ModelAnswer.Said, Sound> stood = new IdentityHashMap<>();
      private final IdentityHashMap<ModelAnswer.Said, Fallen> fell = new IdentityHashMap<>();

      SecondTry(Material material) {
        this.material = material;
      }

      void look(ModelAnswer.Said said) {
        List<Fault> faults = vet(said, said);
        if (!faults.isEmpty()) {
          failed.add(said);
          reasons
              .append("#%d %s\n".formatted(failed.size(), said.text().replace('\n', ' ')))
              .append(
                  faults.stream()
                      .map(Fault::reason)
                      .collect(Collectors.joining("; ", "   (", ")\n")));
        }
      }

      /// @param place the sentence of the answer that `said` stands for
      private List<Fault> vet(ModelAnswer.Said said, ModelAnswer.Said place) {
        List<Integer> paragraphs = material.paragraphs(said.lines());
        Vetting.Finding finding = vetting.of(said.text(), paragraphs);
        tally = tally.plus(finding.tally()).plus(VettingTally.ofOne(finding.isSound()));
        if (finding.isSound()) {
          stood.put(
              place, new Sound(said.text(), paragraphs, finding.openNames(), finding.doubts()));
        } else {
          fell.put(place, new Fallen(said.text(), paragraphs, finding.faults()));
        }
        return finding.faults();
      }

      void ask() {
        if (failed.isEmpty()) {
          return;
        }
        try {
          Material cited = cited();
          String text =
              asking.answer(prompt.again(cited, reasons.toString(), reader, answerTokens));
          for (ModelAnswer.Said said : ModelAnswer.readAgain(text)) {
            if (said.number() >= 1 && said.number() <= failed.size()) {
              vet(said, failed.get(said.number() - 1));
            }
          }
        } catch (Ended e) {
          // what stood at the first try is shown all the same
        }
      }

      /// The lines that the failed sentences cite, and as many others as the model can hold.
      private Material cited() {
        Set<Integer> numbers =
            failed.stream().flatMap(said -> said.lines().stream()).collect(Collectors.toSet());
        Material only = material.only(numbers);
        return only.lines().isEmpty() ? material : only;
      }

      List<Sound> stood(List<ModelAnswer.Said> said) {
        return said.stream().filter(stood::containsKey).map(stood::get).toList();
      }

      List<Withheld> fell(List<ModelAnswer.Said> said, String heading) {
        return said.stream()
            .filter(place -> !stood.containsKey(place))
            .map(place -> withheld(Objects.requireNonNull(fell.get(place)), heading))
            .toList();
      }
    }
  }
}
