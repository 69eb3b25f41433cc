package dev.assay.brief.claim;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.Analyzer;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Agreement;
import dev.assay.analyze.claim.Claim.Second;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.claim.Heard;
import dev.assay.analyze.claim.Proposal;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Article;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds what a language model read in an article against the article, and joins what stands with
/// what the reader by weights found.
///
/// A claim is admitted if its quotation stands in the paragraph it cites, a figure of that value,
/// unit and bound is read in the quotation, the paragraph names whose it is, nothing around the
/// figure says that it is another's or of another time, and a denial is kept. What is admitted is
/// made by the words of the text: its scope, its time and its speaker are read from the sentence.
/// Pure functions; safe for use by many threads.
public final class SecondReader {

  private static final Comparator<Claim> PLACE =
      Comparator.comparingInt(Claim::paragraph)
          .thenComparingInt(claim -> claim.value().span().start());

  private final Analyzer analyzer;
  private final FigureMatch figures;
  private final ClaimTrust trust;

  public SecondReader(Lexicon lexicon, Analyzer analyzer) {
    this.analyzer = analyzer;
    this.figures = new FigureMatch();
    this.trust = new ClaimTrust(lexicon);
  }

  /// What of a model's claims is admitted, in its own words and as claims, and what is not.
  public record Held(List<SaidClaim> said, List<Claim> claims, List<ModelReading.Refused> refused) {
    public Held {
      said = List.copyOf(said);
      claims = List.copyOf(claims);
      refused = List.copyOf(refused);
    }
  }

  /// The numbers of the paragraphs in which a model may find a figure.
  public Set<Integer> paragraphsWithFigures(Article article) {
    return analyzer.withFigures(article);
  }

  /// Holds `said` against the article.
  public Held hold(List<SaidClaim> said, Article article) {
    return said.isEmpty()
        ? new Held(List.of(), List.of(), List.of())
        : hold(said, analyzer.analyze(article));
  }

  /// Holds `said` against the article. Of two claims of one figure the likelier is admitted.
  public Held hold(List<SaidClaim> said, Analysis analysis) {
    List<Proposed> proposed = new ArrayList<>();
    List<ModelReading.Refused> refused = new ArrayList<>();
    for (SaidClaim one : said) {
      switch (found(one, analysis)) {
        case Found.Place(Proposed place) -> proposed.add(place);
        case Found.Not(Refusal reason) -> refused.add(refused(one, reason, analysis));
      }
    }
    List<Weighed> weighed = weighed(proposed, analysis);
    List<Admitted> admitted = new ArrayList<>();
    for (Weighed one : weighed) {
      Optional<Refusal> reason = refusal(one, admitted, analysis);
      reason.ifPresentOrElse(
          why -> refused.add(refused(one.proposed().said(), why, analysis)),
          () -> admitted.add(admitted(one, analysis)));
    }
    admitted.sort(Comparator.comparing(Admitted::claim, PLACE));
    return new Held(
        admitted.stream().map(Admitted::said).toList(),
        admitted.stream().map(Admitted::claim).toList(),
        refused);
  }

  private static ModelReading.Refused refused(SaidClaim said, Refusal reason, Analysis analysis) {
    Optional<TextReading> text = text(said, analysis);
    boolean stands = text.filter(one -> one.text().contains(said.figure())).isPresent();
    return new ModelReading.Refused(
        text.isPresent() ? said.paragraph() : 0, stands ? said.figure() : "", reason);
  }

  private static Optional<TextReading> text(SaidClaim said, Analysis analysis) {
    return said.paragraph() >= 1 && said.paragraph() <= analysis.paragraphs().size()
        ? Optional.of(analysis.paragraph(said.paragraph()))
        : Optional.empty();
  }

  /// A claim whose figure and subject were found in the text.
  private record Proposed(SaidClaim said, TextReading text, Proposal proposal) {}

  /// The same with what is thought of it.
  private record Weighed(Proposed proposed, Heard heard) {}

  private record Admitted(SaidClaim said, Claim claim) {}

  private sealed interface Found {
    record Place(Proposed proposed) implements Found {}

    record Not(Refusal reason) implements Found {}
  }

  private Found found(SaidClaim said, Analysis analysis) {
    TextReading text = text(said, analysis).orElse(null);
    int quoted = text == null ? -1 : text.text().indexOf(said.quote());
    if (text == null || quoted < 0) {
      return new Found.Not(Refusal.QUOTE);
    }
    Quantity figure = figures.in(text, new Span(quoted, quoted + said.quote().length()), said);
    if (figure == null) {
      return new Found.Not(Refusal.FIGURE);
    }
    Optional<Refusal> otherwise = figures.refusal(said, figure);
    if (otherwise.isPresent()) {
      return new Found.Not(otherwise.get());
    }
    Span subject = nearest(text.text(), said.subject(), figure.span());
    return subject == null
        ? new Found.Not(Refusal.SUBJECT)
        : new Found.Place(
            new Proposed(
                said,
                text,
                new Proposal(figure.span(), said.property(), FigureMatch.falls(said), subject)));
  }

