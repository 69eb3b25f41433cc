package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.article.Paragraph.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of an article that only its own page reads, as one deflated column.
///
/// Layout: version, authors (count, texts), section and image (empty text for none), paragraphs
/// (count; kind and text each). A text is its length in bytes and its UTF-8.
record ArticleBody(
    List<String> authors,
    @Nullable String section,
    @Nullable URI image,
    List<Paragraph> paragraphs) {

  private static final int VERSION = 1;

  /// A kind is stored as its place in this list; a further kind comes last.
  private static final List<Kind> KINDS =
      List.of(Kind.TEXT, Kind.HEADING, Kind.LIST, Kind.QUOTE, Kind.TABLE, Kind.CAPTION);

  static ArticleBody of(Article article) {
    return new ArticleBody(
        article.authors(), article.section(), article.image(), article.paragraphs());
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(authors.size());
      for (String author : authors) {
        writeText(out, author);
      }
      writeText(out, section == null ? "" : section);
      writeText(out, image == null ? "" : image.toString());
      out.writeInt(paragraphs.size());
      for (Paragraph paragraph : paragraphs) {
        out.writeByte(KINDS.indexOf(paragraph.kind()));
        writeText(out, paragraph.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Deflated.of(bytes.toByteArray());
  }

  static ArticleBody read(byte[] column) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Deflated.inflate(column)))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new StoreException("article body must be of version 1, got " + version);
      }
      List<String> authors = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        authors.add(readText(in));
      }
      String section = readText(in);
      String image = readText(in);
      List<Paragraph> paragraphs = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        Kind kind = KINDS.get(in.readByte());
        paragraphs.add(new Paragraph(paragraphs.size() + 1, kind, readText(in)));
      }
      return new ArticleBody(
          authors,
          section.isEmpty() ? null : section,
          image.isEmpty() ? null : URI.create(image),
          paragraphs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
