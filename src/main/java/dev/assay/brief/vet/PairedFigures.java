package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.brief.vet.Attachments.Attached;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks for figures, or names, of a sentence that the cited lines give to something else:
/// exchanged with another of the sentence, or taken from elsewhere.
///
/// The words that stand with a figure are weighed by how near they are to it and to no other of its
/// kind; a figure whose words stand in the lines with another figure is suspected. Used by one
/// thread.
final class PairedFigures {

  /// What is paired.
  enum Paired {
    FIGURES,
    NAMES;

    List<Figure> in(ReadText text) {
      return this == FIGURES ? text.figures() : text.names();
    }
  }

  private static final int MOST_FIGURES = 40;

  /// A sentence of more figures is a table, where it cannot be told which words stand with which;
  /// the work grows with the fourth power of their number.
  private static final int MOST_OF_SENTENCE = 30;

  private static final int MOST_PLACES = 400;

  /// So many letters beside a figure tell what it is of.
  private static final int BESIDE = 2;

  /// With fewer letters on both sides a place tells nothing.
  private static final int LIKE_PLACE = 4;

  /// With so many letters on both sides the rival stands in the place of the figure.
  private static final int IN_PLACE = 6;

  /// What an office that is the rival's counts among the words in common.
  private static final double OFFICE = 1.5;

  /// *One of* and 一年 count nothing.
  private static final Set<String> ONES = Set.of("one", "a", "an", "一", "一个", "一年");

  private static final Pattern ORDINAL =
      Pattern.compile(
          "^第|\\d(?:st|nd|rd|th)\\b|\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\\b");

  /// What makes a figure of 一: 一半, 一成, 一亿.
  private static final String SHARES = "半成倍十百千万亿";

  private final Paired paired;
  private final Attachments attachments;
  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// What stands beside each figure that was asked for.
  private final IdentityHashMap<Figure, Roles> roles = new IdentityHashMap<>();

  /// The words of the sentence of a clause.
  private final IdentityHashMap<Clause, Set<Long>> sentenceKeys = new IdentityHashMap<>();

