package dev.assay.access.guard;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was sent with a request, as far as the audit may keep it: without what lets somebody in
/// somewhere, and no more than its beginning.
final class SentWords {

  private static final int MOST = 400;

  private static final String HIDDEN = "…";

  private static final String SECRET =
      "(?:pass(?:word|wd|phrase)?|pwd|secret|token|cookie|credentials?|authorization|auth|bearer"
          + "|api-?_?key|key|signature|sig|csrf)";

  /// Names of fields whose values are secret: `password`, `new_password`, `apiKey`.
  private static final Pattern FIELD =
      Pattern.compile("(?i)(?:.*[_.-])?" + SECRET + "|.*(?:Password|Secret|Token|Key|Cookie)");

  /// `name:password@` of an address.
  private static final Pattern PERSON = Pattern.compile("(?<=://)[^/\\s@\"]+(?=@)");

  /// `token=...` of an address.
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&](?:[\\w.-]{0,40}[_.-])?" + SECRET + "=)[^&#\\s\"]+");

  private SentWords() {}

  static String of(Context context) {
    String sent =
        context.isFormUrlencoded()
            ? form(context.formParamMap())
            : context.isJson() ? json(context.body()) : "";
    return sent.substring(0, Math.min(MOST, sent.length()));
  }

  static String form(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals(Guard.FORM_FIELD))
        .map(
            field ->
                field.getKey() + "=" + kept(field.getKey(), String.join(",", field.getValue())))
        .collect(Collectors.joining(" "));
  }

  /// Nothing of what is no JSON: nobody knows what it is.
  static String json(String body) {
    try {
      JsonNode sent = JsonMapper.shared().readTree(body);
      hide(sent);
      return sent.isMissingNode() ? "" : sent.toString();
    } catch (JacksonException e) {
      return "";
    }
  }

  private static void hide(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object.propertyNames().stream()
              .toList()
              .forEach(
                  name -> {
                    JsonNode value = object.path(name);
                    if (value.isContainer() && !FIELD.matcher(name).matches()) {
                      hide(value);
                    } else if (value.isString() || FIELD.matcher(name).matches()) {
                      object.put(name, kept(name, value.asString(HIDDEN)));
                    }
                  });
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          if (list.path(i).isString()) {
            list.set(i, kept("", list.path(i).asString()));
          } else {
            hide(list.path(i));
          }
        }
      }
      default -> {}
    }
  }

  private static String kept(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    return FIELD.matcher(field).matches()
        ? HIDDEN
        : PARAMETER
            .matcher(PERSON.matcher(value).replaceAll(HIDDEN))
            .replaceAll(found -> Matcher.quoteReplacement(found.group(1)) + HIDDEN);
  }
}
