package dev.assay.analyze.claim;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.sentence.ChineseGrammar;
import dev.assay.analyze.sentence.ClaimWords;
import dev.assay.analyze.sentence.EnglishGrammar;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Marker;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.analyze.sentence.WordFigures;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordClasses;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private final ClaimWords chinese;
  private final ClaimWords english;
  private final WordClasses chineseClasses;
  private final WordClasses englishClasses;
  private final WordFigures chineseFigures;
  private final WordFigures englishFigures;
  private final SentenceLexicon lexicon;
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
    this.chineseFigures = new WordFigures(lexicon, "zh", " ");
    this.englishFigures = new WordFigures(lexicon, "en", ", ");
    this.chineseClasses = new WordClasses(lexicon, "zh");
    this.englishClasses = new WordClasses(lexicon, "en");
    this.chinese = ClaimWords.read(lexicon, "zh", " ");
    this.english = ClaimWords.read(lexicon, "en", ", ");
    this.lexicon = SentenceLexicon.of(lexicon);
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
    Map<Integer, List<Mark>> names = names(tags);
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

  /// What was thought of one figure, and why.
  ///
  /// @param figure as it is written
  /// @param property the likeliest, with a minus behind it if it is a fall
  /// @param subject the likeliest, in the words of the text; empty if there is none
  /// @param measurand what is counted or measured, in the words of the text; empty if nothing is
  ///   said of it
  /// @param trust the probability that all of it is right
  /// @param reasons the features that counted most, with their weights
  public record Thought(
      String figure,
      String property,
      String subject,
      String measurand,
      double trust,
      List<Weights.Reason> reasons) {

    public Thought {
      reasons = List.copyOf(reasons);
    }
  }

  /// What is thought of each figure of a text, shown or not.
  public List<Thought> explain(TextReading text, Language language, List<Tag> tags) {
    WordedText worded = worded(text, language.isChinese(), tags);
    return figureReader.explain(new Choices(worded, units, Features.named()));
  }

  /// What is thought of claims that somebody else read in a text, in their order.
  public List<Heard> hear(
      TextReading text, Language language, List<Tag> tags, List<Proposal> proposals) {
    boolean isChinese = language.isChinese();
    FoldedText folded = new FoldedText(text.text());
    List<Mark> names = names(tags).getOrDefault(text.paragraph(), List.of());
    List<Mark> known = known(text, names, figures(folded, isChinese));
    WordedText worded = worded(text, folded, withRead(known, names), isChinese);
    Hearing weighing = figureReader.hearing(new Choices(worded, units, Features.bare()), hearing);
    Marker marker = new Marker(words(isChinese), lexicon, folded, text.sentences(), known);
    List<MarkedSentence> sentences = marker.sentences();
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

  /// A text made ready for weighing.
  WordedText worded(TextReading text, boolean isChinese, List<Tag> tags) {
    List<Mark> names = names(tags).getOrDefault(text.paragraph(), List.of());
    FoldedText folded = new FoldedText(text.text());
    List<Mark> known = known(text, names, figures(folded, isChinese));
    return worded(text, folded, withRead(known, names), isChinese);
  }

  private WordedText worded(
      TextReading text, FoldedText folded, List<Mark> all, boolean isChinese) {
    return new WordedText(
        text,
        folded,
        all,
        words(isChinese),
        isChinese ? chineseClasses : englishClasses,
        isChinese);
  }

  /// The figures that are told in words only.
  private List<Mark.Number> figures(FoldedText text, boolean isChinese) {
    return (isChinese ? chineseFigures : englishFigures).of(text);
  }

  private ClaimWords words(boolean isChinese) {
    return isChinese ? chinese : english;
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
      FoldedText folded = new FoldedText(text.text());
      List<Mark> known = known(text, names, figures(folded, isChinese));
      boolean hasFigures = known.stream().anyMatch(Mark.Number.class::isInstance);
      if (text.kind() == Paragraph.Kind.TABLE) {
        if (hasFigures) {
          new TableClaims(
                  lexicon,
                  folded,
                  marker(text, folded, known),
                  text.paragraph(),
                  leads.above(),
                  materials)
              .addTo(claims);
        }
      } else if (hasFigures || leads.mayBe(text)) {
        List<Mark> all = withRead(known, names);
        for (TextReading part : text.parts(LONGEST_PART)) {
          addSentences(
              part, folded, within(known, part.sentences()), within(all, part.sentences()));
        }
      }
      leads.end(text);
    }

    private Marker marker(TextReading text, FoldedText folded, List<Mark> known) {
      return new Marker(words(isChinese), lexicon, folded, text.sentences(), known);
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

    /// @param all the marks that are `known`, and names besides
    private void addSentences(
        TextReading text, FoldedText folded, List<Mark> known, List<Mark> all) {
      List<MarkedSentence> sentences = marker(text, folded, known).sentences();
      WordedText worded = worded(text, folded, all, isChinese);
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
      leads.take(text, folded, sentences);
    }
  }

  private static Map<Integer, List<Mark>> names(List<Tag> tags) {
    Map<Integer, List<Mark>> names = new HashMap<>();
    for (Tag tag : tags) {
      for (Tag.Mention mention : tag.mentions()) {
        names
            .computeIfAbsent(mention.paragraph(), _ -> new ArrayList<>())
            .add(new Mark.Name(mention.span().start(), mention.span().end(), tag.entity()));
      }
    }
    return names;
  }

  /// 美 of 对美: what the short name of a country is found beside is no part of it.
  private static Mark withoutPreposition(Mark.Name name, String text) {
    boolean joined =
        name.end() - name.start() == 2 && "对對输輸赴驻駐在向".indexOf(text.charAt(name.start())) >= 0;
    return joined ? new Mark.Name(name.start() + 1, name.end(), name.id()) : name;
  }

  /// Those of `marks`, which are in order, that begin in the stretch of some sentences.
  private static List<Mark> within(List<Mark> marks, List<Span> sentences) {
    if (sentences.isEmpty()) {
      return List.of();
    }
    return Places.within(
        marks, Mark::start, sentences.getFirst().start(), sentences.getLast().end());
  }

  /// The first of two marks that share a character is kept.
  private static List<Mark> withoutOverlaps(List<Mark> marks) {
    List<Mark> kept = new ArrayList<>();
    for (Mark mark : marks) {
      if (kept.isEmpty() || mark.start() >= kept.getLast().end()) {
        kept.add(mark);
      }
    }
    return kept;
  }

  private List<Mark> known(TextReading text, List<Mark> names, List<Mark.Number> wordFigures) {
    List<Mark> known = new ArrayList<>(wordFigures);
    for (Quantity quantity : text.numbers().quantities()) {
      known.add(new Mark.Number(quantity.span().start(), quantity.span().end(), quantity));
    }
    for (TimeExpression time : text.numbers().times()) {
      known.add(new Mark.Moment(time.span().start(), time.span().end(), time));
    }
    for (Mark name : names) {
      if (name instanceof Mark.Name thing && lexicon.holders().isKnown(thing.kind())) {
        known.add(withoutPreposition(thing, text.text()));
      }
    }
    return inOrder(known);
  }

  /// `known`, which is in order, and the names of currencies and those that no pack has where
  /// nothing known stands.
  private static List<Mark> withRead(List<Mark> known, List<Mark> names) {
    List<Mark> all = new ArrayList<>(known);
    int next = 0;
    for (Mark name : inOrder(new ArrayList<>(names))) {
      while (next < known.size() && known.get(next).end() <= name.start()) {
        next++;
      }
      boolean free = next == known.size() || known.get(next).start() >= name.end();
      if (free && name instanceof Mark.Name one && WordedText.isWord(one)) {
        all.add(name);
      }
    }
    return inOrder(all);
  }

  private static List<Mark> inOrder(List<Mark> marks) {
    marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(mark -> -mark.end()));
    return withoutOverlaps(marks);
  }
}