  PairedFigures(Paired paired, Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.paired = paired;
    this.attachments = new Attachments(paired, likeness);
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// A figure of the sentence that may be another's.
  ///
  /// @param rival whose it may be
  record Suspect(Figure figure, Place rival, Features features) {}

  /// A figure of a line.
  record Place(ReadText line, Figure figure) {
    boolean sharesSentenceWith(Place other) {
      return line.equals(other.line)
          && Attachments.clauseOf(line, figure).sentence()
              == Attachments.clauseOf(line, other.figure).sentence();
    }
  }

  /// Where the lines have each figure, or name, of `sentence`.
  static List<List<Place>> places(Paired paired, ReadText sentence, List<ReadText> lines) {
    List<List<Place>> places = new ArrayList<>();
    for (Figure figure : paired.in(sentence)) {
      List<Place> own = new ArrayList<>();
      for (ReadText line : lines) {
        paired.in(line).stream()
            .filter(each -> each.key() == figure.key() && each.kind().equals(figure.kind()))
            .forEach(each -> own.add(new Place(line, each)));
      }
      if (own.isEmpty() && paired == Paired.FIGURES) {
        addUnmeasured(figure, lines, own);
      }
      places.add(own);
    }
    return places;
  }

  /// Adds where the number stands without its unit: *265* of *118 millimetres, less than the 265 of
  /// other years*.
  private static void addUnmeasured(Figure figure, List<ReadText> lines, List<Place> own) {
    for (ReadText line : lines) {
      line.figures().stream()
          .filter(each -> !each.isTime() && each.hasValueOf(figure))
          .forEach(each -> own.add(new Place(line, each)));
    }
  }

  /// @param all where the lines have each figure of `sentence`; empty where they have none
  /// @param misplaced where numbers stand of which a rule says that they are another's
  List<Suspect> of(
      ReadText sentence, List<ReadText> lines, List<List<Place>> all, Set<Span> misplaced) {
    List<Suspect> suspects = new ArrayList<>();
    List<Figure> said = paired.in(sentence);
    if (said.size() > MOST_FIGURES) {
      return suspects;
    }
    Set<Figure> crowded = crowded(lines);
    List<List<Place>> evidence = all.stream().map(own -> uncrowded(own, crowded)).toList();
    List<Place> places = new ArrayList<>();
    for (ReadText line : lines) {
      paired.in(line).stream()
          .filter(figure -> !crowded.contains(figure))
          .forEach(figure -> places.add(new Place(line, figure)));
    }
    if (places.size() > MOST_PLACES) {
      return suspects;
    }
    Others others = new Others(said, evidence);
    for (int i = 0; i < said.size(); i++) {
      Rivalry worst = worst(sentence, others, i, places);
      if (worst != null) {
        Features features = features(worst, others);
        if (isIn(misplaced, worst.figure)) {
          features.add("rule");
          features.add("rule", sameLanguage ? "same" : "cross");
        }
        suspects.add(new Suspect(worst.figure, worst.rival, features));
      }
    }
    return suspects;
  }

  /// A figure, its own places, and another place that its words may be said of.
  ///
  /// @param pair the other figure of the sentence that the rival carries; null if there is none
  /// @param straight how much the words of both have in common with the places of each
  /// @param crossed and with each other's
  private record Rivalry(
      ReadText sentence,
      Figure figure,
      List<Place> own,
      Place rival,
      @Nullable Figure pair,
      double straight,
      double crossed) {}

  /// The place that the words of the sentence's figure `i` fit best beside its own.
  private @Nullable Rivalry worst(ReadText sentence, Others others, int i, List<Place> places) {
    Figure figure = others.said.get(i);
    List<Place> own = others.evidence.get(i);
    String said = words(sentence, figure);
    boolean comparable = !own.isEmpty() && !isOne(said);
    if (!comparable && !sameLanguage) {
      return null;
    }
    boolean ordinal = isOrdinal(said);
    List<Attached> words = attachments.of(sentence, figure);
    double straight = attachments.best(words, own);
    int ownPlace = sameLanguage ? inOwnPlace(sentence, figure, own) : 0;
    Rivalry worst = null;
    double widest = 0;
    for (Place rival : places) {
      String there = words(rival.line(), rival.figure());
      int agreed = sameLanguage ? inPlace(sentence, figure, rival) : 0;
      boolean stands =
          agreed >= IN_PLACE
              && agreed > ownPlace
              && !there.equals(said)
              && figure.value() != rival.figure().value();
      boolean fits =
          comparable
              && areOfAKind(rival.figure(), figure)
              && !isOne(there)
              && isOrdinal(there) == ordinal;
      boolean other =
          (stands || fits)
              && !figure.hasValueOf(rival.figure())
              && own.stream().noneMatch(place -> place.figure().key() == rival.figure().key());
      if (!other) {
        continue;
      }
      double crossed = attachments.shared(words, attachments.of(rival.line(), rival.figure()));
      int k = pair(others.said, others.evidence, i, rival);
      Figure pair = k >= 0 ? others.said.get(k) : null;
      List<Attached> theirs = pair == null ? List.of() : attachments.of(sentence, pair);
      double straightPair = pair == null ? 0 : attachments.best(theirs, others.evidence.get(k));
      Rivalry rivalry =
          new Rivalry(
              sentence,
              figure,
              own,
              rival,
              pair,
              straight + straightPair,
              crossed + attachments.best(theirs, own));
      double gap = gap(rivalry) + (stands ? agreed : 0);
      if (worst == null || gap > widest) {
        worst = rivalry;
        widest = gap;
      }
    }
    return worst;
  }

  /// By how much the words fit the rival better; whose office is told is the likelier one.
  private double gap(Rivalry rivalry) {
    double gap = rivalry.crossed - rivalry.straight;
    return paired == Paired.NAMES && office(rivalry).equals("rival") ? gap + OFFICE : gap;
  }

  private String office(Rivalry rivalry) {
    return agreed(rivalry, Roles::office);
  }

  /// Whose of the two what stands beside the figure is.
  private String agreed(Rivalry rivalry, Function<Roles, Set<Long>> beside) {
    Set<Long> own = new HashSet<>();
    rivalry.own.forEach(place -> own.addAll(beside.apply(roles(place.line(), place.figure()))));
    return Parts.agreed(
        beside.apply(roles(rivalry.sentence, rivalry.figure)),
        own,
        beside.apply(roles(rivalry.rival.line(), rivalry.rival.figure())));
  }

  private Roles roles(ReadText text, Figure figure) {
    return roles.computeIfAbsent(figure, _ -> Roles.of(text, figure));
  }

  /// 一款, *one*, *a*: it counts nothing.
  private static boolean isOne(String words) {
    return ONES.contains(words)
        || words.length() == 2 && words.charAt(0) == '一' && SHARES.indexOf(words.charAt(1)) < 0;
  }

  private boolean isOrdinal(String words) {
    return paired == Paired.FIGURES && ORDINAL.matcher(words).find();
  }

  /// Of names that no lexicon has bodies and places are told apart too badly; persons are not.
  private static boolean areOfAKind(Figure one, Figure other) {
    boolean read = Namesakes.isRead(one) && Namesakes.isRead(other);
    boolean same = one.kind().equals(other.kind());
    return read
        ? same || !isPerson(one) && !isPerson(other)
        : same && Namesakes.isRead(one) == Namesakes.isRead(other);
  }

  private static boolean isPerson(Figure name) {
    return name.kind().equals(TextReader.PERSON);
  }

  /// The figures of sentences that have too many.
  private Set<Figure> crowded(List<ReadText> lines) {
    Set<Figure> crowded = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ReadText line : lines) {
      List<Figure> figures = paired.in(line);
      if (figures.size() > MOST_OF_SENTENCE) {
        figures.stream()
            .collect(Collectors.groupingBy(figure -> Attachments.clauseOf(line, figure).sentence()))
            .values()
            .forEach(together -> addIfMany(together, crowded));
      }
    }
    return crowded;
  }

