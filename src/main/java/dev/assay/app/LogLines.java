package dev.assay.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The program's log: a line an event on standard error, plain or, with `ASSAY_LOG=json`, as an
/// object with `time`, `level`, `room`, `message` and for faults `trace`.
///
/// Documents are named by their ids. Whatever looks like a key or a token is left out, whoever
/// wrote it into a message.
final class LogLines extends Formatter {

  /// Set to `json` for objects.
  static final String VARIABLE = "ASSAY_LOG";

  private static final String ROOT = "dev.assay.";

  /// Keys of providers, our own tokens, and what stands behind the names of secrets.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(?:sk-[\\w-]{8,}|assay_\\w{8,}|bearer\\s+\\S+"
              + "|(?:api[-_]?key|authorization|password|passwort|secret|token|key)[\"']?\\s*[=:]\\s*[\"']?[^\\s\"',;&]+)");

  private final boolean json;

  LogLines(boolean json) {
    this.json = json;
  }

  /// Has everything that is logged written so.
  static void install(Map<String, String> environment) {
    LogLines lines = new LogLines("json".equals(environment.get(VARIABLE)));
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(lines);
    }
  }

  @Override
  public String format(LogRecord event) {
    String message = withoutSecrets(formatMessage(event));
    String trace = withoutSecrets(trace(event.getThrown()));
    return json ? object(event, message, trace) : line(event, message, trace);
  }

  private static String withoutSecrets(String text) {
    return SECRET.matcher(text).replaceAll("[left out]");
  }

  private static String object(LogRecord event, String message, String trace) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("time", time(event));
    fields.put("level", level(event));
    fields.put("room", room(event));
    fields.put("message", message);
    if (!trace.isEmpty()) {
      fields.put("trace", trace);
    }
    return JsonMapper.shared().writeValueAsString(fields) + "\n";
  }

  private static String line(LogRecord event, String message, String trace) {
    String oneLine = message.replace('\n', ' ').replace('\r', ' ');
    return "%s %s %s: %s\n%s".formatted(time(event), level(event), room(event), oneLine, trace);
  }

  private static String time(LogRecord event) {
    return event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String level(LogRecord event) {
    int level = event.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      return "error";
    }
    return level >= Level.WARNING.intValue() ? "warning" : "info";
  }

  /// The logger's package: `ingest` for `dev.assay.ingest.Workers`.
  private static String room(LogRecord event) {
    String name = event.getLoggerName() == null ? "" : event.getLoggerName();
    int end = name.lastIndexOf('.');
    return name.startsWith(ROOT) && end > ROOT.length() ? name.substring(ROOT.length(), end) : name;
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
