package dev.assay.export;

import dev.assay.cite.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The places that a memo rests on as Web Annotations: <https://www.w3.org/TR/annotation-model/>.
///
/// Positions count code points in the file of the pack that holds the text, which a `TimeState`
/// names as the cached copy. A reserved text has no such file, and its places no position in it.
final class Annotations {

  private Annotations() {}

  static String of(Memo memo) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Memo.Part part : memo.parts()) {
      for (Memo.Line line : part.lines()) {
        line.quotes().forEach(quote -> items.add(annotation(items.size() + 1, line, quote)));
      }
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("@context", "http://www.w3.org/ns/anno.jsonld");
    collection.put("type", "AnnotationPage");
    collection.put("items", items);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(collection);
  }

  private static Map<String, Object> annotation(int number, Memo.Line line, Quote quote) {
    PackSource source = quote.source();
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("id", "urn:assay:%s:%d".formatted(source.id(), number));
    annotation.put("type", "Annotation");
    annotation.put("motivation", motivation(line.by()));
    annotation.put("body", Map.of("type", "TextualBody", "value", line.text()));
    Map<String, Object> target = new LinkedHashMap<>();
    URI address = source.address();
    target.put("source", address == null ? "urn:assay:" + source.id() : address.toASCIIString());
    target.put("state", state(source));
    target.put("selector", selectors(quote));
    annotation.put("target", target);
    return annotation;
  }

  private static String motivation(Memo.By by) {
    return switch (by) {
      case SOURCE -> "identifying";
      case LEDGER -> "assessing";
      case READER -> "commenting";
    };
  }

  private static Map<String, Object> state(PackSource source) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("type", "TimeState");
    state.put("sourceDate", source.article().fetchedAt().toString());
    if (!source.isReserved()) {
      state.put("cached", source.file());
    }
    return state;
  }

  private static List<Map<String, Object>> selectors(Quote quote) {
    List<Map<String, Object>> selectors = new ArrayList<>();
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("type", "TextQuoteSelector");
    words.put("exact", quote.exact());
    words.put("prefix", quote.prefix());
    words.put("suffix", quote.suffix());
    selectors.add(words);
    if (!quote.source().isReserved()) {
      Span place = quote.inFile();
      Map<String, Object> position = new LinkedHashMap<>();
      position.put("type", "TextPositionSelector");
      position.put("start", place.start());
      position.put("end", place.end());
      selectors.add(position);
    }
    return selectors;
  }
}
