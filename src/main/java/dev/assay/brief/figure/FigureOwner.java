package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Property;
import dev.assay.brief.figure.FigureWords.Kind;
import dev.assay.brief.figure.FigureWords.Meaning;
import dev.assay.cite.Span;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a sentence says whose a figure is: by a name before the number, in its clause or one
/// before it, or by a pronoun for the name that the sentence before is about.
final class FigureOwner {

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?:it|the (?:country|nation|company|group|firm|island|bloc))\\b"
              + "|该国|该公司|该集团|公司|集团|其(?!中|他|它|余|实|次)");

  /// What stands right before the other side of a relation.
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:[对向从至往给与比较]|(?<![产来源])自|原产于|\\b(?:to|from|with|against|than|into|towards?) (?:the )?)$");

  /// "a secondary player in the industry": describes the name before it.
  private static final Pattern ASIDE =
      Pattern.compile("(?:an?|the|one of|which|home to|based in|led by) [^0-9]*");

  /// Between two sentences of one paragraph stands no more than this.
  private static final int GAP = 4;

  private final FigureSetting setting;
  private final FigureText text;

  FigureOwner(FigureSetting setting) {
    this.setting = setting;
    this.text = setting.text();
  }

  /// Where the clause begins that names the owner, -1 if none does.
  int clause(Span number) {
    Span clause = number;
    while (nameIn(clause.start(), clause.end()) < 0) {
      if (clause.start() <= setting.claim().sentence().start() + 1) {
        return pronoun(clause).isEmpty() ? -1 : clause.start();
      }
      clause = setting.clauseAt(clause.start() - 2);
    }
    return clause.start();
  }

  private int nameIn(int from, int to) {
    return text.find(setting.claim().entity().words(), from, to, setting.number().start());
  }

  /// What is wrong with where the owner stands in `[from, to)`; empty if nothing is.
  ///
  /// Only a part of something may have its owner behind it (70%的锗产自中国), and in 占美国进口的12.5% the
  /// share is of what the name owns, not its own.
  String fault(int from, int to) {
    boolean part =
        switch (setting.claim().property()) {
          case SHARE, IMPORT_RELIANCE, RANK -> true;
          default -> false;
        };
    if (!part && nameIn(from, to) >= setting.number().end()) {
      return "owner behind the number";
    }
    if (isOtherSide(from, to)) {
      return "owner behind a preposition";
    }
    return setting.claim().property() == Property.SHARE && isCounted(from)
        ? "owner behind the verb"
        : "";
  }

  /// 对美国, "to Japan": the other side of a relation, not the owner.
  private boolean isOtherSide(int from, int to) {
    int owner = nameIn(from, to);
    return owner > from && SIDE.matcher(text.folded(from, owner)).find();
  }

  private boolean isCounted(int from) {
    int owner = nameIn(from, setting.number().end());
    for (int i = from; i < owner; i++) {
      if (FigureWords.names(setting.match(i, owner), Property.SHARE)) {
        return true;
      }
    }
    return false;
  }

  /// The pronoun that opens `clause` and stands for the owner; a span of its own, or none.
  List<Span> pronoun(Span clause) {
    int first = clause.start();
    Matcher pronoun = PRONOUN.matcher(text.folded(first, clause.end()));
    while (!pronoun.lookingAt() && skip(first, clause.end()) > first) {
      first = skip(first, clause.end());
      pronoun = PRONOUN.matcher(text.folded(first, clause.end()));
    }
    return pronoun.lookingAt() && isOfSentenceBefore()
        ? List.of(new Span(first, first + pronoun.end()))
        : List.of();
  }

  /// Behind a mark or a word that says nothing; `i` if there is none.
  private int skip(int i, int end) {
    if (i >= end || !text.isWordAt(i)) {
      return Math.min(i + 1, end);
    }
    WordTable.Match<List<Meaning>> match = setting.match(i, end);
    return match != null && FigureWords.is(match, Kind.LIGHT) ? match.end() : i;
  }

  /// Whether the sentence right before has figures, and all of them are the owner's.
  private boolean isOfSentenceBefore() {
    Claim claim = setting.claim();
    List<Claim> before =
        setting.all().stream()
            .filter(other -> other.paragraph() == claim.paragraph())
            .filter(other -> other.sentence().end() <= claim.sentence().start())
            .filter(other -> claim.sentence().start() - other.sentence().end() < GAP)
            .toList();
    String id = claim.entity().id();
    return id != null
        && !before.isEmpty()
        && before.stream().allMatch(other -> id.equals(other.entity().id()));
  }

  /// The clauses between the owner's, at `from`, and the number's, at `to`, that only describe him.
  List<Span> asides(int from, int to) {
    return clauses(setting.clauseAt(from).end() + 1, to).stream()
        .filter(
            clause -> ASIDE.matcher(text.folded(clause.start(), clause.end()).strip()).matches())
        .toList();
  }

  /// The clauses of the sentence that begin in `[from, to)`.
  List<Span> clauses(int from, int to) {
    List<Span> clauses = new ArrayList<>();
    for (int at = from; at < to; at = clauses.getLast().end() + 1) {
      clauses.add(setting.clauseAt(at));
    }
    return clauses;
  }
}
