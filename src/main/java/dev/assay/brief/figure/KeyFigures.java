package dev.assay.brief.figure;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimText;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.claim.Pointers;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.KeyFigure;
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
import java.util.Set;

/// Chooses the figures that give a reader of another language the substance of an article, and
/// tells them in that language: Chinese articles in English, all others in simplified Chinese.
///
/// A claim is told if it is trusted enough for a reader who cannot look it up, if [Telling] has
/// words for all that it says, and if the check finds each number of the line in the paragraph it
/// stands in. The same article gives the same figures. Safe for use by many threads.
public final class KeyFigures {

  private static final int MOST = 5;
  private static final int MOST_OF_A_SENTENCE = 2;

  /// What a claim is worth that the brief's own sentences hold, beside one that they do not.
  private static final double IN_BRIEF = 2;

  /// How fast the worth falls towards the end of the article: by half.
  private static final double AT_THE_END = 0.5;

  private final Checker checker;
  private final ClaimTrust trust;
  private final Pointers pointers;
  private final Telling english;
  private final Telling chinese;

  public KeyFigures(Checker checker, Names names) {
    this.checker = checker;
    this.trust = new ClaimTrust(names.lexicon());
    this.pointers = new Pointers(names.lexicon());
    this.english = new Telling(names, Language.EN);
    this.chinese = new Telling(names, Language.ZH_HANS);
  }

  /// `brief` with the figures of its article, by the claims, in the place of those it has.
  public Brief add(Brief brief, Analysis analysis) {
    return brief.with(analysis.claims().isEmpty() ? List.of() : of(brief, analysis));
  }

  private List<KeyFigure> of(Brief brief, Analysis analysis) {
    Article article = analysis.article();
    Telling telling = article.language().isChinese() ? english : chinese;
    Map<Integer, Integer> ofSentence = new HashMap<>();
    Set<String> lines = new HashSet<>();
    List<Claim> chosen = new ArrayList<>();
    for (Claim claim : ranked(brief, article, told(analysis, telling))) {
      int place = claim.paragraph() * 100_000 + claim.sentence().start();
      if (chosen.size() < MOST
          && ofSentence.getOrDefault(place, 0) < MOST_OF_A_SENTENCE
          && lines.add(number(claim, telling.reader()))) {
        ofSentence.merge(place, 1, Integer::sum);
        chosen.add(claim);
      }
    }
    return chosen.stream()
        .sorted(
            Comparator.comparingInt(Claim::paragraph)
                .thenComparingInt(claim -> claim.value().span().start()))
        .map(claim -> figure(claim, telling.reader(), article))
        .toList();
  }

  /// Whose and which number: told once, however much of its scope each sentence states.
  private static String number(Claim claim, ClaimText reader) {
    return reader.thing(claim.entity()) + claim.property() + reader.value(claim);
  }

  /// The claims that a reader can be told, as he is told them. Two that differ in nothing but the
  /// number lack what tells them apart: neither is told.
  private List<Claim> told(Analysis analysis, Telling telling) {
    double least =
        trust.least(ClaimTrust.Use.KEY_FIGURE, analysis.article().language().isChinese());
    Map<Integer, Source> sources = new HashMap<>();
    List<Claim> told =
        analysis.claims().stream()
            .filter(claim -> claim.paragraph() != Tag.TITLE && claim.reading().trust() >= least)
            .filter(claim -> !pointers.isOpen(claim.entity()))
            .flatMap(claim -> telling.of(claim, analysis).stream())
            .filter(claim -> holds(claim, telling.reader(), analysis, sources))
            .toList();
    return told.stream().filter(claim -> isOneOf(claim, told, telling.reader())).toList();
  }

  private static boolean isOneOf(Claim claim, List<Claim> told, ClaimText reader) {
    return told.stream()
        .filter(other -> reader.about(other).equals(reader.about(claim)))
        .allMatch(other -> reader.value(other).equals(reader.value(claim)));
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
    return worth(claim.property())
        * (claim.of().isEmpty() ? 0.7 : 1)
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
    String text = article.paragraph(claim.paragraph()).text();
    return new KeyFigure(
        reader.language(),
        reader.value(claim),
        reader.about(claim),
        claim.value().span().in(text).strip(),
        new Citation(article.id(), claim.paragraph(), claim.value().span()),
        claim.sentence().in(text).strip(),
        claim.readAlone());
  }
}
