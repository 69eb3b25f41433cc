package dev.assay.ask;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.cite.Span;
import dev.assay.search.AskedTerms.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a question of several things apart: *when were A and B founded* is one question of A and
/// one of B. No sentence on the one tells anything of the other, and a sentence that has both names
/// is mostly about neither.
final class ThingsApart {

  /// More things than this are a list of names, not things that are set side by side.
  private static final int MOST = 3;

  /// A name stands in a sentence with this much of it.
  private static final double STANDS = 0.5;

  private static final Pattern JOINED = Pattern.compile("[\\s.,&'’·]*");

  private final AskedQuestion question;
  private final boolean[] proper;
  private final AskWords words;

  private ThingsApart(AskedQuestion question, boolean[] proper, AskWords words) {
    this.question = question;
    this.proper = proper;
    this.words = words;
  }

  /// One of the things.
  ///
  /// @param question of it alone
  /// @param names as the question has them
  record Thing(AskedQuestion question, List<String> names) {}

  /// Names that stand side by side, with the days and numbers behind them.
  private record Group(List<Integer> names, Set<Integer> with, Set<TimeExpression> times) {
    Group() {
      this(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    }
  }

  /// The question of each thing by itself, in the order in which they stand; none if it is not
  /// asked of several, or not of each: a sentence that has all of them may tell what is between
  /// them.
  ///
  /// @param proper which of its terms are names
  /// @param candidates the sentences that may answer it
  static List<Thing> of(
      AskedQuestion question,
      boolean[] proper,
      AskWords words,
      List<CandidateSentence> candidates) {
    ThingsApart things = new ThingsApart(question, proper, words);
    boolean apart =
        question.kind() == AskedKind.COMPARE || words.asksApart(AskWords.plain(question.text()));
    List<Thing> parts =
        things.parts(
            apart && question.chinese() ? things.phrases() : things.chains(things.groups()));
    return apart || !parts.isEmpty() && candidates.stream().noneMatch(things::hasAll)
        ? parts
        : List.of();
  }

  /// Whether a sentence has all names that are set side by side.
  private boolean hasAll(CandidateSentence candidate) {
    return chains(groups()).stream()
        .filter(chain -> chain.size() > 1)
        .flatMap(List::stream)
        .flatMap(group -> group.names().stream())
        .allMatch(term -> candidate.own().degrees()[term] >= STANDS);
  }

  private List<Thing> parts(List<List<Group>> chains) {
    int things = chains.stream().mapToInt(List::size).max().orElse(0);
    boolean even = chains.stream().allMatch(one -> one.size() == 1 || one.size() == things);
    if (things < 2 || things > MOST || !even) {
      return List.of();
    }
    List<Thing> parts = new ArrayList<>();
    for (int thing = 0; thing < things; thing++) {
      parts.add(part(chains, thing));
    }
    return parts;
  }

  /// The question without what belongs to the other things.
  private Thing part(List<List<Group>> chains, int thing) {
    Set<Integer> left = new HashSet<>();
    Set<TimeExpression> times = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<Group> chain : chains) {
      for (int i = 0; i < chain.size(); i++) {
        if (chain.size() > 1 && i != thing) {
          left.addAll(chain.get(i).names());
          left.addAll(chain.get(i).with());
          times.addAll(chain.get(i).times());
        } else if (chain.size() > 1) {
          names.add(name(chain.get(i)));
        }
      }
    }
    return new Thing(question.without(left, times), List.copyOf(names));
  }

  private Span span(int term) {
    return question.terms().terms().get(term).span();
  }

  private String name(Group group) {
    int start = span(group.names().getFirst()).start();
    return question.text().substring(start, span(group.names().getLast()).end());
  }

  private String between(int term, int next) {
    int start = span(term).end();
    int end = span(next).start();
    return end > start ? question.text().substring(start, end) : "";
  }

  /// Names that nothing but a mark stands between are one; a day or a number belongs to the names
  /// before it.
  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < question.size(); i++) {
      Term term = question.terms().terms().get(i);
      boolean timed = time(term) != null;
      if (!timed && !term.number() && proper[i]) {
        if (last < 0 || !JOINED.matcher(between(last, i)).matches()) {
          groups.add(new Group());
        }
        groups.getLast().names().add(i);
        last = i;
      } else if ((timed || term.number()) && !groups.isEmpty()) {
        groups.getLast().with().add(i);
        TimeExpression time = time(term);
        if (time != null) {
          groups.getLast().times().add(time);
        }
      }
    }
    return groups;
  }

  /// What stands on both sides of a word that binds, up to the ends of its phrase: where Chinese
  /// names stand side by side most of them are in no list.
  private List<List<Group>> phrases() {
    String plain = AskWords.plain(question.text());
    List<List<Group>> chains = new ArrayList<>();
    for (Span phrase : between(words.phraseEnds(plain), new Span(0, plain.length()))) {
      List<Group> chain =
          between(words.joins(plain), phrase).stream()
              .map(this::group)
              .filter(group -> !group.names().isEmpty())
              .toList();
      if (chain.size() > 1) {
        chains.add(chain);
      }
    }
    return chains;
  }

  /// The stretches between marks that stand outside the terms.
  private List<Span> between(List<MatchResult> marks, Span within) {
    List<Span> stretches = new ArrayList<>();
    int start = within.start();
    for (MatchResult found : marks) {
      Span mark = new Span(found.start(), found.end());
      if (within.contains(mark) && mark.start() >= start && !isInATerm(mark)) {
        if (mark.start() > start) {
          stretches.add(new Span(start, mark.start()));
        }
        start = mark.end();
      }
    }
    if (within.end() > start) {
      stretches.add(new Span(start, within.end()));
    }
    return stretches;
  }

  private boolean isInATerm(Span mark) {
    return question.terms().terms().stream().anyMatch(term -> term.span().overlaps(mark));
  }

  private Group group(Span stretch) {
    Group group = new Group();
    for (int i = 0; i < question.size(); i++) {
      Term term = question.terms().terms().get(i);
      if (term.span().overlaps(stretch)) {
        TimeExpression time = time(term);
        if (time != null) {
          group.with().add(i);
          group.times().add(time);
        } else if (term.number()) {
          group.with().add(i);
        } else if (question.weight(i) > 0) {
          group.names().add(i);
        }
      }
    }
    return group;
  }

  private @Nullable TimeExpression time(Term term) {
    return question.times().stream()
        .filter(time -> time.span().overlaps(term.span()))
        .findFirst()
        .orElse(null);
  }

  /// Groups that are set side by side stand in one chain, each other in one of its own.
  private List<List<Group>> chains(List<Group> groups) {
    List<List<Group>> chains = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      boolean beside =
          i > 0
              && words.join(
                  AskWords.plain(
                      between(
                          groups.get(i - 1).names().getLast(), groups.get(i).names().getFirst())));
      if (!beside) {
        chains.add(new ArrayList<>());
      }
      chains.getLast().add(groups.get(i));
    }
    return chains;
  }
}
