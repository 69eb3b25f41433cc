package dev.assay.brief.vet;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.Sentences;
import dev.assay.brief.vet.Replies.Said;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a sentence of an article as a model does that shortens: without what stands in brackets,
/// without a clause, without an adverb, joined with the next. What comes of it is true where the
/// sentence is. What somebody says is left as it is.
public final class Shortenings {

  private static final Pattern BRACKETS = Pattern.compile(" ?(?:\\([^()]*\\)|（[^（）]*）)");
  private static final Pattern ADVERB =
      Pattern.compile(
          "\\b(?:also|currently|recently|further|meanwhile|again) |目前|近日|此外，|同时，|据悉，|进一步");

  private static final int LONGEST = 300;

  private static final Pattern QUOTED = Pattern.compile("[\"“”「」『』]|[：:]");

  private final TextReader reader;

  public Shortenings(Lexicon lexicon) {
    this.reader =
        new TextReader(
            lexicon, new TagMatcher(Names.load(lexicon)), new QuantityExtractor(lexicon));
  }

  public List<Said> of(Said said) {
    if (QUOTED.matcher(said.text()).find()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Pattern dropped : List.of(BRACKETS, ADVERB)) {
      Matcher matcher = dropped.matcher(said.text());
      if (matcher.find()) {
        texts.add(matcher.replaceFirst(""));
      }
    }
    withoutAClause(said, texts);
    joined(said, texts);
    return texts.stream()
        .map(text -> new Said(said.article(), said.reader(), text, said.paragraphs(), said.flaw()))
        .toList();
  }

  /// Only of three or more, and none that says how far the sentence stands behind another.
  private void withoutAClause(Said said, List<String> texts) {
    String text = said.text();
    List<Clause> clauses = reader.read(text, said.reader(), null).clauses();
    for (int i = 1; i + 1 < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      boolean between =
          text.substring(0, clause.start()).matches("(?s).*[,，]\\s*")
              && text.substring(clause.end()).matches("(?s)\\s*[,，].*");
      if (between && clause.cues().isEmpty()) {
        texts.add(
            text.substring(0, clause.start()).stripTrailing()
                + text.substring(clause.end()).replaceFirst("^\\s*[,，]", ""));
        return;
      }
    }
  }

  private static void joined(Said said, List<String> texts) {
    String line = said.article().paragraph(said.paragraphs().getFirst()).text();
    List<Span> all = Sentences.of(line);
    for (int i = 0; i + 1 < all.size(); i++) {
      String next = all.get(i + 1).in(line);
      if (all.get(i).in(line).equals(said.text())
          && !QUOTED.matcher(next).find()
          && next.length() + said.text().length() < LONGEST) {
        texts.add(
            said.text().replaceFirst("[.。]$", said.reader().isChinese() ? "，" : ", and ") + next);
      }
    }
  }
}
