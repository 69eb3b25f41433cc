package dev.assay.analyze.choice;

import dev.assay.analyze.choice.ClaimTraining.HeldOut;
import dev.assay.analyze.claim.Naming;
import dev.assay.analyze.claim.Proposal;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Weights;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns the weights of `lexicon/hearing-weights.tsv` from labelled claims: each as it is, with
/// the subject of a neighbour, with another figure of its passage, and as another property. `java
/// dev.assay.analyze.claim.HearingTraining PASSAGES UNSEEN LABELS OUT`; of UNSEEN those passages
/// are tried that LABELS (`bench/claim-labels.tsv`) does not name. What the weights of the reading
/// think of a passage is taken from those that were not learned from it.
final class HearingTraining {

  private static final Learner.Settings SETTINGS = new Learner.Settings(20, 8, 3, 0.11);
  private static final int PARTS = 5;
  private static final double RIGHT_TO_SPOILT = 3;
  private static final double[] CUTS = {0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7};

  private final Features names = Features.named();
  private final Random random = new Random(11);

  private HearingTraining() {}

  /// A claim as it was labelled, or spoilt.
  private record Case(String page, String language, String how, Features features) {
    boolean isRight() {
      return how.equals("right");
    }

    Learner.Choice choice() {
      return new Learner.Choice(
          page, FigureReader.trusted(features), new boolean[] {isRight(), !isRight()});
    }
  }

