package dev.assay.brief.vet;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.brief.vet.PairedFigures.Paired;
import dev.assay.brief.vet.Replies.Said;
import dev.assay.check.Checker;
import dev.assay.check.Cited;
import dev.assay.check.Denials;
import dev.assay.check.NumberCheck;
import dev.assay.check.Source;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Learns the weights of `lexicon/vetting-weights.tsv`: `java dev.assay.brief.vet.VettingTraining
/// bench/vetting-choices.tsv bench/vetting-places.tsv OUT`, byte for byte.
///
/// `... VettingTraining FOLDER,FOLDER... ARTICLES UNSEEN CHOICES [LEARNED]` writes such choices, of
/// recorded sentences that are true: each is spoilt as [Spoilings] does, and by taking a figure
/// from elsewhere in the lines; and of wrong ones that a person made of them. What the choices of
/// LEARNED teach is kept, and of the new ones those are written that have something LEARNED has
/// not. The folders are as [Replies] reads them; of the articles, as `assay import --batch` takes
/// them, the own sentences are spoilt too, and shortened as [Shortenings] does; the articles of the
/// folder UNSEEN are kept out of these. Prints what five runs come to that each learn from four
/// fifths of the articles and are tried on the rest, and the sentences that they judged wrongly.
final class VettingTraining {

  private static final int FOLDS = 5;
  private static final int OWN_SENTENCES = 150;
  private static final int MOST_OF_ARTICLE = 3;

  /// So many spoilt sentences of a kind are made of one.
  private static final int MOST = 3;

  /// And so many names of other sentences are put into one.
  private static final int MOST_EXCHANGES = 3;

  private static final double[] CUTS = {0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

  /// What the weights are for; a changed number is found without.
  private static final Set<Spoilings.Kind> LEARNED =
      EnumSet.complementOf(
          EnumSet.of(
              Spoilings.Kind.NUMBER,
              Spoilings.Kind.TENFOLD,
              Spoilings.Kind.UNIT,
              Spoilings.Kind.PERIOD,
              Spoilings.Kind.DATE));

  private final Lexicon lexicon = Lexicon.shipped();
  private final Names names = Names.load(lexicon);
  private final QuantityExtractor quantities = new QuantityExtractor(lexicon);
  private final TextReader reader = new TextReader(lexicon, new TagMatcher(names), quantities);
  private final Checker checker = new Checker(quantities, names);
  private final Denials denials = new Denials(lexicon);
  private final Contraries contraries = new Contraries(lexicon);
  private final Spoilings spoilings = new Spoilings(lexicon);
  private final Features named = Features.named();
  private final Random random = new Random(1);
  private final List<Said> sentences = new ArrayList<>();
  private final List<Learner.Choice> choices = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final Map<Said, ReadText> read = new IdentityHashMap<>();

  private VettingTraining() {}

  /// A sentence with the suspicions of it.
  private record Case(
      String page, String what, String text, Map<String, List<Features>> suspects) {}

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
    if (arguments.length < 4) {
      Files.write(paths.getLast(), VettingChoices.weights(paths.subList(0, paths.size() - 1)));
      return;
    }
    VettingTraining training = new VettingTraining();
    List<Said> sentences = training.sentences;
    for (String folder : arguments[0].split(",")) {
      sentences.addAll(Replies.read(Path.of(folder)).sentences());
    }
    Shortenings shortenings = new Shortenings(training.lexicon);
    Set<String> unseen = new HashSet<>();
    Replies.read(paths.get(2)).sentences().forEach(said -> unseen.add(page(said)));
    sentences.forEach(said -> training.learn(said, said.isSameLanguage() ? "same" : "cross"));
    for (Said said : Replies.own(paths.get(1), OWN_SENTENCES, MOST_OF_ARTICLE).sentences()) {
      if (!unseen.contains(page(said))) {
        training.learn(said, "own words");
        shortenings.of(said).forEach(training::learnShorter);
      }
    }
    Weights learned = VettingChoices.learned(paths.subList(4, paths.size()), training.named);
    training.choices.removeIf(choice -> learned.hasAll(choice.candidates().getFirst()));
    VettingChoices.write(training.choices, paths.get(3));
    training.tryFolds(learned);
  }

