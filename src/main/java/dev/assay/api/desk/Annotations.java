package dev.assay.api.desk;

import dev.assay.article.Article;
import dev.assay.desk.note.Anchor;
import dev.assay.desk.note.Note;
import dev.assay.desk.note.PlacedNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notes in the form of the W3C's Web Annotation model, for other programs.
///
/// Positions count code points, as the model says, from the beginning of the article's text: its
/// paragraphs with one line end between two. They are those of the text of now; a note whose words
/// are gone has its quote alone.
public final class Annotations {

  private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

  /// What the answer is, for its header.
  static final String MEDIA_TYPE =
      "application/ld+json; profile=\"%s\"; charset=utf-8".formatted(CONTEXT);

  private Annotations() {}

  /// A collection of annotations with all of them in its one page.
  public static Map<String, Object> of(List<PlacedNote> notes) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("type", "AnnotationPage");
    page.put("items", notes.stream().map(Annotations::of).toList());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", CONTEXT);
    all.put("type", "AnnotationCollection");
    all.put("total", notes.size());
    all.put("first", page);
    return all;
  }

  private static Map<String, Object> of(PlacedNote placed) {
    Note note = placed.note();
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("id", "urn:assay:note:" + note.id());
    annotation.put("type", "Annotation");
    annotation.put("motivation", note.text().isEmpty() ? "highlighting" : "commenting");
    annotation.put("created", note.createdAt().toString());
    annotation.put("modified", note.changedAt().toString());
    List<Map<String, Object>> bodies = bodies(note);
    if (!bodies.isEmpty()) {
      annotation.put("body", bodies);
    }
    annotation.put("target", target(placed));
    return annotation;
  }

  private static List<Map<String, Object>> bodies(Note note) {
    List<Map<String, Object>> bodies = new ArrayList<>();
    if (!note.text().isEmpty()) {
      bodies.add(body(note.text(), "commenting"));
    }
    note.tags().forEach(tag -> bodies.add(body(tag, "tagging")));
    return bodies;
  }

  private static Map<String, Object> body(String value, String purpose) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "TextualBody");
    body.put("value", value);
    body.put("format", "text/plain");
    body.put("purpose", purpose);
    return body;
  }

  private static Map<String, Object> target(PlacedNote placed) {
    Article article = placed.article();
    Map<String, Object> target = new LinkedHashMap<>();
    target.put(
        "source",
        article.address() == null
            ? "urn:assay:article:" + article.id()
            : article.address().toString());
    List<Map<String, Object>> selectors = new ArrayList<>();
    selectors.add(quote(placed.note().anchor()));
    Anchor.Place place = placed.place();
    if (place != null) {
      selectors.add(position(article, place));
    }
    target.put("selector", selectors);
    target.put("state", Map.of("type", "TimeState", "sourceDate", article.fetchedAt().toString()));
    return target;
  }

  private static Map<String, Object> quote(Anchor anchor) {
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("type", "TextQuoteSelector");
    selector.put("exact", anchor.exact());
    selector.put("prefix", anchor.prefix());
    selector.put("suffix", anchor.suffix());
    return selector;
  }

  private static Map<String, Object> position(Article article, Anchor.Place place) {
    int before = 0;
    for (int number = 1; number < place.paragraph(); number++) {
      String text = article.paragraph(number).text();
      before += text.codePointCount(0, text.length()) + 1;
    }
    String text = article.paragraph(place.paragraph()).text();
    Map<String, Object> selector = new LinkedHashMap<>();
    selector.put("type", "TextPositionSelector");
    selector.put("start", before + text.codePointCount(0, place.span().start()));
    selector.put("end", before + text.codePointCount(0, place.span().end()));
    return selector;
  }
}
