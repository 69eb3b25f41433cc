package dev.assay.brief.vet;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.Sentences;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Learns the weights of `lexicon/vetting-weights.tsv` from recorded sentences that are true: each
/// is spoilt by dropping a word (*not*, 拟), by exchanging two figures and by taking a figure from
/// elsewhere in the lines. `java dev.assay.brief.vet.VettingTraining FOLDER,FOLDER... ARTICLES
/// UNSEEN OUT`, with folders as [Replies] reads them, articles as `assay import --batch` takes them
/// whose own sentences are spoilt too, and a folder whose articles are kept out of these. Prints
/// what five runs come to that each learn from four fifths of the articles and are tried on the
/// rest.
final class VettingTraining {

  private static final int FOLDS = 5;
  private static final int OWN_SENTENCES = 600;
  private static final int MOST_SWAPS = 3;
  private static final double[] CUTS = {0.2, 0.35, 0.5, 0.7, 0.85};

  private static final Set<Cue.Kind> DROPPED =
      EnumSet.of(
          Cue.Kind.DENIAL, Cue.Kind.POSSIBLE, Cue.Kind.PLAN, Cue.Kind.EXPECTED, Cue.Kind.CONDITION);

  private final Lexicon lexicon = Lexicon.shipped();
  private final Names names = Names.load(lexicon);
  private final QuantityExtractor quantities = new QuantityExtractor(lexicon);
  private final TextReader reader = new TextReader(lexicon, new TagMatcher(names), quantities);
  private final Checker checker = new Checker(quantities, names);
  private final Denials denials = new Denials(lexicon);
  private final Features named = Features.named();
  private final Random random = new Random(1);
  private final List<Said> sentences = new ArrayList<>();
  private final List<Learner.Choice> choices = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();

  private VettingTraining() {}

  /// A sentence with the suspicions of it.
  private record Case(String page, String what, String text, List<Features> suspects) {}

  public static void main(String[] arguments) throws IOException {
    VettingTraining training = new VettingTraining();
    List<Said> sentences = training.sentences;
    for (String folder : arguments[0].split(",")) {
      sentences.addAll(Replies.read(Path.of(folder)).sentences());
    }
    Set<String> unseen = new HashSet<>();
    Replies.read(Path.of(arguments[2])).sentences().forEach(said -> unseen.add(page(said)));
    sentences.forEach(said -> training.learn(said, said.isSameLanguage() ? "same" : "cross"));
    for (Said said : own(Path.of(arguments[1]))) {
      if (!unseen.contains(page(said))) {
        training.learn(said, "own words");
      }
    }
    training.tryFolds();
    Files.write(Path.of(arguments[3]), training.lines());
  }

  private static String page(Said said) {
    return said.article().id().toString();
  }

  private static Learner.Settings settings() {
    return new Learner.Settings(20, 0.3e-3, 3, 0.02);
  }

  private List<String> lines() {
    return Learner.learn(choices, settings()).lines(named, 0.02);
  }

  /// Sentences of articles, as a model would repeat them.
  private static List<Said> own(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.shuffle(lines, new Random(5));
    Map<Boolean, List<Said>> found = new TreeMap<>();
    for (String line : lines) {
      Article article = Replies.article(line).orElse(null);
      if (article == null) {
        continue;
      }
      List<Said> own =
          found.computeIfAbsent(article.language().isChinese(), _ -> new ArrayList<>());
      Language language = article.language().isChinese() ? Language.ZH_HANS : Language.EN;
      for (Paragraph paragraph : article.paragraphs()) {
        for (Span span : Sentences.of(paragraph.text())) {
          int length = span.end() - span.start();
          if (own.size() < OWN_SENTENCES && length > 20 && length < 300) {
            String text = span.in(paragraph.text());
            own.add(new Said(article, language, text, List.of(paragraph.number()), ""));
          }
        }
      }
    }
    return found.values().stream().flatMap(List::stream).toList();
  }

  private void learn(Said said, String how) {
    Looked looked = look(said, said.text());
    if (!said.isTrue()) {
      cases.add(
          new Case(page(said), "PLANTED " + said.flaw() + " " + how, said.text(), looked.all()));
      return;
    }
    cases.add(new Case(page(said), "true " + how, said.text(), looked.all()));
    looked.all().forEach(suspect -> choose(said, suspect, false));
    Set<String> before =
        looked.cues.stream().map(VettingTraining::name).collect(Collectors.toSet());
    for (Dropped dropped : dropped(said)) {
      Looked spoilt = look(said, dropped.text);
      cases.add(
          new Case(page(said), "dropped " + dropped.kind + " " + how, dropped.text, spoilt.all()));
      spoilt.cues.stream()
          .filter(suspect -> !suspect.added() && !before.contains(name(suspect)))
          .limit(2)
          .forEach(suspect -> choose(said, suspect.features(), true));
    }
    spoil(said, swapped(said), MOST_SWAPS, "swapped " + how);
    spoil(said, moved(said), 1, "moved " + how);
  }

  private void spoil(Said said, List<String> spoilts, int most, String what) {
    Collections.shuffle(spoilts, random);
    for (String text : spoilts.subList(0, Math.min(most, spoilts.size()))) {
      Looked spoilt = look(said, text);
      cases.add(new Case(page(said), what, text, spoilt.all()));
      for (PairedFigures.Suspect suspect : spoilt.figures) {
        Figure figure = suspect.figure();
        boolean moved =
            !said.text().startsWith(text.substring(figure.start(), figure.end()), figure.start());
        if (moved) {
          choose(said, suspect.features(), true);
        }
      }
    }
  }

  private static String name(LostCues.Suspect suspect) {
    return suspect.words() + suspect.kind();
  }

