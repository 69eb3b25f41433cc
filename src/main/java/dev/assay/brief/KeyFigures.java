package dev.assay.brief;

import dev.assay.analyze.Claim;
import dev.assay.analyze.Claim.Stance;
import dev.assay.analyze.Claim.Value;
import dev.assay.analyze.ClaimText;
import dev.assay.analyze.Property;
import dev.assay.analyze.Tag;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.check.Checker;
import dev.assay.check.NumberCheck;
import dev.assay.check.Source;
import dev.assay.check.Verdict;
import dev.assay.cite.Citation;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses the figures that give a reader of another language the substance of an article, and
/// tells them in that language: Chinese articles in English, all others in simplified Chinese.
///
/// A figure is taken only if [FigureRules] finds that it says enough, and the check each of its
/// numbers, the time included, in the paragraph it stands in. The same article gives the same
/// figures. Safe for use by many threads.
public final class KeyFigures {

  private static final int MOST = 5;
  private static final int MOST_OF_A_SENTENCE = 2;

  /// What a claim is worth that the brief's own sentences hold, beside one that they do not.
  private static final double IN_BRIEF = 2;

  /// How fast the worth falls towards the end of the article: by half.
  private static final double AT_THE_END = 0.5;

  private final Checker checker;
  private final ClaimText english;
  private final ClaimText chinese;
  private final FigureRules rules = new FigureRules();

  public KeyFigures(Checker checker, Names names) {
    this.checker = checker;
    this.english = new ClaimText(names, Language.EN);
    this.chinese = new ClaimText(names, Language.ZH_HANS);
  }

  /// `brief` with the figures of `article`, by its claims, in the place of those it has.
  public Brief add(Brief brief, Article article, List<Claim> claims) {
    return brief.with(claims.isEmpty() ? List.of() : of(brief, article, claims));
  }

  private List<KeyFigure> of(Brief brief, Article article, List<Claim> claims) {
    ClaimText reader = article.language().isChinese() ? english : chinese;
    Map<Integer, Source> sources = new HashMap<>();
    Map<Integer, Integer> ofSentence = new HashMap<>();
    Set<String> told = new HashSet<>();
    List<Claim> chosen = new ArrayList<>();
    for (Claim claim : ranked(brief, article, claims)) {
      if (chosen.size() == MOST) {
        break;
      }
      int place = claim.paragraph() * 100_000 + claim.sentence().start();
      if (ofSentence.getOrDefault(place, 0) < MOST_OF_A_SENTENCE
          && reader.isReadable(claim)
          && !told.contains(reader.line(claim))
          && holds(claim, reader, article, sources)) {
        told.add(reader.line(claim));
        ofSentence.merge(place, 1, Integer::sum);
        chosen.add(claim);
      }
    }
    return chosen.stream()
        .sorted(
            Comparator.comparingInt(Claim::paragraph)
                .thenComparingInt(claim -> claim.value().span().start()))
        .map(claim -> figure(claim, reader, article))
        .toList();
  }

  private List<Claim> ranked(Brief brief, Article article, List<Claim> claims) {
    Map<Claim, Double> worth = new HashMap<>();
    claims.stream()
        .filter(claim -> claim.paragraph() != Tag.TITLE && claim.stance() != Stance.DENIED)
        .filter(claim -> rules.tell(claim, article.paragraph(claim.paragraph())))
        .forEach(claim -> worth.put(claim, worth(claim, brief, article)));
    return worth.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Comparator.comparingDouble((Map.Entry<Claim, Double> entry) -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().paragraph())
                .thenComparing(entry -> entry.getKey().value().span().start()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double worth(Claim claim, Brief brief, Article article) {
    double place = (double) claim.paragraph() / article.paragraphs().size();
    double scope = claim.of().isEmpty() ? 0.7 : 1;
    return worth(claim.property())
        * scope
        * (isIn(brief, claim) ? IN_BRIEF : 1)
        * (1 - AT_THE_END * place);
  }

  /// Shares and amounts of the trade say most to a reader from outside.
  private static double worth(Property property) {
    return switch (property) {
      case SHARE, RESERVES, PRODUCTION, CAPACITY, EXPORTS, IMPORTS, IMPORT_RELIANCE, PRICE -> 1;
      case CONSUMPTION, INVESTMENT, REVENUE, PROFIT, TARIFF, QUOTA, CHANGE, AMOUNT -> 0.9;
      case COST, PURITY, RANK, COUNT, DURATION, DATE -> 0;
    };
  }

  private static boolean isIn(Brief brief, Claim claim) {
    return brief
        .sentences()
        .flatMap(sentence -> sentence.citations().stream())
        .anyMatch(
            citation ->
                citation.paragraph() == claim.paragraph()
                    && citation.span().contains(claim.value().span()));
  }

  /// Whether the paragraph carries every number of what the reader is told.
  private boolean holds(
      Claim claim, ClaimText reader, Article article, Map<Integer, Source> sources) {
    Source source =
        sources.computeIfAbsent(
            claim.paragraph(),
            number ->
                checker.read(List.of(article.paragraph(number).text()), article.publishedAt()));
    List<NumberCheck> numbers =
        checker.check(reader.line(claim), source, reader.language()).numbers();
    return !numbers.isEmpty()
        && numbers.stream().noneMatch(number -> number.verdict() == Verdict.UNSUPPORTED);
  }

  private static KeyFigure figure(Claim claim, ClaimText reader, Article article) {
    Value value = claim.value();
    return new KeyFigure(
        reader.language(),
        reader.value(claim),
        reader.about(claim),
        value.span().in(article.paragraph(claim.paragraph()).text()).strip(),
        new Citation(article.id(), claim.paragraph(), value.span()));
  }
}
