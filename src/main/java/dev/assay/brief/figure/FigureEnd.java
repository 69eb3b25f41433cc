package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.cite.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a sentence stops saying what a number counts.
final class FigureEnd {

  /// What joins the items of a list of figures.
  private static final Pattern JOINED =
      Pattern.compile("(.*?)(?:、|和|及|以及|与|并|,|，|\\band\\b|\\bor\\b)\\s*", Pattern.DOTALL);

  private static final Pattern SCALE =
      Pattern.compile("\\s*(?:thousand|million|billion|trillion|万|亿|bn|mn).*", Pattern.DOTALL);

  /// What may stand behind the comma that ends what is counted: another figure, a clause with a
  /// verb of its own, or a word that opens one. Anything else may be the next word of a list.
  private static final Pattern AFTER_COMMA =
      Pattern.compile(
          ", *(?:[\\d$€£¥]|[A-Z][^,]*\\b(?:is|are|was|were|has|have|had|will|would|said|\\w{3,}ed)\\b"
              + "|(?:which|who|including|where|while|whereas|when|with|as|to|an?|the|but|up|down|through"
              + "|led|subject|based|according|followed|compared|one|making|well|far|more|less|in|on|for"
              + "|from|\\w+ing|\\w+ of which|\\w+ that|(?:and|or) (?:\\w+ (?:has|have|is|are|will|would|was"
              + "|were)|is|are|has|was|it|its|that|in|to|some))\\b)");

  /// Behind the last figure of a list, what narrows all of them: "4 % of the lithium and 13 % of
  /// the cobalt needed for".
  private static final Pattern NARROWS_ALL =
      Pattern.compile("\\b(?:required|needed|necessary|used|destined|intended)\\b|所需");

  private static final Pattern CAPITAL = Pattern.compile(", [A-Z]");

  private final FigureSetting setting;
  private final Span clause;

  /// @param clause the clause of the number
  FigureEnd(FigureSetting setting, Span clause) {
    this.setting = setting;
    this.clause = clause;
  }

  /// Before the next item of a list, or where the clause ends.
  int place() {
    int number = setting.number().end();
    int end = clause.end();
    for (Claim other : setting.others()) {
      int next = other.value().span().start();
      if (next >= number && next < end) {
        Matcher joined = JOINED.matcher(setting.text().folded(number, next));
        end = joined.matches() ? number + joined.end(1) : end;
      }
    }
    return end;
  }

  /// Whether a word of scale stands behind the number that was not read with it.
  boolean hasLooseScale() {
    return SCALE.matcher(setting.rest(setting.number().end())).matches();
  }

  /// What goes on behind `end`, if that is the comma of the clause; empty if nothing does.
  String goesOn(int end) {
    int number = setting.number().end();
    if (isInList(end) && NARROWS_ALL.matcher(setting.rest(end)).find()) {
      return "list is narrowed";
    }
    if (end < clause.end() || setting.text().at(end) != ',') {
      return "";
    }
    if (CAPITAL.matcher(setting.rest(end)).lookingAt() && endsInPlace(end)) {
      return "place goes on"; // Holland of "Holland, Michigan" is not the country
    }
    boolean counted = !setting.text().folded(number, end).isBlank();
    return counted && !AFTER_COMMA.matcher(setting.rest(end)).lookingAt() ? "list goes on" : "";
  }

  private boolean isInList(int end) {
    return setting.others().stream()
        .map(other -> other.value().span().start())
        .anyMatch(next -> next >= end && setting.text().folded(end, next).strip().length() < 5);
  }

  private boolean endsInPlace(int end) {
    String counted = setting.text().written(setting.number().end(), end);
    return setting.claim().of().stream()
        .filter(part -> part.facet() == Facet.COUNTERPART || part.facet() == Facet.PLACE)
        .anyMatch(part -> counted.contains(part.words()));
  }
}