  private void choose(Said said, Features suspect, boolean wrong) {
    choices.add(new Learner.Choice(page(said), Chance.candidates(suspect), Chance.right(wrong)));
  }

  private record Looked(List<LostCues.Suspect> cues, List<PairedFigures.Suspect> figures) {
    List<Features> all() {
      List<Features> all = new ArrayList<>();
      cues.forEach(suspect -> all.add(suspect.features()));
      figures.forEach(suspect -> all.add(suspect.features()));
      return all;
    }
  }

  private Looked look(Said said, String text) {
    List<String> texts =
        said.paragraphs().stream().map(number -> said.article().paragraph(number).text()).toList();
    List<ReadText> lines =
        texts.stream()
            .map(line -> reader.read(line, said.article().language(), said.article().publishedAt()))
            .toList();
    ReadText read = reader.read(text, said.reader(), null);
    Likeness likeness = new Likeness(lines, said.isSameLanguage());
    boolean denied = denials.read(texts).lost(text).isPresent();
    return new Looked(
        new LostCues(likeness, said.isSameLanguage(), () -> Features.like(named))
            .of(read, lines, denied),
        new PairedFigures(likeness, said.isSameLanguage(), () -> Features.like(named))
            .of(read, lines, PairedFigures.places(read, lines), misplaced(said, texts, text)));
  }

  private Set<Span> misplaced(Said said, List<String> texts, String text) {
    Source source =
        checker.read(
            texts.stream().map(line -> new Cited(line, said.article().language(), null)).toList(),
            said.article().publishedAt());
    return checker.check(text, source, Language.EN).numbers().stream()
        .filter(check -> !check.isSupported())
        .map(NumberCheck::span)
        .collect(Collectors.toSet());
  }

  private record Dropped(Cue.Kind kind, String text) {}

  /// The sentence without one of its words that deny or hedge.
  private List<Dropped> dropped(Said said) {
    List<Dropped> found = new ArrayList<>();
    String text = said.text();
    for (Clause clause : reader.read(text, said.reader(), null).clauses()) {
      for (Cue cue : clause.cues()) {
        for (Cue.Kind kind : cue.kinds()) {
          if (DROPPED.contains(kind)) {
            boolean whole = kind == Cue.Kind.CONDITION;
            int from = whole ? clause.start() : cue.start();
            int to = whole ? clause.end() : cue.end();
            String word = text.substring(from, to);
            String rest =
                word.matches(".*n['’]t")
                    ? word.substring(0, word.length() - 3)
                    : word.equals("cannot") ? "can" : "";
            String without = text.substring(0, from) + rest + text.substring(to);
            found.add(new Dropped(kind, without.replaceAll("  +", " ")));
          }
        }
      }
    }
    return found;
  }

  private List<String> swapped(Said said) {
    List<String> found = new ArrayList<>();
    String text = said.text();
    List<Figure> figures = reader.read(text, said.reader(), null).figures();
    for (int i = 0; i < figures.size(); i++) {
      for (int k = i + 1; k < figures.size(); k++) {
        Figure one = figures.get(i);
        Figure other = figures.get(k);
        String first = text.substring(one.start(), one.end());
        String second = text.substring(other.start(), other.end());
        boolean alike =
            one.kind().equals(other.kind())
                && one.key() != other.key()
                && other.start() >= one.end()
                && (!one.kind().equals(Figure.TIME)
                    || first.replaceAll("\\d+", "0").equals(second.replaceAll("\\d+", "0")));
        if (alike) {
          found.add(
              text.substring(0, one.start())
                  + second
                  + text.substring(one.end(), other.start())
                  + first
                  + text.substring(other.end()));
        }
      }
    }
    return found;
  }

  /// The sentence with a figure that another sentence on the same lines has.
  private List<String> moved(Said said) {
    List<String> found = new ArrayList<>();
    String text = said.text();
    List<Figure> own = reader.read(text, said.reader(), null).figures();
    for (Said other : sentences) {
      boolean beside =
          other.isTrue()
              && other.article().id().equals(said.article().id())
              && other.reader().equals(said.reader())
              && other.paragraphs().stream().anyMatch(said.paragraphs()::contains);
      List<Figure> figures =
          beside ? reader.read(other.text(), other.reader(), null).figures() : List.of();
      if (figures.size() == own.size() && own.size() > 1) {
        allMoved(text, own, other.text(), figures, found);
      }
      for (Figure there : figures) {
        for (Figure here : own) {
          boolean moves =
              here.kind().equals(there.kind())
                  && !here.kind().equals(Figure.TIME)
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

  private void tryFolds() {
    Map<String, double[]> counts = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Chance chance =
          new Chance(
              Learner.learn(
                  choices.stream().filter(choice -> fold(choice.page()) != out).toList(),
                  settings()));
      for (Case each : cases) {
        if (fold(each.page) == out) {
          double worst = each.suspects.stream().mapToDouble(chance::of).max().orElse(0);
          double[] count = counts.computeIfAbsent(each.what, _ -> new double[CUTS.length + 1]);
          count[CUTS.length]++;
          for (int i = 0; i < CUTS.length; i++) {
            count[i] += worst > CUTS[i] ? 1 : 0;
          }
        }
      }
    }
    System.out.println("share suspected with more than " + Arrays.toString(CUTS));
    counts.forEach(
        (what, count) -> {
          System.out.printf("%-30s %5.0f", what, count[CUTS.length]);
          for (int i = 0; i < CUTS.length; i++) {
            System.out.printf(" %.3f", count[i] / count[CUTS.length]);
          }
          System.out.println();
        });
  }

  private static int fold(String page) {
    return Math.floorMod(page.hashCode(), FOLDS);
  }
}
