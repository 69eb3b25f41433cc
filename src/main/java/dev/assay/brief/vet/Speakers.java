package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.brief.vet.Cue.Kind;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for sentences that give to one what the cited lines say that another says: the union for
/// the company, 检方 for 法官.
///
/// Who stands before *said* is held against who speaks in the sentence of the lines that tells most
/// of the same, or last before it. Used by one thread.
final class Speakers {

  /// *According to* and what is its like name behind them who speaks.
  private static final Set<Kind> BEFORE = Set.of(Kind.SAID, Kind.CLAIMED);

  private static final int MOST_WORDS = 4;

  /// With less than this of what is said nothing of the lines tells the same.
  private static final double TOLD = 0.15;

  private static final double AGREED = 0.3;

  private final Likeness likeness;
  private final boolean sameLanguage;
  private final Supplier<Features> bags;

  /// @param bags makes an empty bag of features
  Speakers(Likeness likeness, boolean sameLanguage, Supplier<Features> bags) {
    this.likeness = likeness;
    this.sameLanguage = sameLanguage;
    this.bags = bags;
  }

  /// Who speaks, as the sentence has it, and what may be wrong with that.
  record Suspect(Span speaker, Features features) {}

  /// Somebody says something.
  ///
  /// @param place of the words that name the speaker
  record Act(int sentence, Span place, List<Term> speaker, Set<Long> keys) {}

  /// All that somebody says in `text`, in order; a pronoun is nobody.
  static List<Act> acts(ReadText text) {
    List<Act> acts = new ArrayList<>();
    for (Clause clause : text.clauses()) {
      for (Cue cue : clause.cues()) {
        boolean behind = cue.is(Kind.SOURCE);
        if (behind || cue.isAny(BEFORE)) {
          List<Term> speaker = speaker(clause, cue, behind);
          if (!speaker.isEmpty()
              && isBeside(text.text(), speaker.getFirst(), cue)
              && !isText(clause, speaker)) {
            acts.add(act(text, clause, speaker));
          }
        }
      }
    }
    return acts;
  }

  /// Nothing but these may stand between who speaks and the word for it: not *denied it and said*.
  private static final Pattern BETWEEN =
      Pattern.compile("[ \"“”',，《]*(?:has|have|had|also|then|还|也|则|均|都|日|在)?[ ,，\"“”》:：]*");

  private static boolean isBeside(String text, Term nearest, Cue cue) {
    int from = Math.min(nearest.end(), cue.end());
    int to = Math.max(nearest.start(), cue.start());
    return from >= to || BETWEEN.matcher(text.substring(from, to)).matches();
  }

  /// *The article says* names nobody.
  private static boolean isText(Clause clause, List<Term> speaker) {
    Term nearest = speaker.getFirst();
    return clause.cues().stream()
        .anyMatch(
            cue -> cue.is(Kind.TEXT) && cue.start() < nearest.end() && nearest.start() < cue.end());
  }

  private static Act act(ReadText text, Clause clause, List<Term> speaker) {
    int start = speaker.stream().mapToInt(Term::start).min().orElseThrow();
    int end = speaker.stream().mapToInt(Term::end).max().orElseThrow();
    Set<Long> keys = new HashSet<>();
    speaker.forEach(term -> Arrays.stream(term.keys()).forEach(keys::add));
    text.names().stream()
        .filter(name -> name.start() < end && start < name.end())
        .forEach(name -> keys.add(name.key()));
    return new Act(clause.sentence(), new Span(start, end), speaker, keys);
  }

  /// The nearest words on that side of the cue, up to a figure.
  private static List<Term> speaker(Clause clause, Cue cue, boolean behind) {
    List<Term> words = new ArrayList<>();
    List<Term> terms = behind ? clause.terms() : clause.terms().reversed();
    for (Term term : terms) {
      boolean there = behind ? term.start() >= cue.end() : term.end() <= cue.start();
      if (there && term.kind() == Term.Kind.FIGURE || words.size() == MOST_WORDS) {
        break;
      }
      if (there && term.kind() != Term.Kind.PAIR) {
        words.add(term);
      }
    }
    return words;
  }

  /// What the lines tell of one sentence of theirs.
  private record Told(ReadText line, int sentence, double share) {}

  List<Suspect> of(ReadText sentence, List<ReadText> lines) {
    List<Suspect> suspects = new ArrayList<>();
    for (Act act : acts(sentence)) {
      List<Term> said = said(sentence, act);
      Told told = told(said, lines);
      if (told != null && told.share >= TOLD) {
        features(sentence, act, told, lines)
            .ifPresent(features -> suspects.add(new Suspect(act.place(), features)));
      }
    }
    return suspects;
  }

