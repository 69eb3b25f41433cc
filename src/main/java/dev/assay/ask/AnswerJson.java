package dev.assay.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.brief.BriefJson;
import tools.jackson.databind.json.JsonMapper;

/// Answers as JSON, the form in which they are stored: the components of the records by their
/// names. A component may be added but never renamed. Safe for use by many threads.
final class AnswerJson {

  private AnswerJson() {}

  private interface IdForm {
    @JsonValue
    String value();

    @JsonCreator
    static AnswerId of(String value) {
      return new AnswerId(value);
    }
  }

  private static final JsonMapper MAPPER =
      BriefJson.mapper().rebuild().addMixIn(AnswerId.class, IdForm.class).build();

  static String write(Answer answer) {
    return MAPPER.writeValueAsString(answer);
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws tools.jackson.core.JacksonException if `json` is something else
  static Answer read(String json) {
    return MAPPER.readValue(json, Answer.class);
  }
}