  /// What is thought of each by those that are said of its paragraph; the likeliest first.
  private List<Weighed> weighed(List<Proposed> proposed, Analysis analysis) {
    List<Weighed> weighed = new ArrayList<>();
    List<Tag> named = proposed.isEmpty() ? List.of() : analyzer.named(analysis.article());
    proposed.stream()
        .sorted(Comparator.comparingInt(one -> one.proposal().figure().start()))
        .collect(Collectors.groupingBy(one -> one.text().paragraph()))
        .values()
        .forEach(
            ofParagraph -> {
              List<Heard> heard =
                  analyzer.hear(
                      analysis.article(),
                      ofParagraph.getFirst().text(),
                      named,
                      ofParagraph.stream().map(Proposed::proposal).toList());
              for (int i = 0; i < heard.size(); i++) {
                weighed.add(new Weighed(ofParagraph.get(i), heard.get(i)));
              }
            });
    weighed.sort(Comparator.comparingDouble(one -> -one.heard().chance()));
    return weighed;
  }

  private Optional<Refusal> refusal(Weighed one, List<Admitted> before, Analysis analysis) {
    Claim claim = one.heard().claim();
    double least = trust.least(ClaimTrust.Use.SECOND, analysis.article().language().isChinese());
    if (one.heard().chance() == 0) {
      return Optional.of(Refusal.UNIT);
    }
    if (claim == null || one.heard().chance() < least) {
      return Optional.of(Refusal.ANOTHERS);
    }
    if (one.proposed().said().denied() != (claim.stance() == Claim.Stance.DENIED)) {
      return Optional.of(Refusal.DENIAL);
    }
    if (scope(one.proposed(), analysis).isOfAnotherTime(claim)) {
      return Optional.of(Refusal.TIME);
    }
    return before.stream().anyMatch(other -> isSameFigure(other.claim(), claim))
        ? Optional.of(Refusal.TWICE)
        : Optional.empty();
  }

  private static Admitted admitted(Weighed one, Analysis analysis) {
    Claim claim = Objects.requireNonNull(one.heard().claim()); // refused without one
    return new Admitted(one.proposed().said(), scope(one.proposed(), analysis).add(claim));
  }

  private static SaidScope scope(Proposed proposed, Analysis analysis) {
    return new SaidScope(proposed.said(), proposed.text(), Tag.known(analysis.tags()));
  }

  /// The place of `words` that is nearest to the figure; null if they stand nowhere beside it.
  private static @Nullable Span nearest(String text, String words, Span figure) {
    List<Span> places = new ArrayList<>();
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      places.add(new Span(at, at + words.length()));
    }
    return places.stream()
        .filter(place -> !place.overlaps(figure))
        .min(Comparator.comparingInt(place -> Math.abs(place.start() - figure.start())))
        .orElse(null);
  }

  private static boolean isSameFigure(Claim one, Claim other) {
    return one.paragraph() == other.paragraph()
        && one.value().span().overlaps(other.value().span());
  }

  /// The article with the claims of both readers: where both read the same, the claim of the
  /// weights with the model's word; where they differ, the weights'; and those of the model alone.
  ///
  /// @param reading what a model read in the article; null if none was asked
  public Analysis join(Analysis analysis, @Nullable ModelReading reading) {
    if (reading == null) {
      return analysis;
    }
    List<Claim> left = new ArrayList<>(hold(reading.said(), analysis).claims());
    List<Claim> joined = new ArrayList<>();
    for (Claim claim : analysis.claims()) {
      Optional<Claim> other = left.stream().filter(one -> isSameFigure(one, claim)).findFirst();
      other.ifPresent(left::remove);
      joined.add(other.map(one -> joined(claim, one, reading.model())).orElse(claim));
    }
    left.forEach(one -> joined.add(second(one, one, reading.model(), Agreement.ALONE)));
    joined.sort(PLACE);
    return new Analysis(analysis.article(), analysis.paragraphs(), analysis.tags(), joined);
  }

  /// Two readers who do not know of each other are right together more often than one is.
  private static Claim joined(Claim weighed, Claim said, String model) {
    return weighed.isReadAs(said)
        ? second(weighed, said, model, Agreement.AGREES)
        : second(weighed, weighed, model, Agreement.DIFFERS);
  }

  /// @param trusted the reading whose trust counts if it is more
  private static Claim second(Claim claim, Claim trusted, String model, Agreement agreement) {
    return claim.with(
        new Claim.Reading(
            Math.max(claim.reading().trust(), trusted.reading().trust()),
            claim.reading().subject(),
            new Second(model, agreement)));
  }
}