  /// The words of the sentence that do not name the speaker.
  private static List<Term> said(ReadText text, Act act) {
    return text.clauses().stream()
        .filter(clause -> clause.sentence() == act.sentence())
        .flatMap(clause -> clause.terms().stream())
        .filter(term -> !act.speaker().contains(term))
        .toList();
  }

  private @Nullable Told told(List<Term> said, List<ReadText> lines) {
    double whole = likeness.weight(said);
    Told most = null;
    for (ReadText line : lines) {
      int last = line.clauses().isEmpty() ? -1 : line.clauses().getLast().sentence();
      for (int i = 0; i <= last && whole > 0; i++) {
        double share = likeness.shared(said, keys(line, i)) / whole;
        if (most == null || share > most.share) {
          most = new Told(line, i, share);
        }
      }
    }
    return most;
  }

  private static Set<Long> keys(ReadText text, int sentence) {
    return LostCues.keys(
        text.clauses().stream().filter(clause -> clause.sentence() == sentence).toList());
  }

  private Optional<Features> features(ReadText sentence, Act act, Told told, List<ReadText> lines) {
    double whole = likeness.weight(act.speaker());
    List<Act> own = speaking(acts(told.line), told.sentence);
    if (whole == 0 || own.isEmpty()) {
      return Optional.empty();
    }
    double agreed = share(act, own, whole);
    List<Act> others = new ArrayList<>();
    for (ReadText line : lines) {
      acts(line).stream().filter(each -> !own.contains(each)).forEach(others::add);
    }
    double rival = share(act, others, whole);
    Features features = bags.get();
    String language = sameLanguage ? "same" : "cross";
    String which =
        agreed >= AGREED ? rival > agreed ? "both" : "own" : rival >= AGREED ? "rival" : "neither";
    features.add("speaker", which);
    features.add("speaker", which, language);
    boolean here = own.getFirst().sentence() == told.sentence;
    features.add("speaker", which, here ? "here" : "before");
    Chance.steps(features, "speaker own", agreed, 0.01, 0.3, 0.6, 0.9);
    Chance.steps(features, "speaker rival", rival, 0.01, 0.3, 0.6, 0.9);
    double beside = likeness.shared(act.speaker(), keys(told.line, told.sentence)) / whole;
    Chance.steps(features, "speaker beside", beside, 0.01, 0.3, 0.6, 0.9);
    Set<Long> all = new HashSet<>();
    lines.forEach(line -> all.addAll(LostCues.keys(line.clauses())));
    double anywhere = likeness.shared(act.speaker(), all) / whole;
    Chance.steps(features, "speaker anywhere", anywhere, 0.01, 0.3, 0.6, 0.9);
    Chance.steps(features, "speaker told", told.share, 0.25, 0.4, 0.6);
    boolean known = act.speaker().stream().allMatch(term -> term.kind() != Term.Kind.LETTERS);
    features.add("speaker known", known ? "all" : "not all", which);
    boolean named = act.speaker().stream().anyMatch(term -> term.kind() == Term.Kind.NAME);
    features.add("speaker named", named ? "named" : "not named", which);
    if (sameLanguage) {
      Surroundings.in(told.line.text(), sentence.text(), act.place())
          .ifPresent(there -> inPlace(features, sentence, act, told, there));
    }
    return Optional.of(features);
  }

  /// Whether the sentence repeats the line but for who speaks.
  private static void inPlace(
      Features features, ReadText sentence, Act act, Told told, Surroundings.There there) {
    String own = act.place().in(sentence.text());
    boolean same =
        own.equalsIgnoreCase(told.line.text().substring(there.start(), there.end()).strip());
    String what = same ? "speaker in own place" : "speaker in place";
    Chance.steps(features, what, there.agreed(), 6, 9, Surroundings.ALL);
  }

  /// Who speaks in this sentence, or last before it.
  private static List<Act> speaking(List<Act> acts, int sentence) {
    int last =
        acts.stream().mapToInt(Act::sentence).filter(each -> each <= sentence).max().orElse(-1);
    return acts.stream().filter(act -> act.sentence() == last).toList();
  }

  private double share(Act act, List<Act> others, double whole) {
    double most = 0;
    for (Act other : others) {
      most = Math.max(most, likeness.shared(act.speaker(), other.keys()) / whole);
    }
    return most;
  }
}
