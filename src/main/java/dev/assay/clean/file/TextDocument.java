package dev.assay.clean.file;

import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader of files found.
///
/// @param title may be empty
/// @param frontDate the date that its writer put at the head for programs to read
/// @param date as the file's program noted it
/// @param dateEvidence where that date stands
/// @param language as declared, [Language#UNKNOWN] if not
public record TextDocument(
    String title,
    List<String> authors,
    @Nullable String frontDate,
    @Nullable String date,
    String dateEvidence,
    Language language,
    List<Paragraph> paragraphs) {

  static TextDocument of(String title, List<Paragraph> paragraphs) {
    return new TextDocument(title, List.of(), null, null, "", Language.UNKNOWN, paragraphs);
  }
}
