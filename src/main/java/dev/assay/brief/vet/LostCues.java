package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.brief.vet.Cue.Kind;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for words of the cited lines that say how far they stand behind what they tell (*not*,
/// *may*, 拟, *according to*), where a sentence tells the same without them; and for denials that
/// only the sentence has, and words of which the lines have the contrary.
///
/// Each such word has a scope, the words that it is said of. The more of the scope the other text
/// has, and the better the clause fits it than any other clause, the likelier the word was lost, or
/// added. Used by one thread.
final class LostCues {

  private static final Set<Kind> FORWARD =
      Set.of(
          Kind.DENIAL,
          Kind.DENYING,
          Kind.POSSIBLE,
          Kind.PLAN,
          Kind.CONSIDERED,
          Kind.EXPECTED,
          Kind.OBLIGED,
          Kind.FUTURE);

  /// *9 percent more* of what fell by 9 percent, where nothing grew and nothing is less.
  private static final Map<Kind, Set<Kind>> CONTRARY_IN_OTHER_WORDS =
      Map.of(
          Kind.UP, Set.of(Kind.LESS),
          Kind.DOWN, Set.of(Kind.MORE),
          Kind.MORE, Set.of(Kind.DOWN),
          Kind.LESS, Set.of(Kind.UP));

  /// What holds for the whole sentence wherever it stands in it.
  private static final Set<Kind> OF_THE_SENTENCE = Set.of(Kind.CONDITION);

  /// What denies.
  static final Set<Kind> DENIALS = Set.of(Kind.DENIAL, Kind.DENYING);

  /// What names who says so.
  static final Set<Kind> SPEAKERS = Set.of(Kind.SAID, Kind.CLAIMED, Kind.SOURCE);

  private static final Set<Kind> SPEECH = Set.of(Kind.SAID, Kind.CLAIMED, Kind.SOURCE, Kind.SAYING);

  /// What a sentence may say in place of each.
  private static final Map<Kind, Set<Kind>> AS_GOOD = new HashMap<>();

  static {
    Set<Kind> open =
        Set.of(
            Kind.POSSIBLE,
            Kind.POSSIBLY,
            Kind.PLAN,
            Kind.CONSIDERED,
            Kind.PLANNING,
            Kind.EXPECTED,
            Kind.EXPECTING,
            Kind.OBLIGED,
            Kind.CONDITION);
    Set<Kind> ahead = new HashSet<>(open);
    ahead.add(Kind.FUTURE);
    AS_GOOD.put(Kind.DENIAL, DENIALS);
    AS_GOOD.put(Kind.DENYING, DENIALS);
    AS_GOOD.put(Kind.POSSIBLE, open);
    AS_GOOD.put(Kind.PLAN, ahead);
    AS_GOOD.put(Kind.CONSIDERED, open);
    AS_GOOD.put(Kind.EXPECTED, ahead);
    AS_GOOD.put(Kind.OBLIGED, ahead);
    AS_GOOD.put(Kind.FUTURE, ahead);
    AS_GOOD.put(Kind.CONDITION, Set.of(Kind.CONDITION, Kind.SUPPOSING));
    AS_GOOD.put(Kind.SAID, SPEECH);
    AS_GOOD.put(Kind.CLAIMED, SPEECH);
    AS_GOOD.put(Kind.SOURCE, SPEECH);
  }

  /// A contrary in another sentence of the lines is looked at if it is said of so much of the same.
  private static final double LEAST_ANSWER = 0.15;

  /// A clause with this share of what a cue is said of tells it.
  private static final double TELLS_IT = 0.4;

  /// What leaves open whether something comes; a sentence that says *already* closes it.
  private static final Set<Kind> OPEN =
      Set.of(
          Kind.POSSIBLE,
          Kind.PLAN,
          Kind.CONSIDERED,
          Kind.EXPECTED,
          Kind.OBLIGED,
          Kind.FUTURE,
          Kind.CONDITION);

  /// What is lost only where a sentence says that it has come.
  private static final Set<Kind> AHEAD = Set.of(Kind.OBLIGED, Kind.FUTURE);

  /// The standing of a cue that the other text leaves out of words that it has otherwise.
  private static final String CUT = "cut";

  private static final Pattern JOINED = Pattern.compile("\\b(?:and|or|nor)\\b|[、和或及与]");

  private static final double FADE = 5;
  private static final double BEFORE = 0.35;

  /// A clause behind that of the cue may still be what it is said of: *denied that Lund, who ...,
  /// had left*.
  private static final double NEXT_CLAUSE = 0.5;

  /// What denies that something is so, which a clause may part: *denied that Lund, who ..., had
  /// left*. Of other words nothing of the next clause is meant where one stands behind them.
  private static final int MOST_OF_DENIED = 1;

  /// Of lines with more clauses those are looked at that have most of what the sentence tells: each
  /// is held against all others.
  private static final int MOST_CLAUSES = 200;

  private final Contraries contraries;
  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// @param bags makes an empty bag of features
  LostCues(
      Contraries contraries, Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.contraries = contraries;
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// A word that may have been lost.
  ///
  /// @param words as they stand in the text that has it
  /// @param added whether the sentence has it, and not the lines
  record Suspect(Kind kind, boolean added, String words, Features features) {}

  /// @param denied whether a rule says that a denial was lost
  List<Suspect> of(ReadText sentence, List<ReadText> cited, boolean denied) {
    List<ReadText> lines = near(sentence, cited);
    List<Suspect> suspects = new ArrayList<>();
    look(lines, List.of(sentence), kind -> AS_GOOD.containsKey(kind), false, suspects);
    if (denied) {
      suspects.stream()
          .filter(suspect -> DENIALS.contains(suspect.kind()))
          .forEach(
              suspect -> {
                suspect.features().add("told");
                suspect.features().add("told", sameLanguage ? "same" : "cross");
              });
    }
    look(List.of(sentence), lines, Kind.DENIAL::equals, true, suspects);
    turned(sentence, lines, suspects);
    return suspects;
  }

  private List<ReadText> near(ReadText sentence, List<ReadText> lines) {
    List<Clause> all = lines.stream().flatMap(line -> line.clauses().stream()).toList();
    if (all.size() <= MOST_CLAUSES) {
      return lines;
    }
    Set<Long> told = new HashSet<>();
    sentence.clauses().forEach(clause -> told.addAll(keys(clause)));
    IdentityHashMap<Clause, Double> shared = new IdentityHashMap<>();
    all.forEach(clause -> shared.put(clause, likeness.shared(clause.terms(), told)));
    Set<Clause> nearest = Collections.newSetFromMap(new IdentityHashMap<>());
    all.stream()
        .sorted(Comparator.comparingDouble((Clause clause) -> -shared.getOrDefault(clause, 0.0)))
        .limit(MOST_CLAUSES)
        .forEach(nearest::add);
    return lines.stream()
        .map(
            line ->
                new ReadText(
                    line.text(),
                    line.clauses().stream().filter(nearest::contains).toList(),
                    line.figures(),
                    line.names()))
        .toList();
  }

  /// A cue of one text, and the clause of the other that tells most of what it is said of.
  private record Met(
      ReadText text,
      Clause clause,
      Cue cue,
      Kind kind,
      List<Scoped> scope,
      double mass,
      Best told,
      Directions.Told way,
      @Nullable InPlace there) {

    Clause best() {
      return told.clause;
    }

    boolean isHere(Set<Kind> any) {
      return OF_THE_SENTENCE.contains(kind) ? told.sentenceHas(any) : told.clauseHas(any);
    }

    /// What share of the scope the words with these keys are.
    double share(double part) {
      return part / mass;
    }
  }

  private record Scoped(Term term, double share) {}

  /// The cues that the other text has in the place of a cue.
  private record InPlace(List<Cue> cues, int agreed) {
    boolean has(Set<Kind> any) {
      return cues.stream().anyMatch(cue -> cue.isAny(any));
    }
  }

  /// What the other text has where the cue stands between the same letters; null if nothing does.
  private @Nullable InPlace inPlace(ReadText text, Cue cue, List<ReadText> to) {
    InPlace best = null;
    for (ReadText other : sameLanguage ? to : List.<ReadText>of()) {
      Surroundings.There there =
          Surroundings.in(other.text(), text.text(), new Span(cue.start(), cue.end())).orElse(null);
      if (there != null && (best == null || there.agreed() > best.agreed)) {
        List<Cue> cues =
            other.clauses().stream()
                .flatMap(clause -> clause.cues().stream())
                .filter(each -> each.start() < there.end())
                .filter(each -> each.end() > there.start())
                .toList();
        best = new InPlace(cues, there.agreed());
      }
    }
    return best;
  }

  /// Whether the other text has the same but for the cue, and, of what limits a sentence, fewer in
  /// all: it may be told first, once.
  private static boolean isCut(Met met, Set<Kind> asGood) {
    return met.there != null
        && !OF_THE_SENTENCE.contains(met.kind)
        && !SPEECH.contains(met.kind)
        && !met.there.has(asGood)
        && (DENIALS.contains(met.kind)
            || count(met.told.sentence, asGood) < count(sentenceOf(met.text, met.clause), asGood));
  }

  /// The clause that tells most of something.
  ///
  /// @param sentence all clauses of its sentence
  private record Best(ReadText text, Clause clause, List<Clause> sentence) {

    /// Whether it says one thing of several: a denial may be told of each of them.
    boolean isJoined() {
      String words = text.text().substring(clause.start(), clause.end());
      return JOINED.matcher(words).find();
    }

    boolean clauseHas(Set<Kind> any) {
      return has(List.of(clause), any);
    }

    boolean sentenceHas(Set<Kind> any) {
      return has(sentence, any);
    }
  }

  private static List<Clause> sentenceOf(ReadText text, Clause clause) {
    return text.clauses().stream().filter(each -> each.sentence() == clause.sentence()).toList();
  }

  private static boolean has(List<Clause> clauses, Set<Kind> any) {
    return count(clauses, any) > 0;
  }

  private static int count(List<Clause> clauses, Set<Kind> any) {
    int count = 0;
    for (Clause clause : clauses) {
      for (Cue cue : clause.cues()) {
        count += cue.isAny(any) ? 1 : 0;
      }
    }
    return count;
  }

  /// Looks for cues of `from` that `to` does not have.
  private void look(
      List<ReadText> from,
      List<ReadText> to,
      Predicate<Kind> kinds,
      boolean added,
      List<Suspect> found) {
    List<Clause> all = to.stream().flatMap(other -> other.clauses().stream()).toList();
    List<Met> kept = new ArrayList<>();
    for (Met met : met(from, to, kinds)) {
      Set<Kind> asGood = AS_GOOD.getOrDefault(met.kind, Set.of());
      boolean here = met.isHere(asGood);
      boolean cut = isCut(met, asGood);
      boolean undone = here && met.kind.equals(Kind.DENIAL) && tellsOnlyWhatIsDenied(met);
      boolean anywhere = has(all, asGood);
      boolean spoken = anywhere && SPEECH.contains(met.kind);
      if (cut && mayBeWrong(met)) {
        found.add(suspect(met, from, to, added, CUT));
      } else if (undone) {
        found.add(suspect(met, from, to, added, "undone"));
      } else if (!here && !spoken && mayBeWrong(met)) {
        String standing = met.told.sentenceHas(asGood) ? "beside" : anywhere ? "elsewhere" : "";
        found.add(suspect(met, from, to, added, standing));
      } else if (here
          && met.kind.equals(Kind.DENIAL)
          && met.share(mass(met.scope, keys(met.best()))) > TELLS_IT) {
        kept.add(met);
      }
    }
    for (Met met : kept) {
      long claimed = kept.stream().filter(each -> each.best().equals(met.best())).count();
      if (claimed > count(List.of(met.best()), DENIALS)) {
        found.add(suspect(met, from, to, added, "fewer"));
      }
    }
  }

  /// A denial is wrong where the other text has no contrary in its place: *stays open* of *does not
  /// close*; what is ahead where that says that it has come.
  private boolean mayBeWrong(Met met) {
    if (AHEAD.contains(met.kind)) {
      return met.told.clauseHas(Set.of(Kind.DONE));
    }
    List<Clause> own = List.of(met.clause);
    return !DENIALS.contains(met.kind)
        || !areContrary(own, List.of(met.best())) && !areContrary(own, met.told.sentence);
  }

  /// Looks for words of `sentence` of which the lines have the contrary.
  private void turned(ReadText sentence, List<ReadText> lines, List<Suspect> found) {
    for (Met met : met(List.of(sentence), lines, contraries::has)) {
      Set<Kind> others = new HashSet<>(contraries.of(met.kind));
      others.addAll(CONTRARY_IN_OTHER_WORDS.getOrDefault(met.kind, Set.of()));
      double answer = answer(met, lines, others);
      Set<Kind> exact = contraries.of(met.kind);
      boolean asDenied =
          denies(List.of(met.clause), met.kind, exact)
                  == denies(List.of(met.best()), met.kind, exact)
              || areContrary(List.of(met.clause), List.of(met.best()), met.kind);
      boolean told = asDenied && (met.told.sentenceHas(others) || answer >= LEAST_ANSWER);
      boolean cut = met.there != null && met.there.has(others) && !met.there.has(Set.of(met.kind));
      if (cut
          || met.way == Directions.Told.CONTRARY
          || met.way == Directions.Told.NOTHING && told) {
        Suspect suspect = suspect(met, List.of(sentence), lines, true, cut ? CUT : "");
        turned(suspect.features(), met, others, answer);
        found.add(suspect);
      }
    }
  }

  /// Where the lines have the contrary of a word and where the word itself, and what each is said
  /// of there.
  private void turned(Features features, Met met, Set<Kind> others, double answer) {
    Set<Kind> same = contraries.asGood(met.kind);
    Set<Kind> exact = contraries.of(met.kind);
    String contrary = place(met.told, others);
    String own = place(met.told, same);
    String language = sameLanguage ? "same" : "cross";
    features.add("contrary", contrary, own);
    features.add("contrary", contrary, own + language);
    features.add("contrary", contrary);
    Chance.steps(features, "contrary answer", answer, 0.05, 0.15, 0.3, 0.5, 0.7);
    double gap = answer - answer(met, List.of(met.told.text), same);
    Chance.steps(features, "contrary gap", gap, -0.3, -0.1, 0.01, 0.1, 0.3, 0.5);
    Chance.steps(features, "contrary gap " + language, gap, -0.1, 0.01, 0.2, 0.4);
    if (met.way == Directions.Told.CONTRARY) {
      features.add("way");
    }
    if (has(List.of(met.clause), others)) {
      features.add("contrary both", own);
    }
    if (!met.told.sentenceHas(exact)) {
      features.add("contrary in other words");
    }
    if (Directions.BESIDE.contains(met.kind)) {
      features.add("contrary of a figure", contrary, own);
    }
  }

  private static String place(Best told, Set<Kind> any) {
    return told.clauseHas(any) ? "clause" : told.sentenceHas(any) ? "sentence" : "away";
  }

  /// Whether something denies that is neither of `kind` nor its contrary: *refused* is no denial of
  /// *accepted*, but its contrary.
  private static boolean denies(List<Clause> clauses, Kind kind, Set<Kind> contraries) {
    return clauses.stream()
        .flatMap(clause -> clause.cues().stream())
        .anyMatch(cue -> cue.is(Kind.DENIAL) && !cue.is(kind) && !cue.isAny(contraries));
  }

  private boolean areContrary(List<Clause> one, List<Clause> other) {
    return areContrary(one, other, Kind.NONE);
  }

  /// Whether the two are contrary in a word that is neither of `but` nor its contrary: *not open in
  /// winter* of *closed in summer*.
  private boolean areContrary(List<Clause> one, List<Clause> other, Kind but) {
    return contraries.all().entrySet().stream()
        .filter(pair -> !pair.getKey().equals(but) && !pair.getValue().contains(but))
        .anyMatch(
            pair ->
                isOnly(one, Set.of(pair.getKey()), pair.getValue())
                    && isOnly(other, pair.getValue(), Set.of(pair.getKey())));
  }

  private static boolean isOnly(List<Clause> clauses, Set<Kind> kinds, Set<Kind> others) {
    return has(clauses, kinds) && !has(clauses, others);
  }

  /// Whether the clause has no denial but that which is denied: *opposes* of *does not oppose*.
  private static boolean tellsOnlyWhatIsDenied(Met met) {
    long denied =
        met.clause.cues().stream()
            .filter(each -> each.is(Kind.DENYING) && !each.equals(met.cue))
            .count();
    return denied > 0
        && count(List.of(met.best()), DENIALS) <= denied
        && !met.told.clauseHas(Set.of(Kind.DENIAL));
  }

  /// The cues of `from` of which `to` has something.
  private List<Met> met(List<ReadText> from, List<ReadText> to, Predicate<Kind> kinds) {
    List<Met> found = new ArrayList<>();
    for (ReadText text : from) {
      for (Clause clause : text.clauses()) {
        for (Cue cue : clause.cues()) {
          List<Kind> wanted = cue.kinds().stream().filter(kinds).toList();
          InPlace there = wanted.isEmpty() ? null : inPlace(text, cue, to);
          wanted.stream()
              .flatMap(kind -> met(text, clause, cue, kind, to, there).stream())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Met> met(
      ReadText text,
      Clause clause,
      Cue cue,
      Kind kind,
      List<ReadText> to,
      @Nullable InPlace there) {
    List<Scoped> scope = scope(text, clause, cue, kind);
    double whole = mass(scope, null);
    Best best = best(scope, to);
    if (best == null || whole <= 0) {
      return Optional.empty();
    }
    Directions.Told way = Directions.told(text, clause, cue, kind, contraries.of(kind), to);
    return Optional.of(new Met(text, clause, cue, kind, scope, whole, best, way, there));
  }

  private @Nullable Best best(List<Scoped> scope, List<ReadText> texts) {
    Clause best = null;
    ReadText holder = null;
    double most = 0;
    for (ReadText text : texts) {
      for (Clause clause : text.clauses()) {
        double mass = mass(scope, keys(clause));
        if (mass > most) {
          most = mass;
          best = clause;
          holder = text;
        }
      }
    }
    return best == null || holder == null ? null : new Best(holder, best, sentenceOf(holder, best));
  }

  /// @param standing `beside` if another clause of the sentence has a cue as good, `elsewhere` if
  ///   another sentence has, `fewer` if this clause has, but not so many, `undone` if it has only
  ///   what is denied, `cut` if it repeats this text but for the cue; or empty
  private Suspect suspect(
      Met met, List<ReadText> from, List<ReadText> to, boolean added, String standing) {
    Set<Long> all = new HashSet<>();
    to.forEach(other -> other.clauses().forEach(each -> all.addAll(keys(each))));
    double match = met.share(mass(met.scope, all));
    boolean whole = OF_THE_SENTENCE.contains(met.kind);
    List<Clause> conditional = whole ? sentenceOf(met.text, met.clause) : List.of(met.clause);
    double own = covered(met.best(), keys(conditional));
    double plain = 0;
    double plainScope = 0;
    for (ReadText other : from) {
      for (Clause each : other.clauses()) {
        // what holds only if is no plain word of the same
        boolean isPlain =
            whole
                ? each.sentence() != met.clause.sentence() || !other.equals(met.text)
                : each.cues().stream().noneMatch(mark -> mark.is(met.kind));
        if (isPlain) {
          plain = Math.max(plain, covered(met.best(), keys(each)));
          if (each.start() != met.clause.start() || !other.equals(met.text)) {
            plainScope = Math.max(plainScope, met.share(mass(met.scope, keys(each))));
          }
        }
      }
    }
    Features features = bags.get();
    String name = contraries.has(met.kind) ? "turned" : added ? "added" : met.kind.word();
    // words of their own: what lacks in a sentence says another thing than what is too many
    String group = added || whole || met.kind.equals(Kind.DENYING) ? name + " " : "";
    features.add("cue", name);
    features.add("cue", name, sameLanguage ? "same" : "cross");
    Chance.steps(features, group + "match", match, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    Chance.steps(features, group + "own", own, 0.2, 0.35, 0.5, 0.65, 0.8);
    Chance.steps(
        features, group + "over plain", own - plain, -0.4, -0.2, -0.1, 0.01, 0.1, 0.2, 0.4);
    Chance.steps(features, group + "plain scope", plainScope, 0.3, 0.5, 0.7);
    if (group.isEmpty()) {
      features.add("language", sameLanguage ? "same" : "cross");
      Chance.steps(features, "match " + name, match, 0.4, 0.6, 0.8);
      Chance.steps(features, "own " + name, own, 0.35, 0.65);
    }
    if (sameLanguage) {
      Chance.steps(features, group + "same match", match, 0.5, 0.7, 0.9);
      Chance.steps(features, group + "same own", own, 0.5, 0.7, 0.9);
    }
    if (headMatches(met.scope, all)) {
      features.add(group + "head");
      features.add("head", name);
    }
    if (!standing.isEmpty()) {
      features.add(standing, name);
      if (standing.equals("fewer") && met.told.isJoined()) {
        features.add("fewer joined", name);
      }
    }
    if (met.there != null) {
      String place = standing.equals(CUT) ? CUT : "kept";
      Chance.steps(features, place + " in place", met.there.agreed, 0, 9, Surroundings.ALL);
    }
    answered(features, met, to, name);
    if (to.stream().mapToInt(other -> other.clauses().size()).sum() == 1) {
      features.add(group + "one clause");
    }
    String words = met.text.text().substring(met.cue.start(), met.cue.end());
    Kind kind = met.cue.is(Cue.DATED) ? Cue.DATED : met.kind;
    return new Suspect(kind, added, words, features);
  }

  /// What speaks for the cue's being told elsewhere in the other text, or against it.
  private void answered(Features features, Met met, List<ReadText> to, String name) {
    String language = sameLanguage ? "same" : "cross";
    if (met.told.clauseHas(Set.of(Kind.DONE))) {
      if (OPEN.contains(met.kind)) {
        features.add("done");
        features.add("done", language);
      } else if (met.kind.equals(Kind.DENIAL)) {
        features.add("done", name, language); // 已 of *not yet*
      }
    }
    if (met.kind.equals(Kind.CONDITION) && met.told.sentenceHas(OPEN)) {
      features.add("open");
    }
    if (DENIALS.contains(met.kind)) {
      int own = count(sentenceOf(met.text, met.clause), Set.of(Kind.DENIAL));
      int there = count(met.told.sentence, Set.of(Kind.DENIAL));
      int any = count(met.told.sentence, DENIALS);
      features.add("denials", name, own > there ? "more" : own == there ? "as many" : "fewer");
      features.add("denials of any kind", name, own > any ? "more" : "as many");
      int all = count(met.text.clauses(), DENIALS);
      int told = to.stream().mapToInt(other -> count(other.clauses(), DENIALS)).sum();
      features.add("all denials", name, all > told ? "more" : all == told ? "as many" : "fewer");
    }
    double answer = answer(met, to, asGood(met.kind));
    Chance.steps(features, name + " answer", answer, 0.05, 0.15, 0.3, 0.5, 0.7);
  }

  private Set<Kind> asGood(Kind kind) {
    return contraries.has(kind) ? contraries.asGood(kind) : AS_GOOD.getOrDefault(kind, Set.of());
  }

  /// What share of the scope is that of a cue of `any` of the other text.
  private double answer(Met met, List<ReadText> to, Set<Kind> any) {
    double most = 0;
    for (ReadText text : to) {
      for (Clause clause : text.clauses()) {
        for (Cue cue : clause.cues()) {
          if (cue.isAny(any)) {
            most = Math.max(most, met.share(mass(met.scope, keysOf(text, clause, cue, met.kind))));
          }
        }
      }
    }
    return most;
  }

  private Set<Long> keysOf(ReadText text, Clause clause, Cue cue, Kind kind) {
    Set<Long> keys = new HashSet<>();
    for (Scoped each : scope(text, clause, cue, kind)) {
      Arrays.stream(each.term().keys()).forEach(keys::add);
    }
    return keys;
  }

  /// The share of the words of `clause` that have a key of `keys`.
  private double covered(Clause clause, Set<Long> keys) {
    double whole = likeness.weight(clause.terms());
    return whole == 0 ? 0 : likeness.shared(clause.terms(), keys) / whole;
  }

  private double mass(List<Scoped> scope, @Nullable Set<Long> keys) {
    return scope.stream()
        .filter(each -> keys == null || Likeness.isAmong(each.term(), keys))
        .mapToDouble(each -> each.share() * likeness.weight(each.term()))
        .sum();
  }

  private static boolean headMatches(List<Scoped> scope, Set<Long> keys) {
    return scope.stream()
        .filter(each -> each.term().kind() != Term.Kind.PAIR)
        .max(Comparator.comparingDouble(Scoped::share))
        .filter(head -> Likeness.isAmong(head.term(), keys))
        .isPresent();
  }

  static Set<Long> keys(Clause clause) {
    return keys(List.of(clause));
  }

  static Set<Long> keys(List<Clause> clauses) {
    Set<Long> keys = new HashSet<>();
    for (Clause clause : clauses) {
      for (Term term : clause.terms()) {
        for (long key : term.keys()) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /// Adds the words of the clauses behind `clause` in its sentence.
  private static void addNext(ReadText text, Clause clause, int after, List<Scoped> scope) {
    int passed = after;
    for (Clause each : sentenceOf(text, clause)) {
      if (each.start() > clause.start()) {
        for (Term term : each.terms()) {
          scope.add(new Scoped(term, NEXT_CLAUSE * Math.exp(-passed / FADE)));
          passed += term.kind() == Term.Kind.PAIR ? 0 : 1;
        }
      }
    }
  }

  /// What a cue is said of: the words behind it more than those before it, the nearest most; or the
  /// rest of its sentence.
  private List<Scoped> scope(ReadText text, Clause clause, Cue cue, Kind kind) {
    List<Scoped> scope = new ArrayList<>();
    boolean bothWays = contraries.has(kind);
    if (bothWays || FORWARD.contains(kind)) {
      int after = 0;
      int before = 0;
      List<Term> terms = clause.terms();
      for (Term term : terms) {
        if (term.kind() == Term.Kind.FIGURE && term.start() == cue.start()) {
          scope.add(new Scoped(term, 1)); // a day to come
        }
        if (term.start() >= cue.end()) {
          scope.add(new Scoped(term, Math.exp(-after / FADE)));
          after += term.kind() == Term.Kind.PAIR ? 0 : 1;
        }
      }
      for (int i = terms.size() - 1; i >= 0; i--) {
        Term term = terms.get(i);
        if (term.end() <= cue.start()) {
          scope.add(new Scoped(term, (bothWays ? 1 : BEFORE) * Math.exp(-before / FADE)));
          before += term.kind() == Term.Kind.PAIR ? 0 : 1;
        }
      }
      if (!bothWays && after <= (cue.is(Kind.DENIED) ? MOST_OF_DENIED : 0)) {
        addNext(text, clause, after, scope);
      }
      return scope;
    }
    for (Clause each : text.clauses()) {
      if (each.sentence() == clause.sentence()) {
        boolean same = each.start() == clause.start();
        for (Term term : each.terms()) {
          boolean behind = term.start() >= cue.end();
          boolean in = kind.equals(Kind.CONDITION) ? !same || !behind : !same || behind;
          if (in && !(kind.equals(Kind.SOURCE) && same)) {
            scope.add(new Scoped(term, 1));
          }
        }
      }
    }
    return scope;
  }
}