  private static String page(Said said) {
    return said.article().id().toString();
  }

  private void learnShorter(Said said) {
    learnTrue(said, "shorter", look(lines(said), said.reader(), said.text()));
  }

  private void learnTrue(Said said, String how, Looked looked) {
    cases.add(new Case(page(said), "true " + how, said.text(), looked.byKind()));
    looked.all().forEach(suspect -> choose(said, suspect, false));
  }

  private void learn(Said said, String how) {
    Lines lines = lines(said);
    Looked looked = look(lines, said.reader(), said.text());
    if (!said.isTrue()) {
      cases.add(
          new Case(page(said), "PLANTED " + said.flaw() + " " + how, said.text(), looked.byKind()));
      original(said).ifPresent(original -> learnPlanted(said, original, lines, looked));
      return;
    }
    learnTrue(said, how, looked);
    Set<String> before =
        looked.cues.stream().map(VettingTraining::name).collect(Collectors.toSet());
    Map<Spoilings.Kind, Integer> made = new EnumMap<>(Spoilings.Kind.class);
    for (Spoilings.Spoilt spoilt : spoilings.of(said)) {
      if (LEARNED.contains(spoilt.kind()) && made.merge(spoilt.kind(), 1, Integer::sum) <= MOST) {
        spoil(said, lines, spoilt, before, how);
      }
    }
    exchangeNames(said, how);
    exchangeSpeakers(said, how);
    List<String> moved = moved(said);
    Collections.shuffle(moved, random);
    for (String text : moved.subList(0, Math.min(1, moved.size()))) {
      Looked spoilt = look(lines, said.reader(), text);
      cases.add(new Case(page(said), "moved " + how, text, spoilt.byKind()));
      for (PairedFigures.Suspect suspect : spoilt.figures) {
        Figure figure = suspect.figure();
        if (!said.text().startsWith(text.substring(figure.start(), figure.end()), figure.start())) {
          choose(said, suspect.features(), true);
        }
      }
    }
  }

  /// The true sentence on the same lines that a wrong one was made of.
  private Optional<Said> original(Said said) {
    return sentences.stream()
        .filter(
            other ->
                other.isTrue()
                    && page(other).equals(page(said))
                    && other.reader().equals(said.reader())
                    && other.paragraphs().equals(said.paragraphs()))
        .max(Comparator.comparingInt(other -> alike(other.text(), said.text())));
  }

  /// How many letters at both ends of two texts are the same.
  private static int alike(String one, String other) {
    Span changed = changed(one, other);
    return other.length() - (changed.end() - changed.start());
  }

