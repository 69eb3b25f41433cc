package dev.assay.event.kept;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import dev.assay.store.TagTable.TagRow;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Measures rising names on 90 simulated days of news: 200 names whose texts come by chance, each at
/// a rate of its own that drifts and halves at the weekend, of 14 outlets of unlike size, some about
/// two names, their titles made of nouns; and rises that are planted in it: 20 of names, a quarter of
/// them new, 10 of two names together and 10 of phrases.
///
///     java -cp ... dev.assay.event.kept.RisesMeasured SEED...
final class RisesMeasured {

  private static final int DAYS = 90;
  private static final int NAMES = 200;
  private static final int OUTLETS = 14;
  private static final int PLANTED = 20;

  /// Planted pairs, and planted phrases.
  private static final int MORE = 10;

  /// So many texts are about a second name.
  private static final double OF_TWO = 0.15;

  private static final String[] NOUNS =
      ("price export mine magnet licence quota refinery port smelter supply buyer ore metal battery"
              + " factory shipment order market trader tariff ministry stock alloy kiln harbour deal"
              + " partner auction contract furnace grid cable turbine vessel cargo bond loan fund audit"
              + " permit court union strike wage plant river valley province border customs levy ceiling"
              + " floor reserve pilot drill survey sample assay grade")
          .split(" ");

  /// Rises are planted and looked for from this day on.
  private static final int FIRST = 32;

  private static final Instant START = Instant.parse("2025-08-01T00:00:00Z");

  private final Random random;
  private final Store store;
  private int articles;

  /// A planted rise: so many more texts a day, for four days.
  private record Planted(int name, int day, double more) {}

  /// A planted rise of two names together, or of a phrase: id of what is found, and on which day.
  private record Other(String id, List<String> names, String phrase, int day) {
    boolean isOn(int today) {
      return today >= day && today < day + 4;
    }
  }

  private RisesMeasured(long seed, Store store) {
    this.random = new Random(seed);
    this.store = store;
  }

  public static void main(String[] seeds) throws Exception {
    for (String seed : seeds) {
      Path folder = Files.createTempDirectory("rises");
      try (Store store = SqliteStore.openToWrite(folder)) {
        new RisesMeasured(Long.parseLong(seed), store).run(seed);
      }
    }
  }

