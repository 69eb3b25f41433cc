package dev.assay.brief.extract;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.Dateline;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.extract.Standalone.Stand;
import dev.assay.cite.Span;
import dev.assay.lexicon.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the sentences of an article that could stand in a brief on their own.
final class CandidateSentences {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final String LEFT_OUT = "…";

  /// What stands well enough to be told with the sentence behind it, or behind another.
  private static final double FIT = 0.6;

  private final Tongue tongue;
  private final Turns turns;
  private final List<CandidateSentence> found = new ArrayList<>();
  private final Sections sections;

  private CandidateSentences(Tongue tongue, Turns turns, Sections sections) {
    this.sections = sections;
    this.tongue = tongue;
    this.turns = turns;
  }

  /// The candidates in the order of the text.
  ///
  /// @param words the words of each paragraph, by its number less one
  static List<CandidateSentence> of(
      Analysis analysis, List<ParagraphWords> words, Tongue tongue, Sections sections) {
    Article article = analysis.article();
    List<Turns.Read> read =
        article.paragraphs().stream()
            .filter(paragraph -> !isTitle(paragraph, article))
            .filter(paragraph -> sections.kind(paragraph) != Sections.Kind.APART)
            .map(
                paragraph ->
                    new Turns.Read(
                        paragraph,
                        sentences(
                            analysis.paragraph(paragraph.number()),
                            sections.start(paragraph),
                            tongue)))
            .toList();
    CandidateSentences candidates =
        new CandidateSentences(tongue, Turns.of(read, tongue), sections);
    for (Turns.Read one : read) {
      candidates.read(one, words.get(one.paragraph().number() - 1));
    }
    return candidates.found;
  }

  /// The title again, as the first of several paragraphs.
  private static boolean isTitle(Paragraph paragraph, Article article) {
    return paragraph.number() == 1
        && article.paragraphs().size() > 1
        && withoutSpace(paragraph.text()).equals(withoutSpace(article.title()));
  }