  private static void addIfMany(List<Figure> figures, Set<Figure> crowded) {
    if (figures.size() > MOST_OF_SENTENCE) {
      crowded.addAll(figures);
    }
  }

  /// The places, or none if one of them is in such a sentence.
  private static List<Place> uncrowded(List<Place> places, Set<Figure> crowded) {
    boolean any = places.stream().anyMatch(place -> crowded.contains(place.figure()));
    return any ? List.of() : places;
  }

  private static boolean isIn(Set<Span> misplaced, Figure figure) {
    return misplaced.stream()
        .anyMatch(span -> span.start() < figure.end() && figure.start() < span.end());
  }

  /// The other figure of the sentence that `rival` carries; -1 if there is none.
  private static int pair(List<Figure> said, List<List<Place>> evidence, int i, Place rival) {
    for (int k = 0; k < said.size(); k++) {
      if (k != i
          && evidence.get(k).stream()
              .anyMatch(place -> place.figure().key() == rival.figure().key())) {
        return k;
      }
    }
    return -1;
  }

  private static Span span(Figure figure) {
    return new Span(figure.start(), figure.end());
  }

  private static String words(ReadText text, Figure figure) {
    return text.text().substring(figure.start(), figure.end()).toLowerCase(Locale.ROOT);
  }

  private Features features(Rivalry rivalry, Others others) {
    Features features = bags.get();
    Figure figure = rivalry.figure;
    List<Place> own = rivalry.own;
    String kind =
        (paired == Paired.FIGURES ? "" : Namesakes.isRead(figure) ? "read " : "named ")
            + (rivalry.pair == null ? "single" : "pair");
    if (paired == Paired.NAMES) {
      features.add("named", figure.kind());
    }
    roles(features, kind, rivalry);
    features.add("figures", kind);
    features.add("figures", kind, sameLanguage ? "same" : "cross");
    shared(features, kind, rivalry);
    covered(features, kind, rivalry);
    ordered(features, kind, others.order(rivalry));
    parts(features, kind, rivalry);
    if (sameLanguage) {
      int beside =
          own.stream().mapToInt(place -> beside(rivalry.sentence, figure, place)).max().orElse(0);
      features.add(
          "beside", String.valueOf(beside), beside(rivalry.sentence, figure, rivalry.rival) + kind);
      features.add("beside", String.valueOf(beside));
      inPlace(features, rivalry);
    }
    if (words(rivalry.sentence, figure).chars().noneMatch(Character::isDigit)) {
      features.add("in words", kind);
    }
    if (figure.isTime()) {
      features.add("time", kind);
    }
    Place first = own.isEmpty() ? rivalry.rival : own.getFirst();
    if (rivalry.pair != null && first.line().equals(rivalry.rival.line())) {
      boolean here = figure.start() < rivalry.pair.start();
      boolean there = first.figure().start() < rivalry.rival.figure().start();
      features.add("order", here == there ? "same" : "turned", sameLanguage ? "same" : "cross");
    }
    if (own.size() > 1) {
      features.add("several", kind);
    }
    if (own.stream().noneMatch(place -> place.line().equals(rivalry.rival.line()))) {
      features.add("elsewhere", kind);
    }
    return features;
  }

