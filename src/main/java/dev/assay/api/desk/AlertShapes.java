package dev.assay.api.desk;

import dev.assay.api.ListPage;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.watch.Alert;
import dev.assay.watch.Channel;
import dev.assay.watch.Delivery;
import dev.assay.watch.Item;
import dev.assay.watch.Live;
import dev.assay.watch.Preview;
import dev.assay.watch.Rule;
import dev.assay.watch.When;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of alerts.
public final class AlertShapes {

  private AlertShapes() {}

  /// A rule.
  ///
  /// @param scope everything, topic, query, source or entry
  /// @param when such as article.created
  /// @param outside percent, as a decimal; null unless the rule is about figures outside
  /// @param schedule now, hourly, daily 07:30 or weekly mon 07:30
  /// @param quiet such as 22:00-07:00; empty for none
  /// @param channels ids
  /// @param muted_until nothing is sent of what was found before; of the year 9999 for good; null
  ///   if it never was muted
  public record AlertRule(
      String id,
      String name,
      String scope,
      String subject,
      List<String> when,
      @Nullable String outside,
      List<String> languages,
      List<String> kinds,
      int least_sources,
      String schedule,
      String quiet,
      String zone,
      String language,
      List<String> channels,
      boolean enabled,
      @Nullable String muted_until,
      String created_at) {
    public static AlertRule of(Rule rule) {
      return new AlertRule(
          rule.id(),
          rule.name(),
          rule.scope().kind().word(),
          rule.scope().subject(),
          rule.when().stream().sorted().map(When::word).toList(),
          rule.outside() == null ? null : rule.outside().toPlainString(),
          rule.filter().languages().stream().map(Language::tag).sorted().toList(),
          rule.filter().kinds().stream().sorted().map(ArticleKind::word).toList(),
          rule.filter().leastSources(),
          rule.schedule().text(),
          rule.quiet().text(),
          rule.zone().getId(),
          rule.language().tag(),
          rule.channels(),
          rule.on(),
          rule.wasMuted() ? rule.mutedUntil().toString() : null,
          rule.createdAt().toString());
    }
  }

  /// A page of a reader's rules, the first made first.
  public record AlertRules(List<AlertRule> rules, @Nullable String next_token) {
    public static AlertRules of(Collection<Rule> rules) {
      return new AlertRules(rules.stream().map(AlertRule::of).toList(), null);
    }

    static AlertRules of(ListPage<Rule> page) {
      return new AlertRules(of(page.items()).rules(), page.next());
    }
  }

  /// One thing that was found.
  ///
  /// @param what such as article.created
  /// @param source who published it; may be empty
  /// @param article its id; null if there is none
  /// @param said what happened, in the rule's language; may be empty
  /// @param quote the source's own words; may be empty
  /// @param link on the desk's own pages
  public record AlertItem(
      String what,
      String title,
      String language,
      String source,
      @Nullable String article,
      String said,
      String quote,
      String link,
      String at) {
    static AlertItem of(Item item) {
      return new AlertItem(
          item.what(),
          item.title(),
          item.language(),
          item.outlet(),
          item.article(),
          item.said(),
          item.quote(),
          item.path(),
          item.at().toString());
    }
  }

  /// What a rule found.
  public record FoundItem(String id, String found_at, AlertItem item) {
    static FoundItem of(Alert alert) {
      return new FoundItem(
          Long.toString(alert.id()), alert.foundAt().toString(), AlertItem.of(alert.item()));
    }
  }

  /// A rule with what it found, the last first.
  ///
  /// @param found how many there are
  /// @param next_token asks for the next page; null on the last
  public record AlertFound(
      AlertRule rule, long found, List<FoundItem> items, @Nullable String next_token) {
    public static AlertFound of(
        Rule rule, long found, Collection<Alert> items, @Nullable String next) {
      return new AlertFound(
          AlertRule.of(rule), found, items.stream().map(FoundItem::of).toList(), next);
    }
  }