  private static String withoutSpace(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  /// The sentences of a paragraph from `start` on, without its dateline; none of a table or
  /// caption.
  private static List<Span> sentences(TextReading paragraph, int start, Tongue tongue) {
    String text = paragraph.text();
    return switch (paragraph.kind()) {
      case HEADING, TABLE, CAPTION -> List.of();
      case TEXT, LIST, QUOTE -> {
        int from = Math.max(start, Dateline.end(text));
        yield wholeQuotes(text, paragraph.sentencesFrom(from), tongue);
      }
    };
  }

  private void read(Turns.Read read, ParagraphWords words) {
    Paragraph paragraph = read.paragraph();
    Speech speech = new Speech(words, tongue, paragraph.number());
    boolean first = true;
    boolean leads = false;
    for (Span sentence : read.sentences()) {
      Span said = turns.hear(paragraph, withoutHead(paragraph.text(), sentence)).orElse(null);
      if (said == null) {
        leads = false;
        continue;
      }
      Voice voice = speech.hear(said).or(turns::voice).orElse(null);
      boolean lost = voice == null && speech.isLost();
      CandidateSentence leader = leads && said.equals(sentence) ? found.getLast() : null;
      int before = found.size();
      if (!lost) {
        addParts(paragraph, words, said, voice, speech.own(said).orElse(voice), first);
      }
      boolean added = found.size() > before;
      if (leader != null && !(added && standsWell(found.getLast()))) {
        lengthen(leader, words, said);
      }
      leads = added && found.getLast().span().end() == said.end() && standsWell(found.getLast());
      first = false;
    }
  }

  /// `sentence` without the credit of a picture, the mark of its place in a row or a heading.
  private static Span withoutHead(String text, Span sentence) {
    return Speaker.withoutRunIn(
        text, Speaker.withoutPlace(text, Dateline.afterCredit(text, sentence)));
  }

  private static boolean standsWell(CandidateSentence candidate) {
    return candidate.fitness() >= FIT && candidate.refersTo().isEmpty();
  }

  /// Lets `leader` be told with `said`, the sentence behind it, if that stands there.
  private void lengthen(CandidateSentence leader, ParagraphWords words, Span said) {
    Span both = new Span(leader.span().start(), said.end());
    Stand stand = Standalone.behind(words, said, tongue).orElse(null);
    if (stand == null
        || stand.fitness() <= FIT
        || !stand.refersTo().isEmpty() && !leader.tells(stand.refersTo())
        || units(words, both) > tongue.mostForBullet()
        || !leader.cuts().isEmpty()
        || !Marks.areBalanced(words.text(), said.start(), said.end())) {
      return;
    }
    String text = leader.text() + words.text().substring(leader.span().end(), said.end());
    CandidateSentence longer =
        new CandidateSentence(
            leader.order(),
            leader.paragraph(),
            leader.section(),
            both,
            leader.voice(),
            List.of(),
            text,
            words.tokens().subList(words.indexAt(both.start()), words.indexAt(both.end())),
            units(words, both),
            leader.opensParagraph(),
            leader.fitness(),
            "",
            null);
    found.set(leader.order(), leader.with(longer));
  }

  private void addParts(
      Paragraph paragraph,
      ParagraphWords words,
      Span said,
      @Nullable Voice voice,
      @Nullable Voice voiceOfLater,
      boolean first) {
    boolean opens = first;
    for (Span part : parts(words, said)) {
      if (part.start() == said.start() || beginsWithNoun(words, part)) {
        Stand stand = standing(words, part).orElse(null);
        if (stand != null) {
          Voice who = part.start() == said.start() ? voice : voiceOfLater;
          found.add(candidate(paragraph, words, said, stand, who, opens));
        }
      }
      opens = false;
    }
  }

  /// A later clause must have a subject of its own.
  private static boolean beginsWithNoun(ParagraphWords words, Span clause) {
    int index = words.indexAt(clause.start());
    return index < words.size()
        && switch (words.token(index).role()) {
          case NOUN, NAME -> true;
          case ACTION, GENERAL, MODIFIER, PIECE, VERB, NUMBER, FUNCTION, BREAK -> false;
        };
  }

  /// Joins sentences that a quotation runs through, while the whole is short enough to be shown.
  private static List<Span> wholeQuotes(String text, List<Span> sentences, Tongue tongue) {
    List<Span> joined = new ArrayList<>();
    int start = -1;
    int end = 0;
    for (Span sentence : sentences) {
      start = start < 0 ? sentence.start() : start;
      end = sentence.end();
      boolean tooLong = end - start > tongue.most() * (tongue.isChinese() ? 1 : 7);
      if (tooLong || Marks.areBalanced(text, start, end)) {
        joined.add(new Span(start, end));
        start = -1;
      }
    }
    if (start >= 0) {
      joined.add(new Span(start, end));
    }
    return joined;
  }

  /// A long sentence as its clauses between semicolons, if it has them and they are no list.
  private List<Span> parts(ParagraphWords words, Span sentence) {
    if (units(words, sentence) <= tongue.wanted() || isEnumeration(words, sentence)) {
      return List.of(sentence);
    }
    List<Span> clauses = new ArrayList<>();
    int start = sentence.start();
    for (int i = start; i < sentence.end(); i++) {
      if (Ends.OF_BULLET_CLAUSE.indexOf(words.text().charAt(i)) >= 0) {
        clauses.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    if (start < sentence.end()) {
      clauses.add(new Span(start, sentence.end()));
    }
    return clauses;
  }

  /// `the law bans three things: X; Y`, `X; Y; and Z`: the clauses tell one thing together.
  private boolean isEnumeration(ParagraphWords words, Span sentence) {
    int to = words.indexAt(sentence.end());
    boolean clause = false;
    for (int i = words.indexAt(sentence.start()); i + 1 < to; i++) {
      char mark = words.text().charAt(words.token(i).start());
      boolean ends = Ends.OF_BULLET_CLAUSE.indexOf(mark) >= 0;
      clause |= ends;
      boolean opensList = !clause && (mark == ':' || mark == '：');
      if (opensList || ends && tongue.openings().is(Openings.Mark.JOINS, words.written(i + 1))) {
        return holdsClauseEnd(words.text(), words.token(i).start(), sentence.end());
      }
    }
    return false;
  }

  private int units(ParagraphWords words, Span span) {
    return tongue.units(words, words.indexAt(span.start()), words.indexAt(span.end()));
  }

  private Optional<Stand> standing(ParagraphWords words, Span sentence) {
    return Standalone.of(words, sentence, tongue)
        .filter(stand -> Marks.areBalanced(words.text(), stand.span().start(), stand.span().end()));
  }

  private CandidateSentence candidate(
      Paragraph paragraph,
      ParagraphWords words,
      Span said,
      Stand stand,
      @Nullable Voice voice,
      boolean opens) {
    Span span = stand.span();
    List<Span> cuts = Cuts.of(words, span, tongue);
    List<Token> tokens =
        words.tokens().subList(words.indexAt(span.start()), words.indexAt(span.end())).stream()
            .filter(token -> cuts.stream().noneMatch(cut -> cut.contains(token.span())))
            .toList();
    int cut = cuts.stream().mapToInt(one -> units(words, one)).sum();
    return new CandidateSentence(
        found.size(),
        paragraph.number(),
        sections.of(paragraph, span.start()),
        span,
        voice,
        cuts,
        shown(paragraph.number(), words, said, span, cuts, voice),
        tokens,
        units(words, span) - cut,
        opens,
        stand.fitness(),
        stand.refersTo(),
        null);
  }

  /// The words that are kept, with a capital at the head and `…` for the clauses of `said` before
  /// or after them, behind the words that say whose they are.
  private String shown(
      int paragraph,
      ParagraphWords words,
      Span said,
      Span span,
      List<Span> cuts,
      @Nullable Voice voice) {
    StringBuilder kept = new StringBuilder();
    int from = span.start();
    for (Span cut : cuts) {
      kept.append(words.text().substring(from, cut.start()).stripTrailing());
      kept.append(words.gap()).append(LEFT_OUT);
      from = cut.end();
      while (from < span.end() && Character.isWhitespace(words.text().charAt(from))) {
        from++;
      }
      char next = words.text().charAt(from);
      kept.append(Character.isLetterOrDigit(next) ? words.gap() : "");
      if (next == ',' && Character.isLetter(words.text().charAt(from + 1))) {
        kept.append(next).append(words.gap());
        from++;
      }
    }
    kept.append(words.text(), from, span.end());
    String text = sentence(kept.toString(), span.end() < said.end() ? words.gap() + LEFT_OUT : "");
    boolean cutBefore = holdsClauseEnd(words.text(), said.start(), span.start());
    String before = voice == null ? "" : voice.text() + words.gap();
    boolean whole = !cutBefore && (voice == null || isBeside(paragraph, words, voice, said, span));
    return whole ? before + text : before + LEFT_OUT + words.gap() + text;
  }

  /// Whether the words that tell whose they are stand right before `said`, and nothing is cut.
  private static boolean isBeside(
      int paragraph, ParagraphWords words, Voice voice, Span said, Span span) {
    int end = voice.span().end();
    return voice.paragraph() == paragraph
        && span.start() == said.start()
        && end <= said.start()
        && words.text().substring(end, said.start()).isBlank();
  }

  private static boolean holdsClauseEnd(String text, int from, int to) {
    return text.substring(from, to).chars().anyMatch(c -> Ends.OF_BULLET_CLAUSE.indexOf(c) >= 0);
  }

  private String sentence(String text, String leftOut) {
    String head = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    char last = head.charAt(head.length() - 1);
    if (Ends.OF_BULLET_CLAUSE.indexOf(last) < 0) {
      return head;
    }
    String stop = tongue.isChinese() ? "。" : ".";
    return head.substring(0, head.length() - 1) + (leftOut.isEmpty() ? stop : leftOut);
  }
}
