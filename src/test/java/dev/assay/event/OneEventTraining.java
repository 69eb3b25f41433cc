package dev.assay.event;

import dev.assay.event.LabelledTexts.Text;
import dev.assay.event.OneEvent.Pair;
import dev.assay.event.OneEvent.Sign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Learns how much what two texts have in common speaks for one happening, and writes
/// `lexicon/event-weights.tsv`; first, to standard error, how well texts are joined by what was
/// learned from others.
///
///     java -cp ... dev.assay.event.OneEventTraining bench articles.jsonl docs.jsonl notices.jsonl > body
///
/// `bench` has reports on made happenings (`event-reports.jsonl`, `event-figures.jsonl`), of which
/// each third family of happenings is held back, and `events-across.jsonl`, which also says of some
/// of the articles which event they tell of. `docs.jsonl` is labelled English news, and
/// `notices.jsonl` what `bench/event_notices.py` gives, half of it held back. With a fifth argument all pairs of the happenings that are joined wrongly or missed are told.
final class OneEventTraining {

  private static final int PARTS = 8;

  /// Texts are compared as on a desk, a week apart at most.
  private static final int MOST_DAYS = 7;

  /// Pairs further apart, or of two topics, are learned from if they have so much in common.
  private static final double SOMEWHAT_ALIKE = 0.28;

  /// There are many more pairs of labelled news, of few topics and without their days.
  private static final double OF_NEWS = 0.05;

  /// Some ten thousand pairs of notices are of two things that differ in the same way.
  private static final double OF_NOTICES = 0.05;

  private static final double OF_FORMS = 0.1;

  private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(Integer::parseInt);

  /// Two texts and what is seen of them.
  private record Two(Text one, Text other, Logistic.Pair seen) {
    Pair pair() {
      return Pair.of(one.read(), other.read());
    }

    boolean isOf(Predicate<Text> texts) {
      return texts.test(one) && texts.test(other);
    }
  }

  private final List<Two> known;
  private final List<Text> made;
  private final List<Text> news;
  private final boolean tells;

  private OneEventTraining(Path bench, Path articles, Path docs, Path notices, boolean tells)
      throws IOException {
    LabelledTexts texts = new LabelledTexts();
    this.tells = tells;
    made =
        Stream.concat(
                texts.happenings("made", bench.resolve("event-reports.jsonl")).stream(),
                texts.happenings("made", bench.resolve("event-figures.jsonl")).stream())
            .toList();
    news = texts.topics(docs);
    List<Text> all = new ArrayList<>(made);
    all.addAll(texts.articles(bench.resolve("events-across.jsonl"), articles));
    all.addAll(news);
    all.addAll(texts.happenings("notices", notices));
    all.addAll(texts.forms(bench.resolve("event-forms.jsonl")));
    known = pairs(all);
  }

  public static void main(String[] files) throws IOException {
    OneEventTraining training =
        new OneEventTraining(
            Path.of(files[0]),
            Path.of(files[1]),
            Path.of(files[2]),
            Path.of(files[3]),
            files.length > 4);
    training.held();
    training.halves();
    OneEvent learned = training.learned(text -> !text.unread());
    training.tell("unread", List.of(Text::unread), _ -> learned);
    training.count("notices, unread", training.notices("notices", Text::unread), learned);
    training.count("made forms, unread", training.notices("forms", Text::unread), learned);
    training.weights(text -> !text.unread()).forEach(OneEventTraining::print);
  }