  /// What a rule would have told in the last days.
  ///
  /// @param imported what came by hand, or was old when it came
  /// @param whole whether all that happened was looked at
  public record AlertPreview(
      int days, long times, long imported, boolean whole, List<AlertItem> examples) {
    public static AlertPreview of(Preview preview) {
      return new AlertPreview(
          Preview.DAYS,
          preview.times(),
          preview.imported(),
          preview.whole(),
          preview.examples().stream().map(AlertItem::of).toList());
    }
  }

  /// Where a reader is told.
  ///
  /// @param address without what would let others in
  /// @param stopped why nothing is sent there any more; empty while it is
  public record AlertChannel(
      String id, String kind, String address, String stopped, String created_at) {
    public static AlertChannel of(Channel channel) {
      return new AlertChannel(
          channel.id(),
          channel.kind().word(),
          channel.shown(),
          channel.stopped(),
          channel.createdAt().toString());
    }
  }

  /// A place that was added, with what its messages are signed with.
  ///
  /// @param secret told this once; empty unless it is a webhook
  public record AlertChannelMade(AlertChannel channel, String secret) {
    public static AlertChannelMade of(Channel channel) {
      return new AlertChannelMade(
          AlertChannel.of(channel), channel.kind() == Channel.Kind.WEBHOOK ? channel.secret() : "");
    }
  }

  /// A page of a reader's places, the first added first.
  public record AlertChannels(List<AlertChannel> channels, @Nullable String next_token) {
    public static AlertChannels of(Collection<Channel> channels) {
      return new AlertChannels(channels.stream().map(AlertChannel::of).toList(), null);
    }

    static AlertChannels of(ListPage<Channel> page) {
      return new AlertChannels(of(page.items()).channels(), page.next());
    }
  }

  /// One message to one place.
  ///
  /// @param rule what its rule is called; empty for a word of the desk's own
  /// @param state waiting, sent, failed or dropped
  /// @param next when it is sent next; null unless it waits
  public record AlertDelivery(
      String id,
      String rule,
      AlertChannel channel,
      String made_at,
      String state,
      int tries,
      @Nullable String next,
      String said) {
    static AlertDelivery of(Delivery delivery) {
      return new AlertDelivery(
          delivery.id(),
          delivery.rule(),
          AlertChannel.of(delivery.channel()),
          delivery.madeAt().toString(),
          delivery.state().word(),
          delivery.tries(),
          delivery.state() == Delivery.State.WAITING ? delivery.dueAt().toString() : null,
          delivery.said());
    }
  }

  /// A page of the messages, the last first.
  public record AlertDeliveries(List<AlertDelivery> deliveries, @Nullable String next_token) {
    public static AlertDeliveries of(Collection<Delivery> deliveries) {
      return new AlertDeliveries(deliveries.stream().map(AlertDelivery::of).toList(), null);
    }

    static AlertDeliveries of(ListPage<Delivery> page) {
      return new AlertDeliveries(of(page.items()).deliveries(), page.next());
    }
  }

  /// One thing that happened, or that an alert found.
  ///
  /// @param id position after it, to go on from
  /// @param type such as article.created; alert for what an alert found
  /// @param article its id; null if there is none
  /// @param subject id of what it is about; of an alert, of the alert
  /// @param detail more of it, such as copy
  /// @param alert what an alert found; null of what happened
  public record LiveEvent(
      String id,
      String type,
      String at,
      @Nullable String article,
      String title,
      String language,
      String source,
      String subject,
      String detail,
      @Nullable AlertItem alert) {
    static LiveEvent of(Live.Event event) {
      return new LiveEvent(
          event.position().text(),
          event.type(),
          event.at().toString(),
          event.article() == null ? null : event.article().toString(),
          event.title(),
          event.language(),
          event.source(),
          event.subject(),
          event.detail(),
          event.item() == null ? null : AlertItem.of(event.item()));
    }
  }

  /// What came after a position.
  ///
  /// @param last position after all of it
  public record LiveEvents(List<LiveEvent> events, String last) {
    static LiveEvents of(List<Live.Event> events, Live.Position asked) {
      return new LiveEvents(
          events.stream().map(LiveEvent::of).toList(),
          events.isEmpty() ? asked.text() : events.getLast().position().text());
    }
  }

  /// Something that was done to a rule, a place or a delivery.
  public record AlertDone(String id) {}
}