  public static void main(String[] arguments) throws IOException {
    HearingTraining training = new HearingTraining();
    List<Case> cases =
        training.cases(training.of(passages(Path.of(arguments[0]), Set.of())).heldOut());
    System.out.println("held out by page");
    training.fold(cases);
    Weights weights = learned(cases);
    Set<String> seen =
        Files.readAllLines(Path.of(arguments[2])).stream()
            .map(line -> line.split("\t")[0])
            .collect(Collectors.toSet());
    System.out.println("unseen");
    training.tell(
        training.cases(training.of(passages(Path.of(arguments[1]), seen)).unseen()), weights);
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# What speaks for a claim as a language model reads it: feature, weight. Written by HearingTraining.",
                "# Origin: learned for Assay. Licence: Apache-2.0.",
                "#feature\tweight"));
    lines.addAll(withPrior(weights.lines(training.names, 0.02), cases));
    Files.write(Path.of(arguments[3]), lines);
  }

  /// The weights as if of four claims one were spoilt, not as many as were made to learn from.
  private static List<String> withPrior(List<String> lines, List<Case> cases) {
    double right = cases.stream().filter(Case::isRight).count();
    double more = Math.log(RIGHT_TO_SPOILT / (right / (cases.size() - right)));
    List<String> all = new ArrayList<>();
    double own = 0;
    for (String line : lines) {
      if (line.startsWith(Hearing.PRIOR)) {
        own = Double.parseDouble(line.split("\t")[1]);
      } else {
        all.add(line);
      }
    }
    all.addFirst(String.format(Locale.ROOT, "%s\t%.2f", Hearing.PRIOR, own + more));
    return all;
  }

  private static Weights learned(List<Case> cases) {
    return Learner.learn(cases.stream().map(Case::choice).toList(), SETTINGS);
  }

  private ClaimTraining of(List<LabelledText> passages) {
    return new ClaimTraining(passages, Lexicon.shipped(), Names.load(Lexicon.shipped()), names);
  }

  private void fold(List<Case> cases) {
    Map<Case, Double> chances = new java.util.IdentityHashMap<>();
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      Weights weights = learned(cases.stream().filter(one -> part(one) != held).toList());
      cases.stream()
          .filter(one -> part(one) == held)
          .forEach(
              one ->
                  chances.put(one, weights.probabilities(FigureReader.trusted(one.features()))[0]));
    }
    table(cases, chances);
  }

  private static int part(Case one) {
    return Math.floorMod(one.page().hashCode() * 0x9E3779B9, PARTS);
  }

  private void tell(List<Case> cases, Weights weights) {
    Map<Case, Double> chances = new java.util.IdentityHashMap<>();
    cases.forEach(
        one -> chances.put(one, weights.probabilities(FigureReader.trusted(one.features()))[0]));
    table(cases, chances);
  }

  private static void table(List<Case> cases, Map<Case, Double> chances) {
    Map<String, List<Double>> kinds = new TreeMap<>();
    for (Case one : cases) {
      kinds
          .computeIfAbsent(one.language() + " " + one.how(), _ -> new ArrayList<>())
          .add(chances.get(one));
    }
    kinds.forEach(
        (kind, all) -> {
          StringBuilder line =
              new StringBuilder(
                  String.format(Locale.ROOT, "%-16s %5d admitted at", kind, all.size()));
          for (double cut : CUTS) {
            line.append(
                String.format(
                    Locale.ROOT,
                    "  %.2f: %.3f",
                    cut,
                    (double) all.stream().filter(chance -> chance >= cut).count() / all.size()));
          }
          System.out.println(line);
        });
  }

  private List<Case> cases(List<HeldOut> texts) {
    List<Case> cases = new ArrayList<>();
    texts.forEach(text -> add(text, cases));
    return cases;
  }

  private void add(HeldOut text, List<Case> cases) {
    LabelledChoices labelled = text.text();
    Hearing hearing =
        new Hearing(
            labelled.choices,
            text.subjects(),
            Weights.read(List.of()),
            text.first(),
            text.second(),
            Weights.read(List.of()),
            names);
    List<Proposal> right = new ArrayList<>();
    for (int number = 0; number < labelled.choices.size(); number++) {
      proposal(labelled, number).ifPresent(right::add);
    }
    for (Proposal one : right) {
      put("right", one, others(one, right, labelled), hearing, labelled, cases);
      spoilt(one, right, labelled)
          .forEach(
              (how, other) ->
                  put(how, other, others(one, right, labelled), hearing, labelled, cases));
    }
  }

  /// What the same reader says beside `one`: every fourth of it is spoilt too.
  private List<Proposal> others(Proposal one, List<Proposal> right, LabelledChoices labelled) {
    List<Proposal> others = new ArrayList<>();
    for (Proposal other : right) {
      if (other != one) {
        List<Proposal> spoilt = List.copyOf(spoilt(other, right, labelled).values());
        boolean lie = !spoilt.isEmpty() && random.nextInt(4) == 0;
        others.add(lie ? spoilt.get(random.nextInt(spoilt.size())) : other);
      }
    }
    return others;
  }

  private void put(
      String how,
      Proposal proposal,
      List<Proposal> others,
      Hearing hearing,
      LabelledChoices labelled,
      List<Case> cases) {
    List<Proposal> all = new ArrayList<>(others);
    all.add(proposal);
    all.sort(java.util.Comparator.comparingInt(each -> each.figure().start()));
    hearing
        .figure(proposal)
        .ifPresent(
            number ->
                cases.add(
                    new Case(
                        labelled.passage.page(),
                        labelled.passage.language(),
                        how,
                        hearing.features(number, proposal, all))));
  }

  /// What a person read, where the subject is named in the passage.
  private static Optional<Proposal> proposal(LabelledChoices labelled, int number) {
    LabelledText.Label label = labelled.labelOf(number);
    if (label == null || label.subject().isEmpty()) {
      return Optional.empty();
    }
    String text = labelled.passage.text();
    Span figure = labelled.choices.text.figures.get(number).quantity().span();
    return nearest(text, label.subject().getFirst(), figure)
        .map(
            subject ->
                new Proposal(
                    figure, Property.of(label.property()), label.chosen().endsWith("-"), subject));
  }

  private static Optional<Span> nearest(String text, String words, Span figure) {
    Span best = null;
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      Span here = new Span(at, at + words.length());
      if (!here.overlaps(figure)
          && (best == null
              || Math.abs(here.start() - figure.start())
                  < Math.abs(best.start() - figure.start()))) {
        best = here;
      }
    }
    return Optional.ofNullable(best);
  }

  private Map<String, Proposal> spoilt(Proposal one, List<Proposal> all, LabelledChoices labelled) {
    Map<String, Proposal> spoilt = new TreeMap<>();
    String text = labelled.passage.text();
    Span neighbour = neighbour(one, all, labelled);
    if (neighbour != null) {
      spoilt.put("subject", new Proposal(one.figure(), one.property(), one.falls(), neighbour));
    }
    List<Proposal> others =
        all.stream()
            .filter(other -> !other.figure().overlaps(one.figure()))
            .filter(
                other ->
                    !other.measured().equals(one.measured())
                        || !Naming.same(other.subject().in(text), one.subject().in(text)))
            .toList();
    if (!others.isEmpty()) {
      Proposal other = others.get(random.nextInt(others.size()));
      if (!other.figure().overlaps(one.subject())) {
        spoilt.put(
            "figure", new Proposal(other.figure(), one.property(), one.falls(), one.subject()));
      }
    }
    return spoilt;
  }

  /// What else is named near the figure, rather the subject of another claim.
  private @Nullable Span neighbour(Proposal one, List<Proposal> all, LabelledChoices labelled) {
    String text = labelled.passage.text();
    String own = one.subject().in(text);
    List<Span> named =
        all.stream()
            .map(Proposal::subject)
            .filter(subject -> !Naming.same(subject.in(text), own))
            .toList();
    if (named.isEmpty()) {
      int number =
          IntStream.range(0, labelled.choices.size())
              .filter(
                  k ->
                      labelled.choices.text.figures.get(k).quantity().span().overlaps(one.figure()))
              .findFirst()
              .orElseThrow();
      named =
          labelled.choices.candidates(number).stream()
              .filter(
                  phrase ->
                      phrase.kind() == Phrase.Kind.KNOWN || phrase.kind() == Phrase.Kind.WHOLE)
              .map(phrase -> new Span(phrase.start(), phrase.end()))
              .filter(span -> !span.overlaps(one.subject()) && !span.overlaps(one.figure()))
              .filter(
                  span ->
                      labelled.labelOf(number) == null
                          || labelled.labelOf(number).subject().stream()
                              .noneMatch(words -> Naming.same(words, span.in(text))))
              .toList();
    }
    return named.isEmpty() ? null : named.get(random.nextInt(named.size()));
  }

  private static List<LabelledText> passages(Path file, Set<String> without) throws IOException {
    List<LabelledText> passages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JsonMapper.shared().readTree(line);
      if (!without.contains(node.path("id").asString())) {
        passages.add(passage(node));
      }
    }
    return passages;
  }

  private static LabelledText passage(JsonNode node) {
    List<LabelledText.Label> labels = new ArrayList<>();
    for (JsonNode claim : node.path("claims")) {
      List<String> subject = new ArrayList<>();
      claim.path("subject").forEach(one -> subject.add(one.asString()));
      labels.add(
          new LabelledText.Label(
              claim.path("entity").asString(),
              subject,
              claim.path("property").asString(),
              claim.path("surface").asString(),
              number(claim.path("low")),
              number(claim.path("high")),
              claim.path("unit").asString()));
    }
    return new LabelledText(
        node.path("id").asString(),
        node.path("article").asString(),
        node.path("lang").asString(),
        node.path("text").asString(),
        LabelledText.Sort.NEWS,
        labels);
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }
}
