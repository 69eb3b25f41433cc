package dev.assay.cli.desk;

import dev.assay.api.desk.AlertShapes;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.watch.Alert;
import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Delivery;
import dev.assay.watch.Item;
import dev.assay.watch.Kept;
import dev.assay.watch.Mistake;
import dev.assay.watch.Mute;
import dev.assay.watch.Preview;
import dev.assay.watch.Rule;
import dev.assay.watch.RuleDraft;
import dev.assay.watch.RuleFilter;
import dev.assay.watch.RuleScope;
import dev.assay.watch.When;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "alerts",
    description = {
      "Be told of what happens: rules, where they tell, and what went out.",
      "assay alerts                            your alerts",
      "assay alerts add --topic NAME           a new one; --preview: what it would have told",
      "assay alerts show ALERT                 what it found",
      "assay alerts pause|resume|remove ALERT...",
      "assay alerts mute|unmute ALERT...       it finds, and sends nothing",
      "assay alerts places                     where you are told",
      "assay alerts place KIND ADDRESS         a new place: webhook, mail, ntfy, apprise, feishu, wecom, dingtalk",
      "assay alerts test PLACE                 sends a word there",
      "assay alerts forget PLACE...            takes places away",
      "assay alerts sent                       what went out, and what became of it",
      "assay alerts again DELIVERY             sends it once more",
      "assay alerts run                        looks at what happened and sends what is due, once"
    })
public final class AlertsCommand implements Callable<Integer> {

