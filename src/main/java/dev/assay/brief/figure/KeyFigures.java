package dev.assay.brief.figure;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.claim.Claim.Value;
import dev.assay.analyze.claim.ClaimText;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.figure.FigureReading.Outcome;
import dev.assay.check.Checker;
import dev.assay.check.NumberCheck;
import dev.assay.check.NumberVerdict;
import dev.assay.check.Source;
import dev.assay.cite.Citation;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Chooses the figures that give a reader of another language the substance of an article, and
/// tells them in that language: Chinese articles in English, all others in simplified Chinese.
///
/// A figure is taken only if [FigureRules] finds that nothing beside it says more than is told, and
/// the check each of its numbers, the time included, in the paragraph it stands in. The same
/// article gives the same figures. Safe for use by many threads.
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
  private final FigureRules rules;

  public KeyFigures(Checker checker, Names names) {
    this.checker = checker;
    this.rules = new FigureRules(names);
    this.english = new ClaimText(names, Language.EN);
    this.chinese = new ClaimText(names, Language.ZH_HANS);
  }

  /// `brief` with the figures of its article, by the claims, in the place of those it has.
  public Brief add(Brief brief, Analysis analysis) {
    return brief.with(analysis.claims().isEmpty() ? List.of() : of(brief, analysis));
  }

  private List<KeyFigure> of(Brief brief, Analysis analysis) {
    Article article = analysis.article();
    ClaimText reader = article.language().isChinese() ? english : chinese;
    List<Claim> told = told(analysis, reader);
    Map<Integer, Integer> ofSentence = new HashMap<>();
    Set<String> lines = new HashSet<>();
    List<Claim> chosen = new ArrayList<>();
    for (Claim claim : ranked(brief, article, told)) {
      int place = claim.paragraph() * 100_000 + claim.sentence().start();
      if (chosen.size() < MOST
          && ofSentence.getOrDefault(place, 0) < MOST_OF_A_SENTENCE
          && lines.add(number(claim, reader))) {
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

  /// Whose and which number: told once, however much of its scope each sentence states.
  private static String number(Claim claim, ClaimText reader) {
    return reader.thing(claim.entity()) + claim.property() + reader.value(claim);
  }

  /// The claims that a reader can be told, as he is told them. Two that differ in nothing but the
  /// number lack what tells them apart: neither is told.
  private List<Claim> told(Analysis analysis, ClaimText reader) {
    List<Claim> claims = analysis.claims();
    Map<Integer, Source> sources = new HashMap<>();
    Map<Integer, FigureText> texts = new HashMap<>();
    List<Claim> told =
        claims.stream()
            .filter(claim -> claim.paragraph() != Tag.TITLE && claim.stance() != Stance.DENIED)
            .flatMap(
                claim ->
                    told(
                        claim,
                        claims,
                        texts.computeIfAbsent(
                            claim.paragraph(),
                            number -> new FigureText(analysis.paragraph(number).text())))
                        .stream())
            .filter(claim -> isReadable(claim, reader) && holds(claim, reader, analysis, sources))
            .toList();
    return told.stream()
        .filter(
            claim ->
                told.stream()
                    .filter(other -> reader.about(other).equals(reader.about(claim)))
                    .allMatch(other -> reader.value(other).equals(reader.value(claim))))
        .toList();
  }

  /// Whether a reader knows every word but those that are quoted.
  private static boolean isReadable(Claim claim, ClaimText reader) {
    List<Part> said = claim.of().stream().filter(part -> !FigureQuote.is(part)).toList();
    return reader.isReadable(with(claim, said));
  }

  private static Claim with(Claim claim, List<Part> of) {
    return new Claim(
        claim.entity(),
        claim.property(),
        of,
        claim.time(),
        claim.value(),
        claim.paragraph(),
        claim.sentence(),
        claim.speaker(),
        claim.stance(),
        claim.reading());
  }

  private Optional<Claim> told(Claim claim, List<Claim> claims, FigureText paragraph) {
    return switch (rules.tell(claim, claims, paragraph)) {
      case Outcome.Told(Claim told) -> Optional.of(told);
      case Outcome.Untold _ -> Optional.empty();
    };
  }

  private static List<Claim> ranked(Brief brief, Article article, List<Claim> claims) {
    Map<Claim, Double> worth = new HashMap<>();
    claims.forEach(claim -> worth.put(claim, worth(claim, brief, article)));
    return worth.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Claim, Double> entry) -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().paragraph())
                .thenComparing(entry -> entry.getKey().value().span().start()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double worth(Claim claim, Brief brief, Article article) {
    double place = (double) claim.paragraph() / article.paragraphs().size();
    double scope =
        claim.of().isEmpty() ? 0.7 : claim.of().stream().anyMatch(FigureQuote::is) ? 0.5 : 1;
    return worth(claim.property())
        * scope
        * (isIn(brief, claim) ? IN_BRIEF : 1)
        * (1 - AT_THE_END * place);
  }

  /// Shares and amounts of the trade say most to a reader from outside.
  private static double worth(Property property) {
    return switch (property) {
      case SHARE, RESERVES, PRODUCTION, CAPACITY, EXPORTS, IMPORTS, IMPORT_RELIANCE, PRICE -> 1;
      case CONSUMPTION, REVENUE, PROFIT, TARIFF, QUOTA, CHANGE, AMOUNT -> 0.9;
      case INVESTMENT, COST, PURITY, RANK, COUNT, DURATION, DATE -> 0.8;
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
      Claim claim, ClaimText reader, Analysis analysis, Map<Integer, Source> sources) {
    Source source =
        sources.computeIfAbsent(
            claim.paragraph(), number -> checker.of(List.of(analysis.paragraph(number))));
    List<NumberCheck> numbers =
        checker.check(reader.line(claim), source, reader.language()).numbers();
    boolean worded = claim.property() == Property.RANK; // 最大 has no number to check
    return (worded || !numbers.isEmpty())
        && numbers.stream().noneMatch(number -> number.verdict() == NumberVerdict.UNSUPPORTED);
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