  /// Whether the sentence repeats a line but for this figure; nothing where it repeats none.
  private void inPlace(Features features, Rivalry rivalry) {
    Figure figure = rivalry.figure;
    String what = paired == Paired.NAMES ? "name" : "figure";
    int own = inOwnPlace(rivalry.sentence, figure, rivalry.own);
    int rival = inPlace(rivalry.sentence, figure, rivalry.rival);
    if (Math.max(own, rival) < LIKE_PLACE) {
      return;
    }
    Chance.steps(features, what + " in place", rival, LIKE_PLACE, IN_PLACE, 9, Surroundings.ALL);
    Chance.steps(features, what + " in own place", own, 0, LIKE_PLACE, IN_PLACE, Surroundings.ALL);
    Chance.steps(features, what + " place gap", rival - own, -6, 1, 3, IN_PLACE, 9);
  }

  /// -1 if the lines have it nowhere.
  private static int inOwnPlace(ReadText sentence, Figure figure, List<Place> own) {
    return own.stream().mapToInt(place -> inPlace(sentence, figure, place)).max().orElse(-1);
  }

  private static int inPlace(ReadText sentence, Figure figure, Place place) {
    return Surroundings.agreed(
        sentence.text(), span(figure), place.line().text(), span(place.figure()));
  }

  /// What the words beside the figure have in common with those of its own places, and of the
  /// rival.
  private void shared(Features features, String kind, Rivalry rivalry) {
    double straight = rivalry.straight;
    double crossed = rivalry.crossed;
    double ratio = (crossed - straight) / (crossed + straight + 0.5);
    Chance.steps(
        features, kind + " ratio", ratio, -0.6, -0.4, -0.2, -0.1, 0.01, 0.1, 0.2, 0.3, 0.45, 0.6);
    Chance.steps(features, kind + " gap", crossed - straight, -1, -0.3, 0.1, 0.5, 1, 1.5, 2.5);
    Chance.steps(features, kind + " crossed", crossed, 0.5, 1, 2);
    Chance.steps(features, kind + " straight", straight, 0.2, 0.5, 1, 2);
    // figures that moved together vouch for each other; the words beside them do not
    List<Attached> bare =
        attachments.of(rivalry.sentence, rivalry.figure).stream()
            .filter(each -> each.term().kind() != Term.Kind.FIGURE)
            .toList();
    double own = attachments.best(bare, rivalry.own);
    double others =
        attachments.shared(bare, attachments.of(rivalry.rival.line(), rivalry.rival.figure()));
    double gap = (others - own) / (others + own + 0.3);
    Chance.steps(features, kind + " bare", gap, -0.5, -0.3, -0.1, 0.02, 0.1, 0.2, 0.3, 0.5);
  }

  /// Who buys rarely sells; what something rose to is not what it rose from.
  private void parts(Features features, String kind, Rivalry rivalry) {
    Set<Cue.Kind> said = Parts.of(rivalry.sentence, rivalry.figure);
    Set<Cue.Kind> own = new LinkedHashSet<>();
    rivalry.own.forEach(place -> own.addAll(Parts.of(place.line(), place.figure())));
    Set<Cue.Kind> rival = Parts.of(rivalry.rival.line(), rivalry.rival.figure());
    String agreed = Parts.agreed(said, own, rival);
    features.add("part", kind, agreed);
    features.add("part", agreed, sameLanguage ? "same" : "cross");
    if (paired == Paired.FIGURES) {
      Set<Cue.Kind> wholes = new LinkedHashSet<>();
      rivalry.own.forEach(place -> wholes.addAll(Parts.ofWhole(place.line(), place.figure())));
      String agree =
          Parts.agreed(
              Parts.ofWhole(rivalry.sentence, rivalry.figure),
              wholes,
              Parts.ofWhole(rivalry.rival.line(), rivalry.rival.figure()));
      features.add("whole", kind, agree);
    }
  }

  /// Who is told of has the office of one of them, and does what one of them does; a number counts
  /// what one of them counts.
  private void roles(Features features, String kind, Rivalry rivalry) {
    String language = (paired == Paired.NAMES ? "" : "figure ") + (sameLanguage ? "same" : "cross");
    String office = office(rivalry);
    String deed = agreed(rivalry, Roles::deed);
    features.add("office", kind, office);
    features.add("office", office, language);
    features.add("deed", kind, deed);
    features.add("deed", deed, language);
    if (paired == Paired.NAMES) {
      features.add("office and deed", office, deed);
    }
  }

