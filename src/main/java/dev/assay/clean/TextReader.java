package dev.assay.clean;

import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.RawDocument;
import dev.assay.clean.file.MarkdownText;
import dev.assay.clean.file.PlainText;
import dev.assay.clean.file.TextDocument;
import dev.assay.clean.text.Languages;
import dev.assay.clean.text.Paragraphs;
import dev.assay.clean.text.TextDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads plain text and Markdown.
///
/// In plain text a blank line ends a paragraph; where there are none, each line is a paragraph.
/// Lines that were broken at a fixed width are joined. The first line is the title if it is short
/// and does not end as a sentence does. In Markdown, marks become the kinds of paragraphs.
final class TextReader {

  private static final double BEYOND_REPAIR = 0.05;
  private static final int MOST_BYTES = 32_000_000;
  private static final int LONGEST_TITLE = 160;

  /// Dates are looked for in so many first and last paragraphs.
  private static final int DATED = 4;

  private TextReader() {}

  static CleanResult readPlain(RawDocument document) {
    return read(document, false);
  }

  static CleanResult readMarkdown(RawDocument document) {
    return read(document, true);
  }

  private static CleanResult read(RawDocument document, boolean markdown) {
    if (document.bytes().length > MOST_BYTES) {
      return new CleanResult.Refused(
          "the text is larger than 32 MB; split it and import the parts");
    }
    TextDecoder.Decoded decoded =
        TextDecoder.decode(document.bytes(), document.header("content-type").orElse(""));
    if (decoded.text().isBlank()) {
      return new CleanResult.Refused("the file is empty");
    }
    if (decoded.damaged() > BEYOND_REPAIR) {
      return new CleanResult.Refused(
          "the text's characters could not be read in any encoding; save it as UTF-8 and import it again");
    }
    String own =
        document.header(RawDocument.LETTER).isPresent()
            ? LetterFurniture.without(decoded.text())
            : decoded.text();
    TextDocument text = markdown ? MarkdownText.read(own) : plain(document, own);
    if (text.paragraphs().isEmpty() && text.title().isEmpty()) {
      return new CleanResult.Refused("the file holds no text");
    }
    return new CleanResult.Cleaned(article(document, text));
  }

  private static TextDocument plain(RawDocument document, String own) {
    TextDocument text = PlainText.read(own);
    return document.header(RawDocument.LETTER).isPresent() ? ofLetter(document, text) : text;
  }

  /// A mail has its subject for a title, so its first line is text.
  private static TextDocument ofLetter(RawDocument document, TextDocument text) {
    String subject = document.header(RawDocument.STATED_TITLE).orElse("");
    boolean headed = !subject.isEmpty() && !text.title().isEmpty();
    Paragraphs all = new Paragraphs();
    if (headed) {
      all.add(Paragraph.Kind.HEADING, text.title());
    }
    text.paragraphs().forEach(one -> all.add(one.kind(), one.text()));
    return new TextDocument(
        headed ? subject : text.title(),
        text.authors(),
        text.frontDate(),
        text.date(),
        text.dateEvidence(),
        text.language(),
        LetterFurniture.without(all.list(), subject));
  }

  /// An article of a file's text.
  static Article article(RawDocument document, TextDocument text) {
    Language language = Languages.of(text.paragraphs(), text.language());
    String title =
        text.title().isBlank() || text.title().length() > LONGEST_TITLE * 2
            ? Paragraphs.firstWords(text.paragraphs(), document.identity().shown())
            : text.title();
    return new Article(
        document.identity().articleId(),
        Optional.ofNullable(document.address()).flatMap(CanonicalAddress::of).orElse(null),
        document.header("feed-source").orElseGet(() -> publisher(text)),
        null,
        title,
        text.authors().stream().filter(name -> !name.equals(publisher(text))).toList(),
        published(document, text, language).orElse(null),
        null,
        document.fetchedAt(),
        language,
        ArticleKind.FILE,
        null,
        null,
        text.paragraphs());
  }

  private static Optional<PublicationTime> published(
      RawDocument document, TextDocument text, Language language) {
    PublishedDateFinder dates =
        new PublishedDateFinder(
            new Signals(), StructuredData.NONE, document.address(), language, document.fetchedAt());
    return dates
        .stated(text.frontDate(), "front matter")
        .or(() -> dates.statedIn(opening(text.paragraphs())))
        .or(() -> dates.guessed(text.date(), text.dateEvidence()))
        .or(() -> dates.inTexts(edges(text.paragraphs())));
  }

  /// The body that issued a document: what stands before the date, or the number, in the line under
  /// its title. A sentence (`该院25日签署协议，……。`) is no such line.
  private static String publisher(TextDocument text) {
    if (text.paragraphs().isEmpty()) {
      return "";
    }
    String line = text.paragraphs().getFirst().text();
    int end = 0;
    while (end < line.length() && ",，·|;；".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    boolean dated = line.length() <= LONGEST_TITLE && line.chars().anyMatch(Character::isDigit);
    boolean sentence = "。！？.!?”\"".indexOf(line.charAt(line.length() - 1)) >= 0;
    return dated && !sentence && end < line.length() ? line.substring(0, end).strip() : "";
  }

  private static final int OPENING = 3;

  /// The first paragraphs, where a document states its date.
  private static List<String> opening(List<Paragraph> paragraphs) {
    return paragraphs.stream().limit(OPENING).map(Paragraph::text).toList();
  }

  private static List<String> edges(List<Paragraph> paragraphs) {
    int size = paragraphs.size();
    return IntStream.range(0, size)
        .filter(i -> i < DATED || i >= size - 2)
        .mapToObj(i -> paragraphs.get(i).text())
        .toList();
  }
}
