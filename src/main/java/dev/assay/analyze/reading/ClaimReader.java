package dev.assay.analyze.reading;

import dev.assay.analyze.choice.Choices;
import dev.assay.analyze.choice.ClaimUnits;
import dev.assay.analyze.choice.FigureReader;
import dev.assay.analyze.choice.Hearing;
import dev.assay.analyze.choice.Reads;
import dev.assay.analyze.choice.RowTrust;
import dev.assay.analyze.choice.TextMarks;
import dev.assay.analyze.choice.Thought;
import dev.assay.analyze.choice.WordedText;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.claim.Heard;
import dev.assay.analyze.claim.Pointers;
import dev.assay.analyze.claim.Proposal;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.scope.SentenceClaims;
import dev.assay.analyze.scope.TimeFrame;
import dev.assay.analyze.sentence.ChineseGrammar;
import dev.assay.analyze.sentence.EnglishGrammar;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads from the sentences of an article, Chinese or English, who has what figure.
///
/// No model and no network: names, quantities and times that were found before, a lexicon of the
/// words between them, and the order in which they stand. Linear in the text. Immutable; safe for
/// use by many threads; costly to make, so make one.
public final class ClaimReader {

  /// A longer paragraph is read in parts: what a figure is of stands near to it.
  private static final int LONGEST_PART = 20_000;

  /// How likely property and subject must be right for it to be asked what else a claim says.
  private static final double ASKED = 0.3;

  private final TextMarks marks;
  private final ClaimUnits units;
  private final FigureReader figureReader;
  private final Weights hearing;
  private final Pointers pointers;
  private final ClaimTrust trust;
  private final ClaimTrust.Use use;

  /// A reader of claims that can be kept and shown.
  public ClaimReader(Lexicon lexicon) {
    this(lexicon, ClaimTrust.Use.LEDGER);
  }

  /// A reader of claims that can be trusted enough for `use`.
  public ClaimReader(Lexicon lexicon, ClaimTrust.Use use) {
    this.use = use;
    this.marks = new TextMarks(lexicon);
    this.units = new ClaimUnits(lexicon);
    this.figureReader = FigureReader.of(lexicon);
    this.hearing = Hearing.weights(lexicon);
    this.pointers = new Pointers(lexicon);
    this.trust = new ClaimTrust(lexicon);
  }

  /// The claims of texts whose numbers have been read already.
  public List<Claim> read(List<TextReading> texts, Language language, List<Tag> tags) {
    return read("", texts, language, tags);
  }

  /// The same for texts under `title`.
  public List<Claim> read(
      String title, List<TextReading> texts, Language language, List<Tag> tags) {
    return List.copyOf(reading(title, texts, language, tags, Features.bare()).claims);
  }

  /// The rows that the claims of texts would be, with what can be seen of each.
  List<RowTrust.Row> rows(
      String title, List<TextReading> texts, Language language, List<Tag> tags, Features like) {
    return List.copyOf(reading(title, texts, language, tags, like).rows);
  }

  private Reading reading(
      String title, List<TextReading> texts, Language language, List<Tag> tags, Features like) {
    Map<Integer, List<Mark>> names = TextMarks.names(tags);
    Reading reading = new Reading(language.isChinese(), title, tags, like);
    for (TextReading text : language.isRead() ? texts : List.<TextReading>of()) {
      reading.add(text, names.getOrDefault(text.paragraph(), List.of()));
    }
    return reading;
  }

  /// Those of `claims`, read in a text of `language`, that can be shown by themselves: they are
  /// trusted, and say whose they are.
  public List<Claim> shown(List<Claim> claims, Language language) {
    return claims.stream()
        .filter(
            claim ->
                claim.reading().trust() >= trust.least(ClaimTrust.Use.LEDGER, language.isChinese()))
        .filter(claim -> !pointers.isOpen(claim.entity()))
        .toList();
  }

  /// What is thought of each figure of a text, shown or not.
  public List<Thought> explain(TextReading text, Language language, List<Tag> tags) {
    WordedText worded = marks.worded(text, language.isChinese(), tags);
    return figureReader.explain(new Choices(worded, units, Features.named()));
  }

  /// What is thought of claims that somebody else read in a text, in their order.
  public List<Heard> hear(
      TextReading text, Language language, List<Tag> tags, List<Proposal> proposals) {
    boolean isChinese = language.isChinese();
    List<Mark> names = TextMarks.names(tags).getOrDefault(text.paragraph(), List.of());
    TextMarks.Marked marked = marks.mark(text, isChinese, names);
    Choices choices = new Choices(marks.worded(marked, isChinese), units, Features.bare());
    Hearing weighing = figureReader.hearing(choices, hearing);
    List<MarkedSentence> sentences = marks.marker(marked, isChinese).sentences();
    Pointers.Named pointed = pointers.among(tags);
    return proposals.stream()
        .map(
            proposal ->
                heard(
                    proposal,
                    weighing.chance(proposal, proposals),
                    weighing,
                    text.paragraph(),
                    sentences,
                    isChinese))
        .map(heard -> named(heard, text.text(), pointed))
        .toList();
  }