  private void run(String seed) {
    List<Planted> planted = plant();
    List<Other> others = others();
    double[] rate = new double[NAMES + PLANTED];
    for (int name = 0; name < NAMES; name++) {
      rate[name] = 6.0 / (1 + name * 0.35) + 0.03;
    }
    Map<Integer, Integer> foundOn = new HashMap<>();
    Map<String, Integer> lastSeen = new HashMap<>();
    List<String> falseOnes = new ArrayList<>();
    Map<String, Integer> othersOn = new HashMap<>();
    List<String> otherFalse = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      write(day, rate, planted, others);
      if (day >= FIRST) {
        look(day, planted, foundOn, lastSeen, falseOnes, others, othersOn, otherFalse);
      }
    }
    long found =
        planted.stream()
            .filter(one -> foundOn.getOrDefault(one.name(), DAYS) <= one.day() + 1)
            .count();
    System.out.printf(
        "seed %s: %d articles, %d of %d found within a day, %d false in %.1f weeks %s%n",
        seed, articles, found, PLANTED, falseOnes.size(), (DAYS - FIRST) / 7.0, falseOnes);
    for (String kind : List.of("pair", "phrase")) {
      System.out.printf(
          "  %s: %d of %d found within a day, %d false%n",
          kind,
          others.stream()
              .filter(one -> one.id().startsWith(kind))
              .filter(one -> othersOn.getOrDefault(one.id(), DAYS) <= one.day() + 1)
              .count(),
          MORE,
          otherFalse.stream().filter(one -> one.startsWith(kind)).count());
    }
    System.out.println("  " + otherFalse);
  }

  private List<Planted> plant() {
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < PLANTED; i++) {
      int name = i % 4 == 0 ? NAMES + i : 5 + random.nextInt(NAMES - 5);
      int day = FIRST + 2 + random.nextInt(DAYS - FIRST - 6);
      int named = name;
      if (planted.stream().noneMatch(one -> one.name() == named)) {
        double base = name >= NAMES ? 0 : 6.0 / (1 + name * 0.35);
        planted.add(new Planted(name, day, 5 + 3 * base));
      } else {
        i--;
      }
    }
    return planted;
  }

  /// Pairs of names of which much is told, so that the names hardly rise; and phrases.
  private List<Other> others() {
    List<Other> others = new ArrayList<>();
    for (int i = 0; i < MORE; i++) {
      List<String> names = List.of("n:" + 2 * i, "n:" + (2 * i + 1)).stream().sorted().toList();
      int day = FIRST + 2 + random.nextInt(DAYS - FIRST - 6);
      others.add(new Other("pair:" + String.join("+", names), names, "", day));
      String phrase = NOUNS[i] + " " + NOUNS[NOUNS.length - 1 - i];
      int from = FIRST + 2 + random.nextInt(DAYS - FIRST - 6);
      others.add(new Other("phrase:" + phrase, List.of(), phrase, from));
    }
    return others;
  }

  private void write(int day, double[] rate, List<Planted> planted, List<Other> others) {
    boolean weekend = day % 7 >= 5;
    store.change(
        session -> {
          for (int name = 0; name < rate.length; name++) {
            rate[name] *= Math.exp(0.05 * random.nextGaussian());
            double mean = rate[name] * (weekend ? 0.5 : 1) * Math.exp(0.25 * random.nextGaussian());
            for (Planted one : planted) {
              if (one.name() == name && day >= one.day() && day < one.day() + 4) {
                mean += one.more();
              }
            }
            int texts = poisson(mean);
            for (int i = 0; i < texts; i++) {
              write(session, day, names("n:" + name), title());
            }
          }
          for (Other one : others) {
            int texts = one.isOn(day) ? poisson(5) : 0;
            for (int i = 0; i < texts; i++) {
              List<String> about =
                  one.names().isEmpty() ? names("n:" + random.nextInt(60)) : one.names();
              write(
                  session,
                  day,
                  about,
                  one.phrase().isEmpty() ? title() : one.phrase() + " shows " + title());
            }
          }
        });
  }

  private List<String> names(String first) {
    double chance = random.nextDouble();
    String second = "n:" + (int) (NAMES * chance * chance);
    return random.nextDouble() < OF_TWO && !second.equals(first)
        ? List.of(first, second)
        : List.of(first);
  }

  /// Four nouns, the first of the list more often than the last.
  private String title() {
    return "the %s %s meets the %s %s".formatted(noun(), noun(), noun(), noun());
  }

  private String noun() {
    double chance = random.nextDouble();
    return NOUNS[(int) (NOUNS.length * chance * Math.sqrt(chance))];
  }

  private void write(dev.assay.store.Session session, int day, List<String> names, String title) {
    Instant at = START.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400));
    double chance = random.nextDouble();
    String outlet = "outlet " + (int) (OUTLETS * chance * chance);
    Identity identity = new Identity.OfExternal("simulated", String.valueOf(articles++));
    Article article =
        new Article(
            identity.articleId(),
            null,
            outlet,
            String.valueOf(articles),
            title,
            List.of(),
            new PublicationTime(
                at,
                PublicationTime.Precision.MINUTE,
                java.time.ZoneOffset.UTC,
                true,
                PublicationTime.Certainty.STATED,
                "simulated"),
            null,
            at,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, "text")));
    byte[] bytes = String.valueOf(articles).getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    session
        .articles()
        .insert(article, new ArticleTable.Origin(identity, hash, Map.of()), article.id());
    session
        .tags()
        .put(
            article.id(),
            article.orderedBy(),
            names.stream()
                .map(name -> new TagRow(name, new Aboutness(true, true, 3, 2, 1, 3, 3, 0.9)))
                .toList());
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private void look(
      int day,
      List<Planted> planted,
      Map<Integer, Integer> foundOn,
      Map<String, Integer> lastSeen,
      List<String> falseOnes,
      List<Other> others,
      Map<String, Integer> othersOn,
      List<String> otherFalse) {
    Instant now = START.plus(Duration.ofDays(day + 1L));
    List<RiseFinder.Scored> rising =
        store.read(session -> new RiseFinder(session, Outlets.of(Lexicon.shipped()), now).rising());
    for (RiseFinder.Scored one : rising) {
      if (one.kind() != RiseFinder.Kind.NAME) {
        lookAt(one, day, others, lastSeen, othersOn, otherFalse);
        continue;
      }
      others.stream()
          .filter(other -> other.isOn(day) && other.names().contains(one.id()))
          .forEach(other -> othersOn.putIfAbsent(other.id(), day));
      int name = Integer.parseInt(one.id().substring(2));
      boolean meant =
          planted.stream()
                  .anyMatch(
                      rise -> rise.name() == name && day >= rise.day() && day < rise.day() + 7)
              || others.stream()
                  .anyMatch(
                      other ->
                          other.names().contains(one.id())
                              && day >= other.day()
                              && day < other.day() + 7);
      if (meant) {
        foundOn.putIfAbsent(name, day);
      } else if (lastSeen.getOrDefault(one.id(), -10) < day - 4) {
        falseOnes.add("%s:%d(%d/%.1f)".formatted(one.id(), day, one.texts(), one.expected()));
      }
      lastSeen.put(one.id(), day);
    }
  }

  /// A pair is found if it is told, or one of its names, or another of the very same texts.
  private static void lookAt(
      RiseFinder.Scored one,
      int day,
      List<Other> others,
      Map<String, Integer> lastSeen,
      Map<String, Integer> othersOn,
      List<String> otherFalse) {
    Other meant =
        others.stream()
            .filter(other -> day >= other.day() && day < other.day() + 7)
            .filter(
                other ->
                    other.id().equals(one.id())
                        || !other.phrase().isEmpty()
                            && one.things().getFirst().contains(other.phrase()))
            .findFirst()
            .orElse(null);
    if (meant != null) {
      othersOn.putIfAbsent(meant.id(), day);
    } else if (lastSeen.getOrDefault(one.id(), -10) < day - 4) {
      otherFalse.add("%s:%d(%d/%.1f)".formatted(one.id(), day, one.texts(), one.expected()));
    }
    lastSeen.put(one.id(), day);
  }
}
