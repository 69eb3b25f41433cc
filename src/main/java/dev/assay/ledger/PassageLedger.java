package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A ledger of a few short texts on anything. Claims that are read in them are set side by side as
/// in any ledger. Other figures, whose subject no pack knows and no sentence need name ("It was
/// released on 21 July"), by the words around them: where two texts put figures of one kind among
/// the same words, they speak of the same thing. Every text counts as a source of its own.
/// Immutable; safe for use by many threads.
public final class PassageLedger {

  /// Figures whose surroundings are less alike are taken for different things. What one text copies
  /// from another with a changed figure lies above .9; in free texts, births and deaths of one year
  /// reach .85.
  private static final double ALIKE = 0.88;

  /// Fewer words around a figure are no context.
  private static final int FEWEST_WORDS = 3;

  /// Figures of all texts together; more are left out, because each is held against each.
  private static final int MOST_FIGURES = 500;

  private final QuantityExtractor reader;
  private final ClaimReader claims;
  private final TagMatcher tags;
  private final Ledger ledger;
  private final Ledger ofOneThing;

  public PassageLedger(
      Lexicon lexicon, QuantityExtractor reader, ClaimReader claims, TagMatcher tags) {
    this.ledger = Ledger.ofOneMoment(lexicon);
    this.ofOneThing = Ledger.ofOneThing(lexicon);
    this.reader = reader;
    this.claims = claims;
    this.tags = tags;
  }

