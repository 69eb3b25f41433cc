package dev.assay.analyze.name;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Learner.Choice;
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
import java.util.function.Predicate;

/// Trains the weights that tell whether an article is about what it names; not a test.
/// `AboutTraining LABELS OUT TEXTS...`, with `bench/about-labels.tsv` and files of the texts that
/// it labels by their hash: an object a line of `title` and `paragraphs`. What it learned is
/// measured on texts left out in turn, and on those that are labelled to be held out.
final class AboutTraining {

  private static final Learner.Settings SETTINGS =
      new Learner.Settings(
          Integer.getInteger("epochs", 25),
          Double.parseDouble(System.getProperty("l2", "4")),
          Integer.getInteger("pages", 8),
          Double.parseDouble(System.getProperty("least", "0.03")));
  private static final int FOLDS = 8;

  /// Sentences of a text that is learned from once more as a short article.
  private static final int SHORT = Integer.getInteger("short", 3);

  private static final List<String> HEAD =
      List.of(
          "# What counts how much for an article being about a thing that it names: feature, weight. Written",
          "# by AboutTraining on what a reader said of names in news (bench/about-labels.tsv); docs/names.md.",
          "# Origin: learned for Assay. Licence: Apache-2.0.",
          "#feature\tweight");

  private final AboutWords words = new AboutWords(Lexicon.shipped());
  private final TagMatcher matcher = new TagMatcher(Names.load(Lexicon.shipped()));
  private final Features names = Features.named();
  private final List<Pair> pairs = new ArrayList<>();
  private int lost;

  /// One thing of an article, and what a reader said of it.
  ///
  /// @param grade `a` about it, `m` says something of it, `p` names it in passing, `n` not about it
  private record Pair(
      String set,
      String language,
      String page,
      boolean isCut,
      Features features,
      char grade,
      double before) {
    boolean isAbout() {
      return grade == 'a';
    }
  }

  private AboutTraining() {}

  public static void main(String[] arguments) throws IOException {
    LabelledTexts texts = new LabelledTexts(List.of(arguments).subList(2, arguments.length));
    AboutTraining training = new AboutTraining();
    for (LabelledTexts.Row row : texts.rows(Path.of(arguments[0]))) {
      training.read(row, row.text(), false);
      training.read(row, row.text().cut(SHORT), true);
    }
    training.report(Path.of(arguments[1]));
  }

  /// Adds what is labelled in a text, or in the beginning of it.
  private void read(LabelledTexts.Row row, LabelledTexts.Text text, boolean isCut) {
    List<Tag> tags = matcher.read(text.title(), text.paragraphs());
    List<String> blocks = text.blocks();
    AboutFeatures features = new AboutFeatures(blocks, tags, new SentencePlaces(blocks), words);
    for (String label : row.labels()) {
      int number = tagAt(tags, label);
      if (number < 0) {
        lost += isCut ? 0 : 1;
      } else {
        pairs.add(
            new Pair(
                row.set(),
                row.language(),
                row.page(),
                isCut,
                features.of(number, Features.like(names)),
                label.charAt(label.length() - 1),
                tags.get(number).about().score()));
      }
    }
  }

  /// `3:10-14a`: paragraph, start and end of the first place of the name, and its grade.
  private static int tagAt(List<Tag> tags, String label) {
    LabelledTexts.Label labelled = LabelledTexts.Label.parse(label);
    Span span = labelled.span();
    for (int i = 0; i < tags.size(); i++) {
      for (Tag.Mention at : tags.get(i).mentions()) {
        if (at.paragraph() == labelled.block()
            && at.span().start() < span.end()
            && span.start() < at.span().end()) {
          return i;
        }
      }
    }
    return -1;
  }

  private void report(Path out) throws IOException {
    List<Pair> learned = pairs.stream().filter(pair -> !pair.set().startsWith("held")).toList();
    List<Pair> held =
        pairs.stream().filter(pair -> pair.set().startsWith("held") && !pair.isCut()).toList();
    System.out.printf(
        "%d pairs learned from, %d held out, %d whose name is not found%n",
        learned.size(), held.size(), lost);
    double[] turned = new double[learned.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int part = fold;
      Predicate<Pair> inFold =
          pair -> Math.floorMod(pair.page().hashCode() * 31 >>> 3, FOLDS) == part;
      Weights weights = learn(learned.stream().filter(inFold.negate()).toList());
      for (int i = 0; i < turned.length; i++) {
        if (inFold.test(learned.get(i))) {
          turned[i] = weights.probability(learned.get(i).features());
        }
      }
    }
    table("texts left out in turn", learned, turned);
    Weights weights = learn(learned);
    List<String> lines = new ArrayList<>(HEAD);
    lines.addAll(weights.lines(names, 0.005));
    Files.writeString(out, String.join("\n", lines) + "\n");
    if (Boolean.getBoolean("held")) {
      table(
          "held out",
          held,
          held.stream().mapToDouble(pair -> weights.probability(pair.features())).toArray());
      table("held out, as it was", held, held.stream().mapToDouble(Pair::before).toArray());
    }
    System.out.println(lines.size() + " lines");
  }

  private static Weights learn(List<Pair> pairs) {
    return Learner.learn(pairs.stream().map(AboutTraining::choice).toList(), SETTINGS);
  }

  private static Choice choice(Pair pair) {
    return new Choice(
        pair.page(),
        List.of(pair.features(), Features.bare()),
        new boolean[] {pair.isAbout(), !pair.isAbout()});
  }

  private static void table(String of, List<Pair> pairs, double[] scores) {
    for (String set : pairs.stream().map(Pair::set).distinct().sorted().toList()) {
      for (String language : List.of("zh", "en")) {
        line(of + ", " + set, language, pairs, scores, set);
      }
    }
    line(of, "zh", pairs, scores, "");
    line(of, "en", pairs, scores, "");
    line(of, "", pairs, scores, "");
  }

  private static void line(
      String of, String language, List<Pair> pairs, double[] scores, String set) {
    int count = 0;
    int right = 0;
    int missed = 0;
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      Pair pair = pairs.get(i);
      if (pair.language().startsWith(language) && pair.set().startsWith(set) && !pair.isCut()) {
        boolean about = scores[i] >= Aboutness.ABOUT;
        count++;
        right += about == pair.isAbout() ? 1 : 0;
        missed += pair.isAbout() && !about ? 1 : 0;
        loss -= Math.log(Math.max(1e-4, pair.isAbout() ? scores[i] : 1 - scores[i]));
      }
    }
    if (count > 0) {
      System.out.printf(
          Locale.ROOT,
          "%s %s: %d, right %.3f, missed %d, too many %d, loss %.4f%n",
          of,
          language,
          count,
          (double) right / count,
          missed,
          count - right - missed,
          loss / count);
    }
  }
}
