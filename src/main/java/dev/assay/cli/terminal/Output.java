package dev.assay.cli.terminal;

import dev.assay.lexicon.Reasons;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a command prints, and in which language.
///
/// @param out results, UTF-8
/// @param error progress, remarks and errors, UTF-8
/// @param terminal whether a person watches `error`
public record Output(PrintStream out, PrintStream error, boolean terminal, Words words) {

  public static Output of(OutputStream out, OutputStream error, boolean terminal, Locale locale) {
    return new Output(
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(error, true, StandardCharsets.UTF_8),
        terminal,
        Words.of(locale));
  }

  public void line(String text) {
    out.println(TerminalText.lines(text));
  }

  /// One object on one line.
  public void json(Object value) {
    out.println(TerminalText.json(Json.LINES.writeValueAsString(value)));
  }

  public void flush() {
    out.flush();
    error.flush();
  }

  private static final class Json {
    static final JsonMapper LINES =
        JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /// The command line's words in the user's language.
  public record Words(ResourceBundle bundle) {

    static Words of(Locale locale) {
      Locale chosen = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
      return new Words(
          ResourceBundle.getBundle(
              "dev.assay.cli.words",
              chosen,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public boolean chinese() {
      return bundle.getLocale().getLanguage().equals("zh");
    }

    /// The words under `key`, with the arguments put in their places (as String.format does) and
    /// words such as `{article|articles}` in the form that agrees with the number before them.
    public String say(String key, Object... arguments) {
      Object[] harmless = Arrays.stream(arguments).map(Words::harmless).toArray();
      return String.format(
          Locale.ROOT, Agreement.agreed(bundle.getString(key), harmless), harmless);
    }

    /// Why something was not done or not taken, which the program says in English, in the user's
    /// language.
    public String reason(String reason) {
      return chinese() ? Reasons.inChinese(reason) : reason;
    }

    private static Object harmless(Object argument) {
      return argument instanceof Number ? argument : TerminalText.inLine(String.valueOf(argument));
    }
  }
}