  /// What of `other` stands in the place of something of `one`.
  private static Span changed(String one, String other) {
    int least = Math.min(one.length(), other.length());
    int start = 0;
    while (start < least && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return new Span(start, Math.max(other.length() - end, start + 1)); // of what was left out
  }

  /// Learns what is suspected of a wrong sentence and not of the true one.
  private void learnPlanted(Said said, Said original, Lines lines, Looked looked) {
    Span changed = changed(original.text(), said.text());
    Set<String> before =
        look(lines, original.reader(), original.text()).cues.stream()
            .map(VettingTraining::name)
            .collect(Collectors.toSet());
    looked.cues.stream()
        .filter(suspect -> !before.contains(name(suspect)))
        .limit(2)
        .forEach(suspect -> choose(said, suspect.features(), true));
    for (PairedFigures.Suspect suspect : looked.paired()) {
      Figure figure = suspect.figure();
      if (new Span(figure.start(), figure.end()).overlaps(changed)) {
        choose(said, suspect.features(), true);
      }
    }
    looked.speakers.stream()
        .filter(suspect -> suspect.speaker().overlaps(changed))
        .forEach(suspect -> choose(said, suspect.features(), true));
  }

  private void spoil(
      Said said, Lines lines, Spoilings.Spoilt spoilt, Set<String> before, String how) {
    Looked looked = look(lines, said.reader(), spoilt.text());
    cases.add(new Case(page(said), spoilt.kind() + " " + how, spoilt.text(), looked.byKind()));
    for (PairedFigures.Suspect suspect : looked.paired()) {
      Figure figure = suspect.figure();
      Span span = new Span(figure.start(), figure.end());
      if (spoilt.at().stream().anyMatch(span::overlaps)) {
        choose(said, suspect.features(), true);
      }
    }
    looked.speakers.stream()
        .filter(suspect -> spoilt.at().stream().anyMatch(suspect.speaker()::overlaps))
        .forEach(suspect -> choose(said, suspect.features(), true));
    looked.cues.stream()
        .filter(suspect -> !before.contains(name(suspect)))
        .filter(suspect -> isOf(suspect, spoilt.kind()))
        .limit(2)
        .forEach(suspect -> choose(said, suspect.features(), true));
  }

  /// Whether this is what was spoilt.
  private static boolean isOf(LostCues.Suspect suspect, Spoilings.Kind kind) {
    boolean denial = LostCues.DENIALS.contains(suspect.kind());
    return switch (kind) {
      case DENIAL_LOST -> denial && !suspect.added();
      case DENIAL_ADDED -> denial && suspect.added();
      case DIRECTION -> !denial && suspect.added();
      case HEDGE_LOST -> !denial && !suspect.added();
      case NUMBER, TENFOLD, UNIT, PERIOD, DATE, NEIGHBOUR, SWAPPED, NAME, STRANGER, SPEAKER ->
          false;
    };
  }

  private static String name(LostCues.Suspect suspect) {
    return suspect.words() + suspect.kind() + suspect.added();
  }

  private void choose(Said said, Features suspect, boolean wrong) {
    choices.add(VettingChoices.choice(page(said), suspect, wrong));
  }

  private record Looked(
      List<LostCues.Suspect> cues,
      List<PairedFigures.Suspect> figures,
      List<PairedFigures.Suspect> names,
      List<Speakers.Suspect> speakers) {
    List<PairedFigures.Suspect> paired() {
      return Stream.concat(figures.stream(), names.stream()).toList();
    }

    List<Features> all() {
      return byKind().values().stream().flatMap(List::stream).toList();
    }

    /// What is suspected, by what of it.
    Map<String, List<Features>> byKind() {
      Map<String, List<Features>> all = new TreeMap<>();
      cues.forEach(
          suspect ->
              all.computeIfAbsent(
                      suspect.added()
                          ? LostCues.DENIALS.contains(suspect.kind()) ? "denial added" : "contrary"
                          : LostCues.DENIALS.contains(suspect.kind())
                              ? "denial lost"
                              : "hedge, speaker",
                      _ -> new ArrayList<>())
                  .add(suspect.features()));
      figures.forEach(
          suspect ->
              all.computeIfAbsent(
                      suspect.figure().isTime() ? "time" : "figure", _ -> new ArrayList<>())
                  .add(suspect.features()));
      names.forEach(
          suspect ->
              all.computeIfAbsent(
                      Namesakes.isRead(suspect.figure()) ? "read name" : "name",
                      _ -> new ArrayList<>())
                  .add(suspect.features()));
      speakers.forEach(
          suspect ->
              all.computeIfAbsent("other speaker", _ -> new ArrayList<>()).add(suspect.features()));
      return all;
    }
  }

  /// The lines that a sentence cites, read once for all that is made of it.
  private record Lines(
      List<ReadText> lines,
      boolean sameLanguage,
      Heard heard,
      Likeness likeness,
      Denials.Source denials,
      Source numbers) {}

  private Lines lines(Said said) {
    List<String> texts =
        said.paragraphs().stream().map(number -> said.article().paragraph(number).text()).toList();
    List<ReadText> lines =
        texts.stream()
            .map(line -> reader.read(line, said.article().language(), said.article().publishedAt()))
            .toList();
    boolean same = said.isSameLanguage();
    return new Lines(
        lines,
        same,
        same ? Heard.NOTHING : Heard.in(lines, !said.reader().isChinese()),
        new Likeness(lines, same),
        denials.read(texts),
        checker.read(
            texts.stream().map(line -> new Cited(line, said.article().language(), null)).toList(),
            said.article().publishedAt()));
  }

  private Looked look(Lines cited, Language language, String text) {
    List<ReadText> lines = cited.lines;
    Namesakes.Joined joined =
        Namesakes.joined(reader.read(text, language, null, cited.heard), lines);
    ReadText read = joined.sentence();
    boolean denied = cited.denials.lost(text).isPresent();
    return new Looked(
        new LostCues(contraries, cited.likeness, cited.sameLanguage, () -> Features.like(named))
            .of(read, lines, denied),
        paired(Paired.FIGURES, cited)
            .of(
                read,
                lines,
                PairedFigures.places(Paired.FIGURES, read, lines),
                misplaced(cited.numbers, text)),
        paired(Paired.NAMES, cited)
            .of(
                read,
                joined.lines(),
                PairedFigures.places(Paired.NAMES, read, joined.lines()),
                Set.of()),
        new Speakers(cited.likeness, cited.sameLanguage, () -> Features.like(named))
            .of(read, joined.lines()));
  }

  private PairedFigures paired(Paired paired, Lines cited) {
    return new PairedFigures(
        paired, cited.likeness, cited.sameLanguage, () -> Features.like(named));
  }

  private Set<Span> misplaced(Source source, String text) {
    return checker.check(text, source, Language.EN).numbers().stream()
        .filter(check -> !check.isSupported())
        .map(NumberCheck::span)
        .collect(Collectors.toSet());
  }

  /// Learns from the sentence with a name in the place of its own that another sentence on the
  /// article has, and from the sentence as it is, both held against what the two cite.
  private void exchangeNames(Said said, String how) {
    List<Said> others =
        new ArrayList<>(
            sentences.stream()
                .filter(
                    other ->
                        other.isTrue()
                            && other.article().id().equals(said.article().id())
                            && other.reader().equals(said.reader()))
                .toList());
    Collections.shuffle(others, random);
    int tried = 0;
    for (Said other : others) {
      List<Spoilings.Spoilt> spoilt = new ArrayList<>(Spoilings.named(read(said), read(other)));
      if (!spoilt.isEmpty() && tried < MOST_EXCHANGES) {
        tried++;
        Said both = both(said, other);
        Lines lines = lines(both);
        look(lines, both.reader(), both.text())
            .names
            .forEach(suspect -> choose(both, suspect.features(), false));
        Collections.shuffle(spoilt, random);
        spoil(both, lines, spoilt.getFirst(), Set.of(), how + " of both");
      }
    }
  }

  /// Learns from the sentence with a speaker of another sentence on the article in the place of its
  /// own.
  private void exchangeSpeakers(Said said, String how) {
    ReadText read = read(said);
    for (Speakers.Act act : Speakers.acts(read)) {
      List<String> others = new ArrayList<>();
      for (Said other : sentences) {
        if (other.isTrue()
            && other.article().id().equals(said.article().id())
            && other.reader().equals(said.reader())) {
          Speakers.acts(read(other)).stream()
              .filter(each -> each.keys().stream().noneMatch(act.keys()::contains))
              .forEach(each -> others.add(each.place().in(other.text())));
        }
      }
      Collections.shuffle(others, random);
      for (String speaker : others.subList(0, Math.min(2, others.size()))) {
        String text =
            said.text().substring(0, act.place().start())
                + speaker
                + said.text().substring(act.place().end());
        Span put = new Span(act.place().start(), act.place().start() + speaker.length());
        Looked looked = look(lines(said), said.reader(), text);
        cases.add(new Case(page(said), "SPEAKER " + how, text, looked.byKind()));
        looked.speakers.stream()
            .filter(suspect -> suspect.speaker().overlaps(put))
            .forEach(suspect -> choose(said, suspect.features(), true));
      }
    }
  }

  /// The sentence as if it cited what `other` cites too.
  private static Said both(Said said, Said other) {
    List<Integer> paragraphs =
        Stream.concat(said.paragraphs().stream(), other.paragraphs().stream())
            .distinct()
            .sorted()
            .toList();
    return new Said(said.article(), said.reader(), said.text(), paragraphs, said.flaw());
  }

  /// The sentence with a figure that another sentence on the same lines has.
  private List<String> moved(Said said) {
    List<String> found = new ArrayList<>();
    String text = said.text();
    List<Figure> own = read(said).figures();
    for (Said other : sentences) {
      boolean beside =
          other.isTrue()
              && other.article().id().equals(said.article().id())
              && other.reader().equals(said.reader())
              && other.paragraphs().stream().anyMatch(said.paragraphs()::contains);
      List<Figure> figures = beside ? read(other).figures() : List.of();
      if (figures.size() == own.size() && own.size() > 1) {
        allMoved(text, own, other.text(), figures, found);
      }
      for (Figure there : figures) {
        for (Figure here : own) {
          boolean moves =
              here.kind().equals(there.kind())
                  && !here.isTime()
                  && own.stream().noneMatch(each -> each.key() == there.key());
          if (moves) {
            found.add(
                text.substring(0, here.start())
                    + other.text().substring(there.start(), there.end())
                    + text.substring(here.end()));
          }
        }
      }
    }
    return found;
  }

  private ReadText read(Said said) {
    return read.computeIfAbsent(said, _ -> reader.read(said.text(), said.reader(), null));
  }

  /// All figures of a sentence exchanged for those of another with the same kinds.
  private static void allMoved(
      String text, List<Figure> own, String other, List<Figure> figures, List<String> found) {
    StringBuilder moved = new StringBuilder();
    int at = 0;
    for (int i = 0; i < own.size(); i++) {
      Figure here = own.get(i);
      Figure there = figures.get(i);
      if (!here.kind().equals(there.kind()) || here.key() == there.key() || here.start() < at) {
        return;
      }
      moved.append(text, at, here.start()).append(other, there.start(), there.end());
      at = here.end();
    }
    // as often as one figure is moved
    for (int i = 0; i < own.size() * figures.size(); i++) {
      found.add(moved + text.substring(at));
    }
  }

  private void tryFolds(Weights learned) {
    Map<String, double[]> counts = new TreeMap<>();
    Map<String, Integer> sentences = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Chance chance =
          new Chance(
              VettingChoices.learned(
                  choices.stream().filter(choice -> fold(choice.page()) != out).toList(), learned));
      for (Case each : cases) {
        if (fold(each.page) == out) {
          Map<String, Double> worst = new TreeMap<>();
          each.suspects.forEach(
              (kind, suspects) ->
                  worst.put(kind, suspects.stream().mapToDouble(chance::of).max().orElse(0)));
          read(each, worst);
          worst.put("any", worst.values().stream().max(Double::compare).orElse(0.0));
          worst.forEach(
              (kind, most) ->
                  count(
                      most,
                      counts.computeIfAbsent(
                          each.what + ": " + kind, _ -> new double[CUTS.length])));
          sentences.merge(each.what, 1, Integer::sum);
        }
      }
    }
    System.out.println("share suspected with more than " + Arrays.toString(CUTS));
    counts.forEach(
        (what, count) -> {
          int of = sentences.getOrDefault(what.substring(0, what.indexOf(": ")), 0);
          System.out.printf("%-40s %5d", what, of);
          for (int i = 0; i < CUTS.length; i++) {
            System.out.printf(" %.3f", count[i] / of);
          }
          System.out.println();
        });
  }

  private static final double SUSPECTED = 0.6;

  /// Prints a sentence that was judged wrongly.
  private static void read(Case each, Map<String, Double> worst) {
    boolean isTrue = each.what.startsWith("true");
    boolean suspected = worst.values().stream().anyMatch(most -> most > SUSPECTED);
    if (isTrue == suspected && !each.what.endsWith("own words")) {
      System.out.println("READ " + each.what + " " + worst + " " + each.page + " " + each.text);
    }
  }

  private static void count(double most, double[] count) {
    for (int i = 0; i < CUTS.length; i++) {
      count[i] += most > CUTS[i] ? 1 : 0;
    }
  }

  private static int fold(String page) {
    return Math.floorMod(page.hashCode(), FOLDS);
  }
}
