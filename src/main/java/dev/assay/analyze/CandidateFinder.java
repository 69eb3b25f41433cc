package dev.assay.analyze;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Proposes names that the packs do not hold: runs of capitalised words in English, and in Chinese
/// what HanLP takes for a person, a place or a body.
///
/// HanLP's dictionary is read at the first Chinese article (a third of a second). Safe for use by
/// many threads.
public final class CandidateFinder {

  /// Longer runs are headings, not names.
  private static final int LONGEST_RUN = 6;

  /// The segmenter slows down on longer stretches, and no paragraph of an article has more.
  private static final int LONGEST_TEXT = 20_000;

  private static final int SHORTEST_CHINESE = 2;

  private final Set<String> notNames = new HashSet<>();
  private final Set<String> joiners = new HashSet<>();

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

  public CandidateFinder() {
    for (LexiconFile.Row row : LexiconFile.read("names/not-names.tsv").rows()) {
      Set<String> words = row.cell(0).equals("joiner") ? joiners : notNames;
      words.addAll(Arrays.asList(row.cell(1).split(" ")));
    }
  }

  /// The candidates of one article, which has these tags; what begins with a known name is none.
  public List<Candidate> find(Article article, List<Tag> tags) {
    Map<String, List<Citation>> places = new LinkedHashMap<>();
    for (Paragraph paragraph : article.paragraphs()) {
      BitSet known = known(tags, paragraph.number());
      for (Span span : spans(paragraph.text())) {
        if (!known.get(span.start())) {
          places
              .computeIfAbsent(span.in(paragraph.text()), _ -> new ArrayList<>())
              .add(new Citation(article.id(), paragraph.number(), span));
        }
      }
    }
    return places.entrySet().stream()
        .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
        .toList();
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

  /// The candidates of many articles as one list, those of most articles first, then of most
  /// places.
  public static List<Candidate> together(Collection<List<Candidate>> found, int max) {
    Map<String, List<Citation>> places = new LinkedHashMap<>();
    found.stream()
        .flatMap(List::stream)
        .forEach(
            candidate ->
                places
                    .computeIfAbsent(candidate.name(), _ -> new ArrayList<>())
                    .addAll(candidate.places()));
    return places.entrySet().stream()
        .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Candidate::articles)
                .thenComparingInt(candidate -> candidate.places().size())
                .reversed())
        .limit(max)
        .toList();
  }

  private List<Span> spans(String text) {
    String within = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    Stream<Span> chinese =
        within.chars().anyMatch(c -> HanScript.isHan((char) c))
            ? chinese(within).stream()
            : Stream.empty();
    return Stream.concat(english(within).stream(), chinese).toList();
  }

  private static List<Span> chinese(String text) {
    return Chinese.SEGMENT.seg(HanScript.simplify(text)).stream()
        .filter(CandidateFinder::isName)
        .map(term -> new Span(term.offset, term.offset + term.length()))
        .toList();
  }

  private static boolean isName(Term term) {
    String nature = term.nature.toString();
    return term.length() >= SHORTEST_CHINESE
        && HanScript.isHan(term.word.charAt(0))
        && (nature.startsWith("nr") || nature.startsWith("ns") || nature.startsWith("nt"));
  }

  /// Runs of capitalised words, with small words between them (`Bank of Nova Scotia`); a single
  /// word only where it does not begin a sentence.
  private List<Span> english(String text) {
    List<Span> runs = new ArrayList<>();
    List<Span> run = new ArrayList<>();
    for (Span word : words(text)) {
      boolean joins =
          run.isEmpty() || text.substring(run.getLast().end(), word.start()).equals(" ");
      if (!joins) {
        close(run, text, runs);
      }
      String written = word.in(text);
      if (isCapitalised(written) && !notNames.contains(written.toLowerCase(Locale.ROOT))) {
        run.add(word);
      } else if (!run.isEmpty() && joiners.contains(written)) {
        run.add(word);
      } else {
        close(run, text, runs);
      }
    }
    close(run, text, runs);
    return runs;
  }

  private void close(List<Span> run, String text, List<Span> runs) {
    while (!run.isEmpty() && joiners.contains(run.getLast().in(text))) {
      run.removeLast();
    }
    boolean whole = run.size() > 1 || run.size() == 1 && !beginsSentence(text, run.getFirst());
    if (whole && run.size() <= LONGEST_RUN) {
      runs.add(new Span(run.getFirst().start(), run.getLast().end()));
    }
    run.clear();
  }

  private static boolean beginsSentence(String text, Span word) {
    int before = word.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || ".!?:;\"“‘(•-".indexOf(text.charAt(before)) >= 0;
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 1 && Character.isUpperCase(word.charAt(0));
  }

  private static List<Span> words(String text) {
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(new Span(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isLetter(char c) {
    return Character.isLetterOrDigit(c) && !HanScript.isHan(c) || c == '&';
  }
}
