package dev.assay.web.time;

import dev.assay.fold.EditKind;
import dev.assay.topic.time.EditPage;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import dev.assay.web.ShownChange;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of what sources changed after publication. Safe for use by many threads.
public final class EditPages {

  private static final int MOST_LETTERS = 300;

  private final Past past;
  private final PageWriter writer = new PageWriter();

  public EditPages(Past past) {
    this.past = past;
  }

  /// A change as it is printed, with what kind it is.
  public record Shown(List<EditKind> kinds, ShownChange change) {}

  public void register(JavalinConfig config) {
    config.routes.get("/edits", this::edits);
  }

  private void edits(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.ELSEWHERE);
    String source = text(context, "source");
    EditKind kind = kind(context);
    EditPage page = past.at(AsOf.moment(context)).edits().page(source, kind, before(context));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame);
    parameters.put("page", page);
    parameters.put("source", source);
    if (kind != null) {
      parameters.put("kind", kind);
    }
    writer.write(context, "edits", parameters);
  }

  /// The parts of a change as they are printed.
  public static List<Shown> shown(EditPage.Line line, int most) {
    return line.parts().stream()
        .limit(most)
        .map(part -> new Shown(part.kinds(), ShownChange.of(part.change())))
        .toList();
  }

  private static @Nullable EditKind kind(Context context) {
    String kind = text(context, "kind");
    if (kind.isEmpty()) {
      return null;
    }
    return Arrays.stream(EditKind.values())
        .filter(known -> known.word().equals(kind))
        .findFirst()
        .orElseThrow(
            () -> new BadRequestResponse(Reader.words(context).text("error.no-choice", kind)));
  }

  private static @Nullable Instant before(Context context) {
    String before = text(context, "before");
    try {
      return before.isEmpty() ? null : Instant.parse(before);
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse(Reader.words(context).text("error.no-place"));
    }
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.substring(0, Math.min(MOST_LETTERS, value.length())).strip();
  }
}