  /// The same with the name of what the claim only points at; without a claim if there is none.
  private Heard named(Heard heard, String text, Pointers.Named pointed) {
    Claim claim = heard.claim();
    if (claim == null) {
      return heard;
    }
    Claim named = named(claim, text, pointed);
    boolean open = pointers.isOpen(named.entity());
    return new Heard(heard.proposal(), heard.chance(), open ? null : named);
  }

  /// The claim with the name of what it only points at, if there is one.
  private static Claim named(Claim claim, String text, Pointers.Named pointed) {
    Thing named = pointed.of(claim.entity(), claim.paragraph(), claim.reading().subject(), text);
    return named == null ? claim : claim.with(named);
  }

  /// One at a time: two may be of the same figure.
  private static Heard heard(
      Proposal proposal,
      double chance,
      Hearing weighing,
      int paragraph,
      List<MarkedSentence> sentences,
      boolean isChinese) {
    Reads reads = weighing.reads(proposal, chance);
    return sentences.stream()
        .filter(sentence -> sentence.span().contains(proposal.figure()))
        .findFirst()
        .flatMap(
            sentence ->
                claims(sentence, isChinese, paragraph, reads, new TimeFrame()).stream().findFirst())
        .map(claim -> new Heard(proposal, chance, claim))
        .orElseGet(() -> new Heard(proposal, chance, null));
  }

  private static List<Claim> claims(
      MarkedSentence sentence, boolean isChinese, int paragraph, Reads reads, TimeFrame frame) {
    List<Claim> read = new ArrayList<>();
    new SentenceClaims(paragraph, grammar(sentence, isChinese), reads, frame).addTo(read);
    return read;
  }

  private static Grammar grammar(MarkedSentence sentence, boolean isChinese) {
    return isChinese ? new ChineseGrammar(sentence) : new EnglishGrammar(sentence);
  }

  /// One article, text by text.
  private final class Reading {

    private final boolean isChinese;
    private final List<Claim.Part> materials;
    private final Pointers.Named pointed;
    private final List<Claim> claims = new ArrayList<>();
    private final List<RowTrust.Row> rows = new ArrayList<>();
    private final Features like;
    private final LeadIns leads = new LeadIns();
    private final TimeFrame frame = new TimeFrame();

    /// @param like a bag to see rows by
    Reading(boolean isChinese, String title, List<Tag> tags, Features like) {
      this.like = like;
      this.isChinese = isChinese;
      this.pointed = pointers.among(tags);
      this.materials = Headlines.materials(title, tags);
    }

    void add(TextReading text, List<Mark> names) {
      frame.take(text.numbers().times());
      TextMarks.Marked marked = marks.mark(text, isChinese, names);
      if (text.kind() == Paragraph.Kind.TABLE) {
        if (marked.hasFigures()) {
          new TableClaims(
                  marks.lexicon(),
                  marked.folded(),
                  marks.marker(marked, isChinese),
                  text.paragraph(),
                  leads.above(),
                  materials)
              .addTo(claims);
        }
      } else if (marked.hasFigures() || leads.mayBe(text)) {
        marked.parts(LONGEST_PART).forEach(this::addSentences);
      }
      leads.end(text);
    }

    private Reads reads(WordedText worded, RowTrust trusted) {
      return figureReader.reads(
          new Choices(worded, units, Features.bare()),
          trusted,
          use.isOfAllItSays()
              ? Math.min(ASKED, trust.least(use, isChinese))
              : trust.least(use, isChinese),
          use.isOfAllItSays() ? trust.least(use, isChinese) : 0);
    }

    private void addSentences(TextMarks.Marked marked) {
      TextReading text = marked.text();
      List<MarkedSentence> sentences = marks.marker(marked, isChinese).sentences();
      WordedText worded = marks.worded(marked, isChinese);
      RowTrust trusted = figureReader.rows(worded, like);
      Reads reads = reads(worded, trusted);
      for (MarkedSentence sentence : sentences) {
        List<Claim> read = ClaimReader.claims(sentence, isChinese, text.paragraph(), reads, frame);
        LabelledFigures labelled = new LabelledFigures(sentence, text.paragraph());
        labelled.claims(read, leads.above(), materials).stream()
            .map(claim -> named(claim, text.text(), pointed))
            .forEach(claims::add);
      }
      rows.addAll(trusted.rows());
      leads.take(text, marked.folded(), sentences);
    }
  }
}