  private static final int SHOWN = 100;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description =
          "list, add, show, pause, resume, mute, unmute, remove, places, place, test, forget, sent, again or run (default: list).")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORD",
      description = "What the action takes: ids, or a kind and an address.")
  private List<String> words = List.of();

  /// What a rule looks at; everything if nothing is named.
  private static final class Scope {
    @Option(
        names = "--topic",
        paramLabel = "NAME",
        description = "With add: a topic by any of its names.")
    private @Nullable String topic;

    @Option(
        names = "--query",
        paramLabel = "QUERY",
        description = "With add: what a search for this finds.")
    private @Nullable String query;

    @Option(
        names = "--source",
        paramLabel = "NAME",
        description = "With add: an outlet, by its name.")
    private @Nullable String source;

    @Option(
        names = "--folder",
        paramLabel = "PATH",
        description = "With add: the sources filed in this folder, and below it.")
    private @Nullable String folder;

    @Option(names = "--entry", paramLabel = "ID", description = "With add: an entry of the ledger.")
    private @Nullable String entry;
  }

  @ArgGroup private @Nullable Scope scope;

  @Option(
      names = "--when",
      paramLabel = "WHAT",
      split = ",",
      description =
          "With add: article.created (default), article.edited, article.figures_edited, figure.created, figure.outside, dispute.opened, dispute.changed, event.created, name.rising, source.failing, source.recovered; several with commas.")
  private List<String> when = List.of(When.ARTICLE.word());

  @Option(
      names = "--outside",
      paramLabel = "PERCENT",
      description = "With figure.outside: how far from what the others allow (default: 10).")
  private String outside = "10";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "With add: only articles in this language; may be repeated.")
  private List<String> languages = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "With add: only articles of this kind (news, analysis, report, filing, transcript, social, file); may be repeated.")
  private List<String> kinds = List.of();

  @Option(
      names = "--sources",
      paramLabel = "N",
      description = "With add: only what this many independent sources tell (default: 1).")
  private String least = "1";

  @Option(
      names = "--schedule",
      paramLabel = "WHEN",
      description =
          "With add: now (default), hourly, \"daily 07:30\" or \"weekly mon 07:30\": the last two are digests.")
  private String schedule = "now";

  @Option(
      names = "--quiet-hours",
      paramLabel = "FROM-UNTIL",
      description = "With add: hours in which nothing goes out, such as 22:00-07:00.")
  private String quiet = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "With add: whose clock counts (default: this machine's).")
  private String zone = ZoneId.systemDefault().getId();

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description = "With add: where it tells, by id; may be repeated (default: every place).")
  private @Nullable List<String> places;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "With add: what the alert is called (default: what it looks at).")
  private String name = "";

  @Option(
      names = "--preview",
      description = "With add: says what it would have told in 30 days, and keeps nothing.")
  private boolean preview;

  @Option(
      names = "--for",
      paramLabel = "SPAN",
      description = "With mute: how long, such as 8h, 2d or 1w (default: always).")
  private String span = Mute.ALWAYS;

  @Option(
      names = "--secret",
      paramLabel = "SECRET",
      description = "With place: what its messages are signed with, or a token.")
  private String secret = "";

  public AlertsCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "list" -> list();
      case "add" -> preview ? preview() : add();
      case "show" -> words.size() == 1 ? show() : misused();
      case "pause" -> each((desk, id) -> desk.watch().rules().turn(ReaderId.LOCAL, id, false));
      case "resume" -> each((desk, id) -> desk.watch().rules().turn(ReaderId.LOCAL, id, true));
      case "mute" -> mute();
      case "unmute" ->
          each((desk, id) -> desk.watch().rules().unmute(ReaderId.LOCAL, id).isPresent());
      case "remove" -> each((desk, id) -> desk.watch().rules().remove(ReaderId.LOCAL, id));
      case "places" -> places();
      case "place" -> words.size() == 2 ? place() : misused();
      case "test" ->
          each((desk, id) -> desk.watch().channels().test(ReaderId.LOCAL, id, language()));
      case "forget" -> each((desk, id) -> desk.watch().channels().remove(ReaderId.LOCAL, id));
      case "sent" -> sent();
      case "again" -> each((desk, id) -> desk.watch().outbox().again(ReaderId.LOCAL, id));
      case "run" -> run();
      default -> misused();
    };
  }

  private int misused() {
    output.error().println(output.words().say("alerts.how"));
    return ExitCode.USAGE;
  }

  private Language language() {
    return output.words().chinese() ? Language.ZH_HANS : Language.EN;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      List<Rule> rules = desk.watch().rules().of(ReaderId.LOCAL);
      if (common.json()) {
        output.json(AlertShapes.AlertRules.of(rules));
        return ExitCode.DONE;
      }
      for (Rule rule : rules) {
        print(rule);
      }
      output.line(output.words().say("alerts.count", rules.size()));
      return ExitCode.DONE;
    }
  }

  private void print(Rule rule) {
    output.line(rule.id() + "  " + rule.name());
    String looked =
        rule.scope().kind() == RuleScope.Kind.EVERYTHING
            ? output.words().say("alerts.scope.everything")
            : output
                .words()
                .say("alerts.scope." + rule.scope().kind().word(), rule.scope().subject());
    String told =
        rule.when().stream()
            .sorted()
            .map(when -> what(when.word()))
            .collect(Collectors.joining(output.words().say("alerts.and")));
    String only = only(rule.filter());
    output.line(
        "  %s · %s%s · %s%s%s"
            .formatted(
                looked,
                told,
                only,
                often(rule.schedule().text()),
                muted(rule),
                rule.on() ? "" : " · " + output.words().say("alerts.paused")));
  }

  private String only(RuleFilter filter) {
    String kinds =
        filter.kinds().stream().sorted().map(ArticleKind::word).collect(Collectors.joining(", "));
    return (kinds.isEmpty() ? "" : " · " + output.words().say("alerts.kinds", kinds))
        + (filter.leastSources() == 1
            ? ""
            : " · " + output.words().say("alerts.from-sources", filter.leastSources()));
  }

  private String what(String word) {
    return output.words().say("alerts.when." + word);
  }

  /// A schedule as it is kept, such as `weekly mon 07:30`, in the user's words.
  private String often(String schedule) {
    String[] words = schedule.split(" ");
    String day = words.length == 3 ? output.words().say("alerts.day." + words[1]) : "";
    return output.words().say("alerts.often." + words[0], words[words.length - 1], day);
  }

  private String muted(Rule rule) {
    if (!rule.isMuted(Instant.now())) {
      return "";
    }
    return " · "
        + (rule.mutedUntil().equals(Mute.FOREVER)
            ? output.words().say("alerts.muted")
            : output
                .words()
                .say("alerts.muted-until", rule.mutedUntil().truncatedTo(ChronoUnit.MINUTES)));
  }

  private RuleDraft draft(Desk desk) {
    Scope asked = scope == null ? new Scope() : scope;
    String kind =
        asked.topic != null
            ? "topic"
            : asked.query != null
                ? "query"
                : asked.source != null
                    ? "source"
                    : asked.folder != null
                        ? "folder"
                        : asked.entry != null ? "entry" : "everything";
    String subject =
        Optional.ofNullable(asked.topic)
            .or(() -> Optional.ofNullable(asked.query))
            .or(() -> Optional.ofNullable(asked.source))
            .or(() -> Optional.ofNullable(asked.folder))
            .or(() -> Optional.ofNullable(asked.entry))
            .orElse("");
    String called =
        name.isEmpty() && subject.isEmpty() ? output.words().say("alerts.everything") : name;
    List<String> told = places;
    return new RuleDraft(
        called,
        kind,
        subject,
        when,
        outside,
        new RuleDraft.Only(languages, kinds, least),
        schedule,
        quiet,
        zone,
        language().tag(),
        told == null
            ? desk.watch().channels().of(ReaderId.LOCAL).stream().map(Channel::id).toList()
            : told);
  }

  private int add() {
    try (Desk desk = opener.toWrite(common.data())) {
      return switch (desk.watch().rules().add(ReaderId.LOCAL, draft(desk))) {
        case Kept.Refused<Rule>(Mistake mistake, String given) -> refused(mistake, given);
        case Kept.Done<Rule>(Rule rule) -> {
          if (common.json()) {
            output.json(AlertShapes.AlertRule.of(rule));
          } else {
            print(rule);
          }
          yield ExitCode.DONE;
        }
      };
    }
  }

  private int preview() {
    try (Desk desk = opener.toRead(common.data())) {
      return switch (desk.watch().rules().preview(ReaderId.LOCAL, draft(desk))) {
        case Kept.Refused<Preview>(Mistake mistake, String given) -> refused(mistake, given);
        case Kept.Done<Preview>(Preview would) -> {
          if (common.json()) {
            output.json(AlertShapes.AlertPreview.of(would));
            yield ExitCode.DONE;
          }
          output.line(output.words().say("alerts.would", would.times()));
          if (would.imported() > 0) {
            output.line(output.words().say("alerts.would-imported", would.imported()));
          }
          would.examples().forEach(this::print);
          yield ExitCode.DONE;
        }
      };
    }
  }

  private void print(Item item) {
    output.line("  " + what(item.what()) + "  " + item.title());
    if (!item.said().isEmpty()) {
      output.line("    " + item.said());
    }
  }

  private int refused(Mistake mistake, String given) {
    output.error().println(output.words().say("alerts.refused." + mistake.word(), given));
    return ExitCode.USAGE;
  }

  private int show() {
    try (Desk desk = opener.toRead(common.data())) {
      Optional<Rule> rule = desk.watch().rules().find(ReaderId.LOCAL, words.getFirst());
      if (rule.isEmpty()) {
        return unknown(words.getFirst());
      }
      List<Alert> found = desk.watch().rules().found(rule.get(), SHOWN);
      long count = desk.watch().rules().count(rule.get());
      if (common.json()) {
        output.json(AlertShapes.AlertFound.of(rule.get(), count, found, null));
        return ExitCode.DONE;
      }
      print(rule.get());
      found.forEach(alert -> print(alert.item()));
      output.line(output.words().say("alerts.found", count));
      return ExitCode.DONE;
    }
  }

  private int unknown(String id) {
    output.error().println(output.words().say("alerts.unknown", id));
    return ExitCode.NOT_FOUND;
  }

  private interface Act {
    boolean on(Desk desk, String id);
  }

  private int each(Act act) {
    if (words.isEmpty()) {
      return misused();
    }
    try (Desk desk = opener.toWrite(common.data())) {
      int code = ExitCode.DONE;
      for (String id : words) {
        if (act.on(desk, id)) {
          output.line(output.words().say("alerts.done." + action, id));
        } else {
          code = unknown(id);
        }
      }
      return code;
    }
  }

  private int mute() {
    return Mute.isSpan(span)
        ? each((desk, id) -> desk.watch().rules().mute(ReaderId.LOCAL, id, span).isPresent())
        : refused(Mistake.NO_SPAN, span);
  }

  private int places() {
    try (Desk desk = opener.toRead(common.data())) {
      List<Channel> channels = desk.watch().channels().of(ReaderId.LOCAL);
      if (common.json()) {
        output.json(AlertShapes.AlertChannels.of(channels));
        return ExitCode.DONE;
      }
      channels.forEach(this::print);
      output.line(output.words().say("alerts.places", channels.size()));
      return ExitCode.DONE;
    }
  }

  private void print(Channel channel) {
    String stopped =
        channel.isOn()
            ? ""
            : " · "
                + output.words().say("alerts.stopped", output.words().reason(channel.stopped()));
    output.line(channel.id() + "  " + channel + stopped);
  }

  private int place() {
    try (Desk desk = opener.toWrite(common.data())) {
      Channels.Draft draft = new Channels.Draft(words.getFirst(), words.getLast(), secret, true);
      return switch (desk.watch().channels().add(ReaderId.LOCAL, draft)) {
        case Kept.Refused<Channel>(Mistake mistake, String given) -> refused(mistake, given);
        case Kept.Done<Channel>(Channel channel) -> {
          if (common.json()) {
            output.json(AlertShapes.AlertChannelMade.of(channel));
            yield ExitCode.DONE;
          }
          print(channel);
          if (channel.kind() == Channel.Kind.WEBHOOK) {
            output.line(output.words().say("alerts.secret", channel.secret()));
          }
          yield ExitCode.DONE;
        }
      };
    }
  }

  private int sent() {
    try (Desk desk = opener.toRead(common.data())) {
      List<Delivery> deliveries = desk.watch().outbox().of(ReaderId.LOCAL, SHOWN);
      if (common.json()) {
        output.json(AlertShapes.AlertDeliveries.of(deliveries));
        return ExitCode.DONE;
      }
      for (Delivery one : deliveries) {
        output.line(
            "%s  %s  %s  %s"
                .formatted(
                    one.id(),
                    output.words().say("alerts.state." + one.state().word()),
                    one.rule(),
                    one.channel()));
        if (!one.said().isEmpty()) {
          output.line("  " + output.words().reason(one.said()));
        }
      }
      output.line(output.words().say("alerts.deliveries", deliveries.size()));
      return ExitCode.DONE;
    }
  }

  private int run() {
    try (Desk desk = opener.toWrite(common.data())) {
      int found = desk.watch().firing().round();
      int sent = desk.sending().run();
      output.line(output.words().say("alerts.ran", found, sent));
      return ExitCode.DONE;
    }
  }
}
