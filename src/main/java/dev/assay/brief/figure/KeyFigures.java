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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Chooses the figures that give a reader of another language the substance of an article, and
/// tells them in that language: Chinese articles in English, all others in simplified Chinese.
///
/// A claim is told if it is trusted enough for a reader who cannot look it up, if [Telling] has
/// words for all that it says, and if the check finds each number of the line in the paragraph it
/// stands in. The same article gives the same figures. Safe for use by many threads.
public final class KeyFigures {

  private static final int MOST = 5;
  private static final int MOST_OF_A_SENTENCE = 2;

  /// No article has so many claims that come into question, but tables set as text have.
  private static final int MOST_CHECKED = 1_000;

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
    List<Claim> told = told(analysis, telling);
    Vouching vouching = new Vouching(analysis, telling.reader(), told);
    for (Claim claim : ranked(brief, article, told)) {
      int place = claim.paragraph() * 100_000 + claim.sentence().start();
      if (chosen.size() < MOST
          && ofSentence.getOrDefault(place, 0) < MOST_OF_A_SENTENCE
          && !lines.contains(number(claim, telling.reader()))
          && vouching.allows(claim)) {
        lines.add(number(claim, telling.reader()));
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

  /// The claims for which a reader has words, as he would be told them.
  private List<Claim> told(Analysis analysis, Telling telling) {
    boolean chinese = analysis.article().language().isChinese();
    Map<Integer, Set<String>> names = names(analysis);
    Map<Integer, FigureText> texts = new HashMap<>();
    return analysis.claims().stream()
        .filter(claim -> claim.paragraph() != Tag.TITLE)
        .filter(claim -> claim.reading().trust() >= trust.least(ClaimTrust.Use.KEY_FIGURE, chinese))
        .filter(claim -> !pointers.isOpen(claim.entity()))
        .flatMap(
            claim ->
                telling
                    .of(
                        claim,
                        texts.computeIfAbsent(
                            claim.paragraph(),
                            number ->
                                new FigureText(
                                    analysis.paragraph(number),
                                    names.getOrDefault(number, Set.of()))))
                    .stream())
        .toList();
  }

  /// The names that were read in each paragraph, as they are written.
  private static Map<Integer, Set<String>> names(Analysis analysis) {
    Map<Integer, Set<String>> names = new HashMap<>();
    for (Tag tag : analysis.tags()) {
      for (Tag.Mention mention : tag.isRead() ? tag.mentions() : List.<Tag.Mention>of()) {
        if (mention.paragraph() != Tag.TITLE) {
          names
              .computeIfAbsent(mention.paragraph(), _ -> new HashSet<>())
              .add(mention.span().in(analysis.paragraph(mention.paragraph()).text()));
        }
      }
    }
    return names;
  }

  /// Which of the claims of an article may be told: those whose numbers their paragraph carries.
  /// Two that differ in nothing but the number lack what tells them apart: neither is told.
  /// Checking is dear, so it is done for those that come into question alone.
  private final class Vouching {

    private final Analysis analysis;
    private final ClaimText reader;

    /// By what they are about, and by their value.
    private final Map<String, Map<String, List<Claim>>> alike;

    private final Map<Integer, Source> sources = new HashMap<>();
    private final Map<Claim, Boolean> held = new HashMap<>();

    Vouching(Analysis analysis, ClaimText reader, List<Claim> told) {
      this.analysis = analysis;
      this.reader = reader;
      this.alike =
          told.stream()
              .collect(Collectors.groupingBy(reader::about, Collectors.groupingBy(reader::value)));
    }

    /// Not once there are too many to check them all: one that is left might be a rival.
    boolean allows(Claim claim) {
      return holds(claim)
          && Objects.requireNonNull(alike.get(reader.about(claim))).entrySet().stream()
              .filter(others -> !others.getKey().equals(reader.value(claim)))
              .flatMap(others -> others.getValue().stream())
              .noneMatch(other -> !isKnown(other) || holds(other));
    }

    private boolean holds(Claim claim) {
      return isKnown(claim) && held.computeIfAbsent(claim, this::isCarried);
    }

    private boolean isKnown(Claim claim) {
      return held.size() < MOST_CHECKED || held.containsKey(claim);
    }

    /// Whether the paragraph carries every number of what the reader is told.
    private boolean isCarried(Claim claim) {
      Source source =
          sources.computeIfAbsent(
              claim.paragraph(), number -> checker.of(List.of(analysis.paragraph(number))));
      List<NumberCheck> numbers =
          checker.check(reader.line(claim), source, reader.language()).numbers();
      boolean worded = claim.property() == Property.RANK; // 最大 has no number to check
      return (worded || !numbers.isEmpty())
          && numbers.stream().noneMatch(number -> number.verdict() == NumberVerdict.UNSUPPORTED);
    }
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
      case CONSUMPTION, REVENUE, PROFIT, TARIFF, QUOTA, CHANGE, AMOUNT, RATE, VOLUME -> 0.9;
      case INVESTMENT, COST, PURITY, RANK, COUNT, DURATION, DATE, ALIKE -> 0.8;
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
