package dev.assay.brief;

import dev.assay.analyze.Claim;
import dev.assay.analyze.Claim.Facet;
import dev.assay.analyze.Claim.Part;
import dev.assay.analyze.Property;
import dev.assay.analyze.Quantity;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.LexiconFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which figures can be told away from their sentence.
///
/// A reader sees no more than whose figure it is, of what, and the number. So each of these must be
/// known and stand in the number's own clause, the unit must be one of what is told, and the clause
/// may hold nothing that takes it back: a plan, a condition, a limit, a denial. No word that
/// narrows the figure may be missing from what is told ([NumberPhrase]).
final class FigureRules {

  private static final String CLAUSE_ENDS = "，。；;！？!?：";

  private final List<String> takenBack = words("never");
  private final List<String> moved = words("change");
  private final List<String> shifted = words("shift");
  private final Set<String> neutral = Set.copyOf(words("neutral"));

  private static List<String> words(String kind) {
    return LexiconFile.read("brief-figure-limits.tsv").rows().stream()
        .filter(row -> row.cell(1).equals(kind))
        .map(row -> row.cell(0))
        .toList();
  }

  boolean tell(Claim claim, Paragraph paragraph) {
    return claim.quantity().filter(quantity -> isOf(claim, quantity)).isPresent()
        && isClear(claim)
        && standsTogether(claim, paragraph.text());
  }

  private static boolean isClear(Claim claim) {
    return claim.of().stream().allMatch(part -> part.id() != null && part.facet() != Facet.OTHER)
        && count(claim, Facet.MATERIAL) < 2
        && count(claim, Facet.COUNTERPART) < 2
        && count(claim, Facet.PLACE) < 2;
  }

  /// Whether the figure is of a kind that says enough, in a unit of that kind.
  private static boolean isOf(Claim claim, Quantity quantity) {
    String kind = quantity.unit().kind();
    boolean money = quantity.unit().isMoney();
    boolean mass = kind.equals("mass");
    boolean percent = kind.equals("share");
    boolean material = count(claim, Facet.MATERIAL) == 1;
    return switch (claim.property()) {
      case SHARE ->
          percent
              && isPlace(claim)
              && material
              && count(claim, Facet.COUNTERPART) == 0
              && (count(claim, Facet.STAGE) + count(claim, Facet.MEASURE) > 0)
              && !measures(claim, "demand")
              && !measures(claim, "consumption");
      case IMPORT_RELIANCE -> percent && isPlace(claim) && material;
      case TARIFF ->
          percent
              && isPlace(claim)
              && count(claim, Facet.COUNTERPART) == 1
              && count(claim, Facet.MEASURE) == 0;
      case RESERVES -> mass && isPlace(claim) && material;
      case PRODUCTION, CAPACITY, CONSUMPTION, QUOTA -> mass && isMaker(claim) && material;
      case EXPORTS, IMPORTS -> (mass || money) && isPlace(claim) && material;
      case PRICE -> isMaterial(claim) && kind.startsWith("money ") && kind.indexOf('/') > 0;
      case REVENUE, PROFIT -> money && isCompany(claim) && claim.of().isEmpty();
      case INVESTMENT ->
          money
              && isCompany(claim)
              && count(claim, Facet.PLACE) + count(claim, Facet.COUNTERPART) == 1;
      case CHANGE -> percent && count(claim, Facet.MEASURE) == 1 && canChange(claim, material);
      case AMOUNT -> money && count(claim, Facet.PARTY) == 1;
      case RANK, PURITY, COST, COUNT, DURATION, DATE -> false;
    };
  }

  /// Trade and output of a place, the price of a material.
  private static boolean canChange(Claim claim, boolean material) {
    return isPlace(claim) && material || isMaterial(claim) && measures(claim, "price");
  }

  private static boolean measures(Claim claim, String measure) {
    return claim.of().stream()
        .anyMatch(part -> part.facet() == Facet.MEASURE && measure.equals(part.id()));
  }

  private static long count(Claim claim, Facet facet) {
    return claim.of().stream().filter(part -> part.facet() == facet).count();
  }

  private static boolean isMaker(Claim claim) {
    return isPlace(claim) || isCompany(claim);
  }

  private static boolean isPlace(Claim claim) {
    return is(claim, "country:") || is(claim, "region:") || is(claim, "province:");
  }

  private static boolean isCompany(Claim claim) {
    return is(claim, "company:");
  }

  private static boolean isMaterial(Claim claim) {
    return is(claim, "material:") || is(claim, "element:");
  }

  private static boolean is(Claim claim, String kind) {
    String id = claim.entity().id();
    return id != null && id.startsWith(kind);
  }

  /// Whether the clause of the number holds the words of all that the figure is about, and digits.
  private boolean standsTogether(Claim claim, String text) {
    int from = claim.value().span().start();
    int to = claim.value().span().end();
    int start = from;
    while (start > claim.sentence().start() && !endsClause(text, start - 1)) {
      start--;
    }
    int end = to;
    while (end < claim.sentence().end() && !endsClause(text, end)) {
      end++;
    }
    String clause = text.substring(start, end).toLowerCase(Locale.ROOT);
    return claim.value().span().in(text).chars().anyMatch(Character::isDigit)
        && holds(clause, claim.entity().words())
        && claim.of().stream().map(Part::words).allMatch(words -> holds(clause, words))
        && takenBack.stream().noneMatch(word -> holdsWord(clause, word))
        && (claim.property() == Property.CHANGE
            || moved.stream().noneMatch(word -> holdsWord(clause, word)))
        && (claim.time() == null || shifted.stream().noneMatch(word -> holdsWord(clause, word)))
        && new NumberPhrase(claim, text, start, end, neutral).isCovered();
  }

  private static boolean endsClause(String text, int i) {
    char c = text.charAt(i);
    boolean comma = c == ',' && !(i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)));
    return comma || CLAUSE_ENDS.indexOf(c) >= 0;
  }

  private static boolean holds(String clause, String words) {
    return clause.contains(words.toLowerCase(Locale.ROOT));
  }

  /// Latin words whole, Chinese anywhere.
  private static boolean holdsWord(String clause, String word) {
    int at = clause.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean latin = word.charAt(0) < 0x2e80;
      boolean inside =
          latin
              && (at > 0 && Character.isLetter(clause.charAt(at - 1))
                  || end < clause.length() && Character.isLetter(clause.charAt(end)));
      if (!inside) {
        return true;
      }
      at = clause.indexOf(word, at + 1);
    }
    return false;
  }
}