  private static void print(Pair pair, Map<Sign, Double> weights) {
    weights.forEach(
        (sign, weight) ->
            System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%.2f%n",
                pair.name().toLowerCase(Locale.ROOT),
                ((Enum<?>) sign).name().toLowerCase(Locale.ROOT),
                weight));
  }

  private static List<Two> pairs(List<Text> texts) {
    List<Two> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      for (Text one : texts.subList(0, i)) {
        Text other = texts.get(i);
        if (one.set().equals(other.set()) && one.unread() == other.unread()) {
          Two two = two(one, other);
          if (isCompared(two)) {
            pairs.add(two);
          }
        }
      }
    }
    return pairs;
  }

  private static Two two(Text one, Text other) {
    Sign[] signs = Pair.of(one.read(), other.read()).signs();
    boolean same = one.event().equals(other.event());
    double counts =
        switch (one.set()) {
          case "topics" -> OF_NEWS;
          case "notices" -> OF_NOTICES;
          case "forms" -> OF_FORMS;
          default -> 1;
        };
    return new Two(
        one,
        other,
        new Logistic.Pair(Logistic.signs(signs, one.read(), other.read()), same, counts));
  }

  private static boolean isCompared(Two two) {
    boolean related = two.one().family().equals(two.other().family());
    boolean near =
        switch (two.one().set()) {
          case "topics", "forms" -> related;
          default -> isWithinDays(two);
        };
    return near || two.pair() != Pair.TWO && two.seen().signs()[0] >= SOMEWHAT_ALIKE;
  }

  private static boolean isWithinDays(Two two) {
    return two.one().read().facts().daysApart(two.other().read().facts()) < MOST_DAYS;
  }

  private Map<Pair, Map<Sign, Double>> weights(Predicate<Text> from) {
    Map<Pair, Map<Sign, Double>> weights = new EnumMap<>(Pair.class);
    for (Pair pair : Pair.values()) {
      List<Logistic.Pair> seen =
          known.stream()
              .filter(two -> two.pair() == pair && two.isOf(from))
              .map(Two::seen)
              .toList();
      weights.put(pair, Logistic.learn(pair.signs(), seen));
    }
    return weights;
  }

  private OneEvent learned(Predicate<Text> from) {
    return new OneEvent(weights(from));
  }

  /// Whether a family is of a part, from 0.
  private static boolean isOf(int part, Text text) {
    return Math.floorMod(text.family().hashCode(), PARTS) == part;
  }

  /// Each part of the happenings by what was learned from the others.
  private void held() {
    List<Predicate<Text>> parts = new ArrayList<>();
    List<OneEvent> learned = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      parts.add(text -> !text.unread() && isOf(held, text));
      learned.add(learned(text -> !text.unread() && !isOf(held, text)));
    }
    tell("learned from others", parts, learned::get);
    Map<Pair, List<Judged>> judged = new EnumMap<>(Pair.class);
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      List<Two> pairs =
          known.stream()
              .filter(two -> two.one().set().isEmpty() && isWithinDays(two))
              .filter(two -> two.isOf(text -> isOf(held, text)))
              .toList();
      count("articles, part " + part, pairs, learned.get(part));
      for (Two two : pairs) {
        judged
            .computeIfAbsent(two.pair(), _ -> new ArrayList<>())
            .add(judged(two, learned.get(held)));
      }
    }
    judged.forEach(
        (pair, of) ->
            System.err.printf(Locale.ROOT, "articles, pairs %s: AUC %.3f%n", pair, auc(of)));
  }

  /// What is said of two texts.
  ///
  /// @param same whether they are of one happening
  private record Judged(double chance, boolean same) {}

  private static Judged judged(Two two, OneEvent learned) {
    return new Judged(learned.chance(two.one().read(), two.other().read()), two.seen().same());
  }

  private static List<Judged> judged(List<Two> pairs, OneEvent learned) {
    return pairs.stream().map(two -> judged(two, learned)).toList();
  }

  /// How often two texts of one happening are given a higher chance than two of two, of all there
  /// are of each; an equal one is half.
  private static double auc(List<Judged> judged) {
    double higher = 0;
    long of = 0;
    for (Judged same : judged) {
      for (Judged other : judged) {
        if (same.same() && !other.same()) {
          of++;
          int order = Double.compare(same.chance(), other.chance());
          higher += order > 0 ? 1 : order == 0 ? 0.5 : 0;
        }
      }
    }
    return higher / of;
  }

  private void tell(String what, List<Predicate<Text>> parts, IntFunction<OneEvent> learned) {
    for (Pair pair : Pair.values()) {
      long[] counts = new long[4];
      List<Judged> judged = new ArrayList<>();
      for (int part = 0; part < parts.size(); part++) {
        Predicate<Text> of = parts.get(part);
        List<Two> pairs =
            known.stream()
                .filter(two -> two.one().set().equals("made") && isWithinDays(two))
                .filter(two -> two.pair() == pair && two.isOf(of))
                .toList();
        add(counts, pairs, learned.apply(part));
        judged.addAll(judged(pairs, learned.apply(part)));
      }
      System.err.printf(
          Locale.ROOT,
          "%s, pairs %s: joined %d of %d, and %d of %d on two happenings; AUC %.3f%n",
          what,
          pair,
          counts[0],
          counts[1],
          counts[2],
          counts[3],
          auc(judged));
    }
    Map<String, long[]> grouped = new TreeMap<>();
    for (int part = 0; part < parts.size(); part++) {
      group(made.stream().filter(parts.get(part)).toList(), learned.apply(part), grouped);
    }
    grouped.forEach(
        (languages, counts) ->
            System.err.printf(
                "%s, happenings %s: %d, whole %d, in part %d, mixed with another %d%n",
                what, languages, counts[0], counts[1], counts[2], counts[3]));
  }

  private List<Two> notices(String set, Predicate<Text> of) {
    return known.stream()
        .filter(two -> two.one().set().equals(set) && isWithinDays(two) && two.isOf(of))
        .toList();
  }

  private void count(String what, List<Two> pairs, OneEvent learned) {
    long[] counts = new long[4];
    add(counts, pairs, learned);
    System.err.printf(
        "%s: joined %d of %d, and %d of %d on two happenings%n",
        what, counts[0], counts[1], counts[2], counts[3]);
  }

  private void add(long[] counts, List<Two> pairs, OneEvent learned) {
    for (Two two : pairs) {
      double chance = learned.chance(two.one().read(), two.other().read());
      boolean joined = chance >= OneEvent.LIKELY;
      int at = two.seen().same() ? 0 : 2;
      counts[at] += joined ? 1 : 0;
      counts[at + 1]++;
      if (tells && joined != two.seen().same()) {
        System.err.printf(
            Locale.ROOT,
            "  %s %s %s %.2f%n",
            joined ? "wrong" : "missed",
            two.one().id(),
            two.other().id(),
            chance);
      }
    }
  }

  /// Groups happenings as a desk does.
  private static void group(List<Text> texts, OneEvent learned, Map<String, long[]> grouped) {
    int[] clusters = clusters(texts, learned);
    Map<String, List<Integer>> happenings =
        IntStream.range(0, texts.size())
            .boxed()
            .collect(Collectors.groupingBy(i -> texts.get(i).event()));
    happenings.forEach(
        (event, own) -> {
          String languages =
              own.stream()
                  .map(i -> texts.get(i).read().han() ? "zh" : "en")
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining("+"));
          long[] counts = grouped.computeIfAbsent(languages, _ -> new long[4]);
          Set<Integer> in = new HashSet<>();
          own.forEach(i -> in.add(clusters[i]));
          boolean mixed =
              IntStream.range(0, texts.size())
                  .anyMatch(i -> in.contains(clusters[i]) && !texts.get(i).event().equals(event));
          counts[0]++;
          counts[1] += in.size() == 1 && !mixed ? 1 : 0;
          counts[2] += in.size() > 1 && in.size() < own.size() && !mixed ? 1 : 0;
          counts[3] += mixed ? 1 : 0;
        });
  }

  private static int[] clusters(List<Text> texts, OneEvent learned) {
    List<Map<Integer, Double>> chances = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      chances.add(new HashMap<>());
      for (int k = 0; k < i; k++) {
        EventText one = texts.get(i).read();
        EventText other = texts.get(k).read();
        double chance =
            one.facts().daysApart(other.facts()) < MOST_DAYS ? learned.chance(one, other) : 0;
        if (chance >= OneEvent.LIKELY / 20) {
          chances.get(i).put(k, chance);
          chances.get(k).put(i, chance);
        }
      }
    }
    return Clusters.of(OneEvent.LIKELY, chances);
  }

  /// Each half of the topics of labelled news by what was learned from the other.
  private void halves() {
    List<String> topics = news.stream().map(Text::family).distinct().sorted(BY_NUMBER).toList();
    for (int half = 0; half < 2; half++) {
      int kept = half;
      Predicate<Text> inHalf =
          text -> text.set().equals("topics") && topics.indexOf(text.family()) % 2 == kept;
      OneEvent learned = learned(text -> !text.unread() && !inHalf.test(text));
      System.err.printf(
          Locale.ROOT,
          "news, half %d held back: B3 F1 %.3f%n",
          half,
          b3(news.stream().filter(inHalf).toList(), learned));
    }
    System.err.printf(
        Locale.ROOT,
        "news, all looked at: B3 F1 %.3f%n",
        b3(news, learned(text -> !text.unread())));
  }

  /// The harmonic mean of the share of each text's cluster that is of its event, and of its event
  /// that is in its cluster.
  private static double b3(List<Text> texts, OneEvent learned) {
    int[] clusters = clusters(texts, learned);
    double precise = 0;
    double whole = 0;
    for (int i = 0; i < clusters.length; i++) {
      int text = i;
      double cluster = count(texts, k -> clusters[k] == clusters[text]);
      double event = count(texts, k -> isOfOne(texts, k, text));
      double both = count(texts, k -> clusters[k] == clusters[text] && isOfOne(texts, k, text));
      precise += both / cluster;
      whole += both / event;
    }
    return 2 * precise * whole / (precise + whole) / texts.size();
  }

  private static boolean isOfOne(List<Text> texts, int one, int other) {
    return texts.get(one).event().equals(texts.get(other).event());
  }

  private static double count(List<Text> texts, Predicate<Integer> wanted) {
    return IntStream.range(0, texts.size()).boxed().filter(wanted).count();
  }
}
