package dev.assay.web.alert;

import dev.assay.article.ArticleKind;
import dev.assay.watch.Channel;
import dev.assay.watch.Preview;
import dev.assay.watch.RuleDraft;
import dev.assay.watch.RuleScope;
import dev.assay.watch.When;
import dev.assay.web.Messages;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A rule that is being written, as its form shows it.
///
/// @param action where the form sends it
/// @param mistake why it was not kept; empty before it was sent
/// @param preview what it would have told; null if that was not asked for
public record AlertForm(
    String action,
    RuleDraft draft,
    List<Channel> channels,
    String mistake,
    @Nullable Preview preview) {

  public static final List<String> SCOPES =
      Arrays.stream(RuleScope.Kind.values()).map(RuleScope.Kind::word).toList();

  public static final List<String> WHEN = Arrays.stream(When.values()).map(When::word).toList();

  public static final List<String> PACES = List.of("now", "hourly", "daily", "weekly");

  public static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  public static final List<String> KINDS =
      Arrays.stream(ArticleKind.values()).map(ArticleKind::word).toList();

  private static final String MORNING = "07:30";

  public AlertForm {
    channels = List.copyOf(channels);
  }

  /// What a form brought.
  ///
  /// @param zone of the reader's clock
  static RuleDraft draft(Context context, Messages say, String zone) {
    String pace = text(context, "pace");
    String at = text(context, "at").isEmpty() ? MORNING : text(context, "at");
    String schedule =
        switch (pace) {
          case "daily" -> "daily " + at;
          case "weekly" -> "weekly " + text(context, "day") + " " + at;
          case String other -> other;
        };
    String from = text(context, "from");
    String until = text(context, "until");
    return new RuleDraft(
        text(context, "name"),
        text(context, "scope"),
        text(context, "subject"),
        context.formParams("when"),
        text(context, "outside"),
        new RuleDraft.Only(
            chosen(context, "language"), chosen(context, "kind"), text(context, "sources")),
        schedule,
        from.isEmpty() && until.isEmpty() ? "" : from + "-" + until,
        text(context, "zone").isEmpty() ? zone : text(context, "zone"),
        say.language().tag(),
        context.formParams("channel"));
  }

  private static List<String> chosen(Context context, String name) {
    return context.formParams(name).stream().filter(word -> !word.isBlank()).toList();
  }

  static String text(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }

  /// `checked` for a box, or nothing.
  public boolean wants(String when) {
    return draft.when().contains(when);
  }

  public boolean tells(Channel channel) {
    return draft.channels().contains(channel.id());
  }

  private String word(int place) {
    List<String> words = Stream.of(draft.schedule().split("\\s+")).toList();
    return place < words.size() ? words.get(place) : "";
  }

  public String pace() {
    return word(0).isEmpty() ? "now" : word(0);
  }

  public String day() {
    return pace().equals("weekly") ? word(1) : "mon";
  }

  /// The time of day that a digest goes out.
  public String at() {
    String at =
        switch (pace()) {
          case "daily" -> word(1);
          case "weekly" -> word(2);
          case String _ -> "";
        };
    return at.isEmpty() ? MORNING : at;
  }

  /// One end of the quiet hours; empty if there are none.
  ///
  /// @param place 0 for where they begin, 1 for where they end
  public String quiet(int place) {
    String[] ends = draft.quiet().split("-", -1);
    return ends.length == 2 ? ends[place] : "";
  }

  public String language() {
    return draft.only().languages().isEmpty() ? "" : draft.only().languages().getFirst();
  }
}
