package dev.assay.web.upkeep;

import dev.assay.access.Visitor;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Step;
import dev.assay.follow.Steps;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import dev.assay.web.TimeWords;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How what is followed is, in words: the list with the worst first, one source with what it did
/// not give, and the steps of a round that a person asked for. Safe for use by many threads.
public final class SourcePages {

  /// What the page can set; the rest is set by the command line and the API.
  private static final List<SourceOption> SHOWN =
      List.of(
          SourceOption.TITLE,
          SourceOption.ADDRESS,
          SourceOption.FOLDER,
          SourceOption.EVERY,
          SourceOption.TEXT,
          SourceOption.SKIP,
          SourceOption.LANGUAGE);

  private final Sources sources;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  public SourcePages(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/sources", this::list);
    config.routes.post("/sources", this::follow);
    config.routes.get("/sources/{id}", this::one);
    config.routes.post("/sources/{id}/fetch", this::ask);
    config.routes.post("/sources/{id}/pause", context -> activity(context, Activity.PAUSED));
    config.routes.post("/sources/{id}/resume", context -> activity(context, Activity.FOLLOWED));
    config.routes.post("/sources/{id}/set", this::set);
    config.routes.post("/sources/{id}/remove", this::remove);
  }

  private void list(Context context) {
    list(context, "", "");
  }

  /// @param mistake why an address is not followed; empty if none was given
  /// @param given that address
  private void list(Context context, String mistake, String given) {
    Frame frame = writer.frame(context, Frame.Part.SOURCES);
    writer.write(
        context,
        "sources",
        Map.of(
            "frame",
            frame,
            "sources",
            sources.all(),
            "time",
            new TimeWords(frame.say(), clock.instant()),
            "mistake",
            mistake,
            "given",
            given));
  }

  private void refuse(Context context, String mistake, String given) {
    context.status(HttpStatus.BAD_REQUEST);
    list(context, mistake, given);
  }

  private void follow(Context context) {
    String address = Optional.ofNullable(context.formParam("address")).orElse("").strip();
    Messages say = Reader.words(context);
    if (!address.matches("[^/\\s]\\S*")) {
      refuse(context, say.text("sources.no-address"), address);
      return;
    }
    String folder = Optional.ofNullable(context.formParam("folder")).orElse("").strip();
    switch (sources.follow(
        whole(address),
        new Wish(folder, Visitor.of(context).reader().value(), Map.of()),
        Steps.UNHEARD)) {
      case Following.Done(var source, _, _) ->
          context.redirect(Links.source(source.id()), HttpStatus.SEE_OTHER);
      case Following.Already(var source) ->
          context.redirect(Links.source(source.id()), HttpStatus.SEE_OTHER);
      case Following.Nothing(String reason) -> refuse(context, say.reason(reason), address);
    }
  }

  /// Only addresses of the web: a page names no folders of its server's machine.
  private static String whole(String address) {
    return address.contains("://") ? address : "https://" + address;
  }

  private void one(Context context) {
    show(context, List.of(), "");
  }

  private void show(Context context, List<Step> steps, String note) {
    Frame frame = writer.frame(context, Frame.Part.SOURCES);
    Sources.Detail detail = sources.find(id(context)).orElseThrow(NotFoundResponse::new);
    TimeWords time = new TimeWords(frame.say(), clock.instant());
    writer.write(
        context,
        "source",
        Map.of(
            "frame",
            frame,
            "detail",
            detail,
            "steps",
            StepWords.of(steps, frame.say()),
            "note",
            note,
            "options",
            SHOWN.stream()
                .collect(
                    Collectors.toMap(
                        SourceOption::word, option -> option.of(detail.health().source()))),
            "bars",
            RoundBars.of(detail.health().rounds(), frame.say(), time),
            "time",
            time));
  }

  private static int id(Context context) {
    try {
      return Integer.parseInt(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw new NotFoundResponse();
    }
  }

  private void ask(Context context) {
    List<Step> steps = new ArrayList<>();
    String note =
        sources.askNow(id(context), steps::add).isPresent()
            ? ""
            : Reader.words(context).text("sources.again");
    show(context, steps, note);
  }

  /// Sets what the form shows; what else can be set stays as it is.
  private void set(Context context) {
    Map<String, String> options = new HashMap<>();
    for (SourceOption option : SHOWN) {
      String value = context.formParam(option.word());
      if (value != null) {
        options.put(option.word(), value);
      }
    }
    try {
      if (sources.set(id(context), options).isEmpty()) {
        throw new NotFoundResponse();
      }
    } catch (IllegalArgumentException e) {
      show(context, List.of(), Reader.words(context).reason(String.valueOf(e.getMessage())));
      return;
    }
    context.redirect(Links.source(id(context)), HttpStatus.SEE_OTHER);
  }

  private void activity(Context context, Activity activity) {
    Map<String, String> option = Map.of(SourceOption.ACTIVITY.word(), activity.word());
    if (sources.set(id(context), option).isEmpty()) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.source(id(context)), HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    sources.remove(id(context));
    context.redirect(Links.sources(), HttpStatus.SEE_OTHER);
  }
}