  /// The entries of `texts`, those that compare claims first; the article of a row is the place of
  /// its text, from 0.
  public List<LedgerEntry> entries(List<String> texts) {
    List<Figure> figures = new ArrayList<>();
    List<Evidence> claimed = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Language language = LanguageDetector.detect(text, Language.UNKNOWN);
      TextReading reading = reader.readAlone(1, text, language, null);
      addFigures(i, language, reading, figures);
      for (Claim claim : claims(language, reading)) {
        claimed.add(evidence(i, text, language, claim));
      }
    }
    List<LedgerEntry> entries =
        new ArrayList<>(
            ledger.entries(claimed, Corrections.NONE).stream()
                .filter(entry -> isCompared(entry.verdict()))
                .toList());
    addOthers(figures, claimed, entries);
    return entries;
  }

  private List<Claim> claims(Language language, TextReading reading) {
    return claims.read(List.of(reading), language, tags.named("", List.of(reading.text())).all());
  }

  private static boolean isCompared(Verdict verdict) {
    return verdict == Verdict.AGREE || verdict == Verdict.DIFFER;
  }

  /// Adds the entries of figures that `compared` does not hold together already.
  private void addOthers(List<Figure> figures, List<Evidence> claimed, List<LedgerEntry> entries) {
    List<LedgerEntry> compared = List.copyOf(entries);
    List<Evidence> alike = new ArrayList<>();
    List<Evidence> alone = new ArrayList<>();
    for (List<Figure> same : groups(figures)) {
      if (compared.stream().anyMatch(entry -> holds(entry, same))) {
        continue;
      }
      List<Evidence> ofClaims =
          same.size() > 1 ? List.of() : claimed.stream().filter(same.getFirst()::isOf).toList();
      if (ofClaims.isEmpty()) {
        Thing thing = new Thing(null, name(same));
        same.forEach(figure -> alike.add(figure.evidence(thing)));
      } else {
        alone.addAll(ofClaims);
      }
    }
    entries.addAll(ofOneThing.entries(alike, Corrections.NONE));
    entries.addAll(ledger.entries(alone, Corrections.NONE));
  }

  private static boolean holds(LedgerEntry entry, List<Figure> figures) {
    return figures.stream()
        .allMatch(figure -> entry.rows().stream().map(Row::evidence).anyMatch(figure::isOf));
  }

  private static Evidence evidence(int at, String text, Language language, Claim claim) {
    ArticleId id = new ArticleId(at);
    return new Evidence(
        EvidenceId.of(id, claim),
        id,
        id,
        "",
        "",
        null,
        null,
        language,
        claim.value().span().in(text),
        claim.sentence().in(text),
        claim);
  }

  /// A figure in its text.
  private record Figure(
      int text,
      Language language,
      Span sentence,
      String quote,
      Claim.Value value,
      String written,
      Surroundings around) {

    String kind() {
      return switch (value) {
        case Claim.Value.Figure(Quantity quantity) -> quantity.unit().kind();
        case Claim.Value.Moment _ -> Measures.DATE;
      };
    }

    Property property() {
      return switch (value) {
        case Claim.Value.Figure _ -> Property.AMOUNT;
        case Claim.Value.Moment _ -> Property.DATE;
      };
    }

    boolean isOf(Evidence evidence) {
      return evidence.article().value() == text
          && evidence.claim().value().span().equals(value.span());
    }

    Evidence evidence(Thing thing) {
      ArticleId id = new ArticleId(text);
      Claim claim =
          new Claim(thing, property(), List.of(), null, value, 1, sentence, null, Stance.ASSERTED);
      return new Evidence(
          EvidenceId.of(id, claim), id, id, "", "", null, null, language, written, quote, claim);
    }
  }

  private static void addFigures(
      int at, Language language, TextReading reading, List<Figure> figures) {
    String text = reading.text();
    List<Claim.Value> values = new ArrayList<>();
    reading
        .numbers()
        .quantities()
        .forEach(quantity -> values.add(new Claim.Value.Figure(quantity)));
    reading.numbers().times().stream()
        .filter(time -> isDate(time) && !isDateline(text, time.span()))
        .forEach(time -> values.add(new Claim.Value.Moment(time)));
    values.sort(Comparator.comparingInt(value -> value.span().start()));
    List<Span> spans = values.stream().map(Claim.Value::span).toList();
    for (Claim.Value value : values) {
      Surroundings around = Surroundings.of(text, value.span(), spans);
      if (around.size() >= FEWEST_WORDS && figures.size() < MOST_FIGURES) {
        Span sentence = sentence(reading.sentences(), value.span());
        figures.add(
            new Figure(
                at, language, sentence, sentence.in(text), value, value.span().in(text), around));
      }
    }
  }

  private static boolean isDate(TimeExpression time) {
    return switch (time.grain()) {
      case YEAR, HALF, QUARTER, MONTHS, MONTH, DAY -> true;
      case CENTURY, DECADE, SPAN, SINCE, WEEK, MINUTE -> time.day() > 0;
    };
  }

  /// Whether the date is that of the text itself: it opens the text before dots or a dash, or ends
  /// a Chinese dateline (新华社北京3月30日电).
  private static boolean isDateline(String text, Span date) {
    String after = text.substring(date.end()).stripLeading();
    boolean opens = text.substring(0, date.start()).isBlank();
    return opens && (after.startsWith("..") || after.startsWith("…") || after.startsWith("—"))
        || after.startsWith("电（")
        || after.startsWith("电(")
        || after.startsWith("电 ")
        || after.startsWith("電");
  }

  private static Span sentence(List<Span> sentences, Span figure) {
    return sentences.stream()
        .filter(sentence -> sentence.start() <= figure.start() && figure.end() <= sentence.end())
        .findFirst()
        .orElse(figure);
  }

  /// Two figures of two texts that may be of one thing.
  private record Pair(int one, int other, double likeness) {}

  /// The figures in groups of one thing each, none with two figures of one text. The likest come
  /// together first.
  private static List<List<Figure>> groups(List<Figure> figures) {
    List<Set<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      groups.add(new HashSet<>(Set.of(i)));
    }
    for (Pair pair : pairs(figures)) {
      Set<Integer> one = groups.get(pair.one());
      Set<Integer> other = groups.get(pair.other());
      if (!one.equals(other) && haveNoTextInCommon(one, other, figures)) {
        one.addAll(other);
        other.forEach(i -> groups.set(i, one));
      }
    }
    Map<Integer, List<Figure>> byFirst = new TreeMap<>();
    for (int i = 0; i < figures.size(); i++) {
      int first = groups.get(i).stream().min(Comparator.naturalOrder()).orElse(i);
      byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(figures.get(i));
    }
    return List.copyOf(byFirst.values());
  }

  private static List<Pair> pairs(List<Figure> figures) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, List<Integer>> byKind = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      byKind.computeIfAbsent(figures.get(i).kind(), _ -> new ArrayList<>()).add(i);
    }
    for (List<Integer> same : byKind.values()) {
      for (int one : same) {
        same.stream()
            .filter(other -> other > one)
            .forEach(other -> addPair(one, other, figures, pairs));
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::likeness)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return pairs;
  }

  private static void addPair(int one, int other, List<Figure> figures, List<Pair> pairs) {
    Figure mine = figures.get(one);
    Figure theirs = figures.get(other);
    if (mine.text() != theirs.text() && mine.around().touches(theirs.around())) {
      double likeness = mine.around().likeness(theirs.around());
      if (likeness >= ALIKE) {
        pairs.add(new Pair(one, other, likeness));
      }
    }
  }

  private static boolean haveNoTextInCommon(
      Set<Integer> one, Set<Integer> other, List<Figure> figures) {
    Set<Integer> texts = new HashSet<>();
    one.forEach(i -> texts.add(figures.get(i).text()));
    return other.stream().noneMatch(i -> texts.contains(figures.get(i).text()));
  }

  /// The first text's sentence with a gap for the figure, to call the thing by.
  private static String name(List<Figure> same) {
    Figure first = same.getFirst();
    int from = first.value().span().start() - first.sentence().start();
    int to = from + first.written().length();
    return first.quote().substring(0, from) + "…" + first.quote().substring(to);
  }
}
