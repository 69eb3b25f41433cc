package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Chooses the bullets of a brief and puts them into groups that can be named.
///
/// An article with sub-headings is told by its own sections. Any other by its themes: every bullet
/// of a group holds the words of its heading, and stands near another one or shares a further word
/// with it. What is worth telling and belongs to no theme stands first, without a heading.
final class Outline {

  private static final int MOST_GROUPS = 5;
  private static final int MOST_IN_GROUP = 4;

  /// The best sentences are taken whatever they are about: that many, and that many of them may
  /// stand without a heading.
  private static final int BEST = 3;

  private static final int BEST_BEFORE = 2;

  /// Where themes do not fill a brief, so many may stand without a heading.
  private static final int MOST_WITHOUT_HEADING = 6;

  private static final double WEAKEST = 0.45;

  /// Paragraphs that far apart are one stretch of the text.
  private static final int STRETCH = 2;

  /// A word of a larger share of the sentences joins nothing.
  private static final double COMMON = 0.25;

  /// So often a word may stand in a short text.
  private static final int SELDOM = 3;

  private final Draft draft;
  private final Choice choice;
  private final CandidateSentence viewpoint;
  private final int count;
  private final Map<CandidateSentence, String> headings = new LinkedHashMap<>();

  private Outline(Draft draft, Choice choice, CandidateSentence viewpoint, int count) {
    this.draft = draft;
    this.choice = choice;
    this.viewpoint = viewpoint;
    this.count = count;
  }

  /// The groups of `draft`, of about `count` bullets in all, in the order of the text.
  ///
  /// @param viewpoint what `choice` took first
  static List<Group> of(Draft draft, Choice choice, CandidateSentence viewpoint, int count) {
    Outline outline = new Outline(draft, choice, viewpoint, count);
    SectionHeadings sections = new SectionHeadings(draft);
    if (sections.areWorthUsing()) {
      outline.takeSections(sections);
    } else {
      outline.takeThemes();
    }
    outline.dropLoneHeading();
    return outline.groups();
  }

  /// One heading over a few of many bullets says only that the others have none.
  private void dropLoneHeading() {
    long below = headings.values().stream().filter(heading -> !heading.isEmpty()).count();
    if (groupsTaken() == 1 && 2 * below < headings.size()) {
      headings.replaceAll((_, _) -> "");
    }
  }

  /// No sentence that points to what is not shown: what it refers to must stand in the viewpoint.
  private boolean standsWell(CandidateSentence candidate) {
    return candidate.fitness() > WEAKEST
        && (candidate.refersTo().isEmpty() || viewpoint.tells(candidate.refersTo()));
  }

  /// The same, or the heading above it tells what it refers to.
  private boolean standsUnder(String heading, CandidateSentence candidate) {
    return standsWell(candidate)
        || candidate.fitness() > WEAKEST
            && draft.tongue().folded(heading).contains(candidate.refersTo());
  }

  private int groupCount() {
    return Math.clamp(Math.round(count / 2.5f), 1, MOST_GROUPS);
  }

  /// The sections that say most, one sentence of each, then a second or third, and the best of what
  /// stands before the first.
  private void takeSections(SectionHeadings sections) {
    int groups = Math.clamp(sections.count(), 1, MOST_GROUPS);
    int most = Math.max(2, Math.ceilDiv(count, groups));
    int mostBefore = sections.leaveMuchOut() ? MOST_IN_GROUP : BEST_BEFORE;
    take(
        groups,
        candidate ->
            !sections.of(candidate).isEmpty()
                && size(sections.of(candidate)) == 0
                && standsUnder(sections.of(candidate), candidate),
        sections::of);
    take(
        Math.max(count, 2 * groups) - headings.size(),
        candidate -> {
          int size = size(sections.of(candidate));
          boolean room =
              sections.of(candidate).isEmpty()
                  ? size < mostBefore
                  : size < most && (size > 0 || groupsTaken() < groups);
          return room && standsUnder(sections.of(candidate), candidate);
        },
        sections::of);
  }

  private long groupsTaken() {
    return headings.values().stream().filter(heading -> !heading.isEmpty()).distinct().count();
  }

  private interface Heading {
    String of(CandidateSentence candidate);
  }

