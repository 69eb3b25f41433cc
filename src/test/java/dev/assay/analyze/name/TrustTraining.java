package dev.assay.analyze.name;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Learner.Choice;
import dev.assay.analyze.weigh.Weights;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Learns the weights of [NameTrust] from what a reader took for names; not a test.
///
/// `TrustTraining LABELS OUT TEXTS...`, with `bench/trust-labels.tsv` and files of the texts that
/// it labels by hash. Prints what is kept, and how much of it is right, at several bounds: of texts
/// left out in turn, and of the sets that begin with `held`, of which nothing is learned.
final class TrustTraining {

  private static final Learner.Settings SETTINGS = new Learner.Settings(30, 2, 5, 0.05);

  private static final int FOLDS = 8;

  private static final double[] BOUNDS = {0, .5, .55, .6, .7};

  private static final List<String> HEAD =
      List.of(
          "# What counts how much for something read in an article being a name at all: feature, weight. Written",
          "# by TrustTraining on what a reader took for names in news (bench/trust-labels.tsv); docs/names.md.",
          "# Origin: learned for Assay. Licence: Apache-2.0.",
          "#feature\tweight");

  private final TagMatcher matcher = new TagMatcher(Names.load(Lexicon.shipped()));
  private final Features names = Features.named();
  private final List<Read> all = new ArrayList<>();

  /// A thing that was read in an article.
  private record Read(LabelledTexts.Row row, boolean isName, Features signs) {
    boolean isHeld() {
      return row.set().startsWith("held");
    }
  }

  private TrustTraining() {}

  public static void main(String[] arguments) throws IOException {
    LabelledTexts texts = new LabelledTexts(List.of(arguments).subList(2, arguments.length));
    TrustTraining training = new TrustTraining();
    for (LabelledTexts.Row row : texts.rows(Path.of(arguments[0]))) {
      training.read(row);
    }
    training.report(Path.of(arguments[1]));
  }

  /// Adds the things read in a text of which a reader said whether they are names.
  private void read(LabelledTexts.Row row) {
    List<LabelledTexts.Label> labels =
        row.labels().stream().map(LabelledTexts.Label::parse).toList();
    TagMatcher.Recognised found = matcher.recognised(row.text().blocks());
    for (NameJoins.Thing thing : found.things()) {
      Optional<LabelledTexts.Label> label =
          labels.stream().filter(one -> isOf(one, thing)).findFirst();
      if (thing.entity().isEmpty() && label.isPresent()) {
        Features signs = found.signs().of(thing.names(), thing.kind(), Features.like(names));
        all.add(new Read(row, label.get().sign() == '+', signs));
      }
    }
  }

  private static boolean isOf(LabelledTexts.Label label, NameJoins.Thing thing) {
    return thing.names().stream()
        .anyMatch(
            name ->
                name.block() == label.block()
                    && name.start() == label.span().start()
                    && name.end() == label.span().end());
  }

  private void report(Path out) throws IOException {
    List<Read> learned = all.stream().filter(read -> !read.isHeld()).toList();
    List<Read> held = all.stream().filter(Read::isHeld).toList();
    double[] turned = new double[learned.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int part = fold;
      Weights weights = weights(learned.stream().filter(read -> part(read) != part).toList());
      for (int i = 0; i < turned.length; i++) {
        if (part(learned.get(i)) == part) {
          turned[i] = weights.probability(learned.get(i).signs());
        }
      }
    }
    table("left out in turn", learned, turned);
    Weights weights = weights(learned);
    List<String> lines = new ArrayList<>(HEAD);
    lines.addAll(weights.lines(names, 0.005));
    Files.writeString(out, String.join("\n", lines) + "\n");
    table(
        "held",
        held,
        held.stream().mapToDouble(read -> weights.probability(read.signs())).toArray());
  }

  private static int part(Read read) {
    return NameTraining.part(read.row().page(), FOLDS);
  }

  private static Weights weights(List<Read> reads) {
    return Learner.learn(reads.stream().map(TrustTraining::choice).toList(), SETTINGS);
  }

  private static Choice choice(Read read) {
    return new Choice(
        read.row().page(),
        List.of(read.signs(), Features.bare()),
        new boolean[] {read.isName(), !read.isName()});
  }

  private static void table(String of, List<Read> reads, double[] scores) {
    for (String set : reads.stream().map(TrustTraining::set).distinct().toList()) {
      for (double bound : BOUNDS) {
        int kept = 0;
        int right = 0;
        int all = 0;
        for (int i = 0; i < scores.length; i++) {
          if (set(reads.get(i)).equals(set)) {
            int name = reads.get(i).isName() ? 1 : 0;
            all += name;
            kept += scores[i] >= bound ? 1 : 0;
            right += scores[i] >= bound ? name : 0;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%s, %s, from %.2f: %d kept, right %.3f, of %d names left %.3f%n",
            of,
            set,
            bound,
            kept,
            (double) right / kept,
            all,
            (double) right / all);
      }
    }
  }

  private static String set(Read read) {
    return read.row().set() + " " + read.row().language();
  }
}
