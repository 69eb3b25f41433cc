package dev.assay.analyze.reading;

import dev.assay.analyze.choice.FigureReader;
import dev.assay.analyze.choice.RowTrust;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Learner.Choice;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Learns how far a row of the ledger is to be trusted in all that it says, from rows that a person
/// held strictly against their texts.
///
/// A row that the reader of now does not read teaches nothing. The same rows give the same lines,
/// byte for byte.
public final class RowTraining {

  private static final int PARTS = 5;
  // so many rounds, for few rows: after 25 the weights still swing with their order
  private static final Learner.Settings SETTINGS = new Learner.Settings(400, 15, 4, 0);

  private final Features names = Features.named();
  private final List<Judged> all = new ArrayList<>();

  private record Judged(String page, boolean isChinese, RowTrust.Row row, boolean right) {}

  /// One row with what was thought of it by those who had not seen its page.
  ///
  /// @param features what could be seen of it
  public record Held(
      String page,
      String language,
      String property,
      String subject,
      String figure,
      double trust,
      boolean right,
      List<String> features) {}

  public RowTraining(List<LabelledRows> documents, Lexicon lexicon, Names known) {
    ClaimReader reader = new ClaimReader(lexicon, ClaimTrust.Use.RAW);
    QuantityExtractor numbers = new QuantityExtractor(lexicon);
    TagMatcher matcher = new TagMatcher(known);
    for (LabelledRows document : documents) {
      boolean isChinese = document.language().equals("zh");
      Language language = isChinese ? Language.ZH_HANS : Language.EN;
      List<Tag> tags = matcher.named("", document.paragraphs()).all();
      List<TextReading> texts = new ArrayList<>();
      for (int i = 0; i < document.paragraphs().size(); i++) {
        texts.add(numbers.readAlone(i + 1, document.paragraphs().get(i), language, null));
      }
      List<RowTrust.Row> rows = reader.rows("", texts, language, tags, names);
      for (LabelledRows.Verdict verdict : document.verdicts()) {
        rows.stream()
            .filter(row -> isOf(document, verdict, row.claim()))
            .findFirst()
            .ifPresent(
                row -> all.add(new Judged(document.page(), isChinese, row, verdict.right())));
      }
    }
  }

  private static boolean isOf(LabelledRows document, LabelledRows.Verdict verdict, Claim claim) {
    String text = document.paragraphs().get(verdict.paragraph() - 1);
    String phrase = verdict.phrase() == null ? "" : verdict.phrase().in(text);
    List<String> told =
        claim.of().stream()
            .filter(part -> part.facet() == Facet.OTHER && part.id() == null)
            .map(Claim.Part::words)
            .toList();
    return claim.paragraph() == verdict.paragraph()
        && claim.value().span().equals(verdict.figure())
        && verdict.subject().equals(claim.reading().subject())
        && (phrase.isEmpty() ? told.isEmpty() : told.contains(phrase));
  }

  /// How many of the rows that were judged are read.
  public int size() {
    return all.size();
  }

  /// The lines of these weights in the file of weights.
  public List<String> train() {
    return FigureReader.rowLines(learn(_ -> true), names);
  }

  private FigureReader.Rows learn(IntPredicate wanted) {
    return new FigureReader.Rows(learn(true, wanted), learn(false, wanted));
  }

  private Weights learn(boolean isChinese, IntPredicate wanted) {
    List<Choice> choices = new ArrayList<>();
    for (Judged one : all) {
      if (one.isChinese() == isChinese && wanted.test(part(one))) {
        choices.add(
            new Choice(
                one.page(),
                FigureReader.trusted(one.row().features()),
                new boolean[] {one.right(), !one.right()}));
      }
    }
    return Learner.learn(choices, SETTINGS);
  }

  private static int part(Judged one) {
    return Math.floorMod(one.page().hashCode() * 0x9E3779B9, PARTS);
  }

  /// What is thought of each row by those who had not seen its page.
  public List<Held> held() {
    List<Held> held = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int own = part;
      FigureReader.Rows weights = learn(other -> other != own);
      all.stream().filter(one -> part(one) == own).forEach(one -> held.add(held(one, weights)));
    }
    return held;
  }

  /// What the weights that are learned from these rows think of `unread` ones.
  public List<Held> of(RowTraining unread) {
    FigureReader.Rows weights = learn(_ -> true);
    return unread.all.stream().map(one -> held(one, weights)).toList();
  }

  private static Held held(Judged one, FigureReader.Rows rows) {
    Claim claim = one.row().claim();
    Features features = one.row().features();
    Weights weights = one.isChinese() ? rows.chinese() : rows.other();
    return new Held(
        one.page(),
        one.isChinese() ? "zh" : "en",
        claim.property().word(),
        claim.entity().words(),
        claim.value().span().toString(),
        weights.probabilities(FigureReader.trusted(features))[0],
        one.right(),
        features.names());
  }
}