  private int take(int most, Predicate<CandidateSentence> allowed, Heading heading) {
    int taken = 0;
    while (taken < most) {
      CandidateSentence next = choice.next(allowed, count).orElse(null);
      if (next == null) {
        break;
      }
      headings.put(next, heading.of(next));
      taken++;
    }
    return taken;
  }

  /// The best sentences first; then the themes that at least two sentences can tell; then more of
  /// those.
  private void takeThemes() {
    take(Math.min(BEST, count), this::standsWell, _ -> "");
    List<Theme> taken = new ArrayList<>();
    for (Theme theme : Themes.of(draft)) {
      boolean other =
          taken.stream().noneMatch(before -> before.phrase().sharesWordWith(theme.phrase()));
      if (taken.size() < groupCount() && other && fill(theme)) {
        taken.add(theme);
      }
    }
    while (headings.size() < count
        && take(
                1,
                candidate -> standsWell(candidate) && hasRoom(taken, candidate),
                candidate -> heading(taken, candidate))
            > 0) {}
    take(
        Math.min(count - headings.size(), MOST_WITHOUT_HEADING - size("")),
        this::standsWell,
        _ -> "");
  }

  /// Puts two sentences under `theme`, of those already taken or of others; false if there are not
  /// so many.
  private boolean fill(Theme theme) {
    List<CandidateSentence> held = new ArrayList<>();
    headings.forEach(
        (candidate, heading) -> {
          if (heading.isEmpty() && theme.isIn(candidate) && goesWith(held, theme, candidate)) {
            held.add(candidate);
          }
        });
    while (held.size() < 2) {
      CandidateSentence next =
          choice
              .next(one -> standsWell(one) && theme.isIn(one) && goesWith(held, theme, one), count)
              .orElse(null);
      if (next == null) {
        return false;
      }
      held.add(next);
    }
    held.forEach(candidate -> headings.put(candidate, text(theme)));
    return true;
  }

  /// Whether `one` belongs with all of `group`: it stands near, or shares a word that is neither
  /// the heading's nor the whole article's.
  private boolean goesWith(
      Collection<CandidateSentence> group, Theme theme, CandidateSentence one) {
    return group.stream()
        .allMatch(
            other ->
                Math.abs(other.paragraph() - one.paragraph()) <= STRETCH
                    || sharesFurtherWord(theme, one, other));
  }

  private boolean sharesFurtherWord(Theme theme, CandidateSentence one, CandidateSentence other) {
    return one.tokens().stream()
        .filter(token -> token.role() == Role.NOUN || token.role() == Role.NAME)
        .filter(token -> token.isContent() && !draft.terms().isReadInTitle(token))
        .filter(token -> theme.phrase().tokens().stream().noneMatch(own -> same(own, token)))
        .filter(
            token ->
                draft.terms().count(token.term())
                    <= Math.max(SELDOM, COMMON * draft.candidates().size()))
        .anyMatch(token -> other.tells(token.term()));
  }

  private static boolean same(Token one, Token other) {
    return one.term().equals(other.term());
  }

  private List<CandidateSentence> under(Theme theme) {
    return headings.keySet().stream().filter(one -> text(theme).equals(headings.get(one))).toList();
  }

  private boolean hasRoom(List<Theme> themes, CandidateSentence candidate) {
    String heading = heading(themes, candidate);
    return !heading.isEmpty() && size(heading) < MOST_IN_GROUP;
  }

  /// Of the first of `themes` that `candidate` is about and whose bullets it goes with; else empty.
  private String heading(List<Theme> themes, CandidateSentence candidate) {
    return themes.stream()
        .filter(theme -> theme.isIn(candidate) && goesWith(under(theme), theme, candidate))
        .findFirst()
        .map(Outline::text)
        .orElse("");
  }

  private static String text(Theme theme) {
    return theme.phrase().asHeading();
  }

  private int size(String heading) {
    return (int) headings.values().stream().filter(heading::equals).count();
  }

  private List<Group> groups() {
    Map<String, List<CandidateSentence>> groups = new LinkedHashMap<>();
    groups.put("", new ArrayList<>());
    headings.keySet().stream()
        .sorted(Comparator.comparingInt(CandidateSentence::order))
        .forEach(
            bullet ->
                groups.computeIfAbsent(headings.get(bullet), _ -> new ArrayList<>()).add(bullet));
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