  /// What is told in order is rarely exchanged.
  ///
  /// @param gap by what share of the other figures the rival's place fits their order better
  private void ordered(Features features, String kind, OptionalDouble gap) {
    if (gap.isPresent()) {
      features.add("in order", kind, sameLanguage ? "same" : "cross");
      Chance.steps(
          features, kind + " in order", gap.getAsDouble(), -0.9, -0.5, -0.2, 0.01, 0.3, 0.6);
    }
  }

  /// All figures of a sentence and where the lines have each.
  private record Others(List<Figure> said, List<List<Place>> evidence) {

    /// By what share of the others the order of the lines is that of the sentence if the figure
    /// stands at `rival`, and the pair in its place, more than if it stands at its own; empty if
    /// there are no others in that line.
    OptionalDouble order(Rivalry rivalry) {
      Place rival = rivalry.rival;
      Place own = rivalry.own.isEmpty() ? rival : rivalry.own.getFirst();
      Figure figure = rivalry.figure;
      int others = 0;
      int straight = 0;
      int crossed = 0;
      if (!own.line().equals(rival.line())) {
        return OptionalDouble.empty();
      }
      for (int k = 0; k < said.size(); k++) {
        Figure other = said.get(k);
        Place there = nearest(evidence.get(k), own);
        if (other.equals(figure) || there == null) {
          continue;
        }
        boolean paired = other.equals(rivalry.pair);
        boolean before = other.start() < figure.start();
        int place = there.figure().start();
        others++;
        straight += before == place < own.figure().start() ? 1 : 0;
        crossed +=
            before == (paired ? own.figure().start() : place) < rival.figure().start() ? 1 : 0;
      }
      return others == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((crossed - straight) / (double) others);
    }

    private static @Nullable Place nearest(List<Place> places, Place own) {
      return places.stream()
          .filter(place -> place.line().equals(own.line()))
          .min(
              Comparator.comparingInt(
                  place -> Math.abs(place.figure().start() - own.figure().start())))
          .orElse(null);
    }
  }

  /// Whether the sentence, or the clause, of the rival tells more of what is said than its own.
  private void covered(Features features, String kind, Rivalry rivalry) {
    ReadText sentence = rivalry.sentence;
    Figure figure = rivalry.figure;
    List<Place> own = rivalry.own;
    Place rival = rivalry.rival;
    boolean together = own.stream().anyMatch(place -> place.sharesSentenceWith(rival));
    List<Term> terms = new ArrayList<>();
    List<Clause> clauses =
        together
            ? List.of(Attachments.clauseOf(sentence, figure))
            : Attachments.clausesOf(sentence, figure);
    for (Clause clause : clauses) {
      clause.terms().stream()
          .filter(term -> term.start() >= figure.end() || term.end() <= figure.start())
          .forEach(terms::add);
    }
    double whole = likeness.weight(terms) + 0.5;
    double straight =
        own.stream().mapToDouble(place -> covered(terms, place, together)).max().orElse(0);
    double gap = (covered(terms, rival, together) - straight) / whole;
    String where = together ? " clause" : " sentence";
    features.add("where", kind, where);
    Chance.steps(features, kind + where, gap, -0.5, -0.3, -0.15, -0.05, 0.01, 0.1, 0.2, 0.35, 0.5);
  }

  /// How much of `terms` stands in the clause of a place, or in its sentence.
  private double covered(List<Term> terms, Place place, boolean clauseOnly) {
    Set<Long> keys =
        clauseOnly
            ? LostCues.keys(Attachments.clauseOf(place.line(), place.figure()))
            : sentenceKeys.computeIfAbsent(
                Attachments.clauseOf(place.line(), place.figure()), _ -> sentenceKeys(place));
    return likeness.shared(terms, keys);
  }

  private static Set<Long> sentenceKeys(Place place) {
    Set<Long> keys = new HashSet<>();
    Attachments.clausesOf(place.line(), place.figure())
        .forEach(clause -> keys.addAll(LostCues.keys(clause)));
    return keys;
  }

  /// On how many sides of the figure the same letters stand as there.
  private static int beside(ReadText sentence, Figure figure, Place place) {
    String one = sentence.text();
    String other = place.line().text();
    int there = place.figure().start();
    int behind = place.figure().end();
    boolean before =
        figure.start() >= BESIDE
            && there >= BESIDE
            && one.regionMatches(true, figure.start() - BESIDE, other, there - BESIDE, BESIDE);
    boolean after =
        figure.end() + BESIDE <= one.length()
            && one.regionMatches(true, figure.end(), other, behind, BESIDE);
    return (before ? 1 : 0) + (after ? 1 : 0);
  }
}
