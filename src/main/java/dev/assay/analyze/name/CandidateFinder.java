package dev.assay.analyze.name;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds in one article what may be names that the packs do not hold: runs of capitalised words in
/// English, and in Chinese what HanLP takes for a person, a place or a body.
///
/// HanLP's dictionary is read at the first Chinese article (a third of a second). Safe for use by
/// many threads.
final class CandidateFinder {

  /// The segmenter slows down on longer stretches, and no paragraph of an article has more.
  private static final int LONGEST_TEXT = 20_000;

  private static final int SHORTEST_CHINESE = 2;

  private final CandidateWords words;
  private final CapitalRuns capitals;

  CandidateFinder(CandidateWords words) {
    this.words = words;
    this.capitals = new CapitalRuns(words);
  }

  /// Read on first use: most runs meet no Chinese text.
  private static final class Chinese {
    static final Segment SEGMENT =
        HanLP.newSegment()
            .enableOffset(true)
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(true)
            .enablePlaceRecognize(true)
            .enableOrganizationRecognize(true);
  }

  /// Where a candidate stands in one article.
  private record Seen(EntityType guess, List<Citation> places) {}

  /// The candidates of one article, which has these tags; what holds a known name is none, unless
  /// its last word says what it is.
  List<Candidate> find(Article article, List<Tag> tags) {
    Map<String, Seen> seen = new LinkedHashMap<>();
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() != Paragraph.Kind.HEADING) {
        BitSet known = known(tags, paragraph.number());
        for (CapitalRuns.Run run : runs(paragraph.text(), known)) {
          seen.computeIfAbsent(
                  run.span().in(paragraph.text()), _ -> new Seen(run.guess(), new ArrayList<>()))
              .places()
              .add(new Citation(article.id(), paragraph.number(), run.span()));
        }
      }
    }
    return withoutParts(seen).entrySet().stream()
        .map(
            entry ->
                new Candidate(entry.getKey(), entry.getValue().guess(), entry.getValue().places()))
        .toList();
  }

  /// A last word alone (`Okafor`) stands for the whole name (`Ngozi Okafor`) that the article has
  /// too.
  private static Map<String, Seen> withoutParts(Map<String, Seen> seen) {
    Map<String, Seen> whole = new LinkedHashMap<>(seen);
    for (Map.Entry<String, Seen> entry : seen.entrySet()) {
      seen.keySet().stream()
          .filter(
              longer ->
                  longer.endsWith(" " + entry.getKey()) || longer.startsWith(entry.getKey() + " "))
          .findFirst()
          .ifPresent(
              longer -> {
                whole.remove(entry.getKey());
                Seen both = whole.get(longer);
                if (both != null) {
                  both.places().addAll(entry.getValue().places());
                }
              });
    }
    return whole;
  }

  /// The characters of the paragraph that stand in a known name.
  private static BitSet known(List<Tag> tags, int paragraph) {
    BitSet characters = new BitSet();
    tags.stream()
        .flatMap(tag -> tag.mentions().stream())
        .filter(mention -> mention.paragraph() == paragraph)
        .forEach(mention -> characters.set(mention.span().start(), mention.span().end()));
    return characters;
  }

  private List<CapitalRuns.Run> runs(String text, BitSet known) {
    String within = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    List<CapitalRuns.Run> runs = new ArrayList<>(capitals.in(within, known));
    if (within.chars().anyMatch(c -> HanScript.isHan((char) c))) {
      runs.addAll(chinese(within, known));
    }
    return runs;
  }

  private List<CapitalRuns.Run> chinese(String text, BitSet known) {
    List<CapitalRuns.Run> runs = new ArrayList<>();
    for (Term term : Chinese.SEGMENT.seg(HanScript.simplify(text))) {
      Span span = new Span(term.offset, term.offset + Math.max(1, term.length()));
      if (known.get(span.start(), span.end()).isEmpty()) {
        guess(term).ifPresent(guess -> runs.add(new CapitalRuns.Run(span, guess)));
      }
    }
    return runs;
  }

  /// What HanLP takes the word for, if it looks like that: it takes many a phrase for a name.
  private Optional<EntityType> guess(Term term) {
    String word = term.word;
    String nature = term.nature.toString();
    boolean looks =
        term.length() >= SHORTEST_CHINESE
            && HanScript.isHan(word.charAt(0))
            && !words.is(word, "zh-not")
            && !words.holds(word, "zh-function");
    if (!looks) {
      return Optional.empty();
    }
    if (nature.startsWith("nr")) {
      return Optional.of(EntityType.PERSON);
    }
    if (words.endsWith(word, "zh-organisation")) {
      boolean body =
          (nature.startsWith("nt") || nature.equals("nz")) && term.length() > SHORTEST_CHINESE;
      return body ? Optional.of(EntityType.ORGANISATION) : Optional.empty();
    }
    boolean place = nature.startsWith("ns") && words.endsWith(word, "zh-place");
    return place && term.length() > SHORTEST_CHINESE
        ? Optional.of(EntityType.PLACE)
        : Optional.empty();
  }
}
