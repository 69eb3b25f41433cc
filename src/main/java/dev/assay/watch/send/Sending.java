package dev.assay.watch.send;

import dev.assay.article.ExpectedFailure;
import dev.assay.fetch.Courier;
import dev.assay.fetch.Courier.Answer;
import dev.assay.watch.Outbox;
import dev.assay.watch.Parcel;
import dev.assay.watch.WatchSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends parcels, and says what came of each. Safe for use by many threads.
public final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private static final int GONE = 410;
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  /// Messages to one place, of one look by hand.
  private static final int AT_ONCE = 100;

  private final Outbox outbox;
  private final Courier courier;
  private final WatchSettings settings;
  private final InstantSource clock;
  private final @Nullable Letters letters;

  public Sending(Outbox outbox, Courier courier, WatchSettings settings, InstantSource clock) {
    this.outbox = outbox;
    this.courier = courier;
    this.settings = settings;
    this.clock = clock;
    this.letters = settings.mail() == null ? null : new Letters(settings.mail(), settings);
  }

  /// What is due now: one message to each place.
  ///
  /// @param busy places, by id, that get nothing now
  List<Parcel> due(Set<String> busy) {
    return outbox.due(1, busy);
  }

  /// Sends all that is due, one to each place after the other: a message is put into words when it
  /// goes out, and a place that is no more gets none of the rest.
  ///
  /// @return how many parcels were tried
  public int run() {
    int tried = 0;
    for (int round = 0; round < AT_ONCE && outbox.hasDue(); round++) {
      List<Parcel> due = due(Set.of());
      due.forEach(this::send);
      tried += due.size();
    }
    return tried;
  }

  /// Sends one. What it throws is a try like any other: it is sent again later, and ends some day.
  void send(Parcel parcel) {
    try {
      handOver(parcel);
    } catch (ExpectedFailure e) {
      throw e; // the store is not there to say what came of it: it is due still
    } catch (RuntimeException e) {
      LOG.error("message {} cannot be sent", parcel.id(), e);
      outbox.notTaken(parcel, "It cannot be sent; the log says why.", null, false);
    }
  }

  private void handOver(Parcel parcel) {
    switch (parcel.channel().kind()) {
      case WEBHOOK -> post(parcel, WebhookForm.of(parcel, settings, clock.instant()));
      case NTFY -> post(parcel, ChatForms.ntfy(parcel, settings));
      case APPRISE -> post(parcel, ChatForms.apprise(parcel, settings));
      case FEISHU -> post(parcel, ChatForms.feishu(parcel, settings, clock.instant()));
      case WECOM -> post(parcel, ChatForms.wecom(parcel, settings));
      case DINGTALK -> post(parcel, ChatForms.dingtalk(parcel, settings, clock.instant()));
      case MAIL -> mail(parcel);
    }
  }

  private void mail(Parcel parcel) {
    if (letters == null) {
      outbox.notTaken(parcel, "There is no mail server any more.", null, false);
      return;
    }
    letters
        .send(parcel)
        .ifPresentOrElse(
            why -> outbox.notTaken(parcel, why, null, false),
            () -> outbox.taken(parcel, "Handed to %s.".formatted(settings.mail())));
  }

  private void post(Parcel parcel, Post post) {
    switch (courier.post(post.address(), post.headers(), Post.TYPE, post.body())) {
      case Answer.Said(int status, Duration pause, String body) ->
          said(parcel, status, pause, status == 200 ? post.refusal().apply(body) : "");
      case Answer.Refused(String reason) -> outbox.gone(parcel, reason);
      case Answer.None(String reason) -> outbox.notTaken(parcel, reason, null, false);
    }
  }

  /// @param refused why it was not taken though the status says so; empty if it was
  private void said(Parcel parcel, int status, @Nullable Duration pause, String refused) {
    if (!refused.isEmpty()) {
      outbox.notTaken(parcel, "The receiver answered %s.".formatted(refused), pause, false);
    } else if (status / 100 == 2) {
      outbox.taken(parcel, "The receiver answered %d.".formatted(status));
    } else if (status == GONE) {
      outbox.gone(parcel, "The receiver answered 410: there is nobody any more.");
    } else {
      outbox.notTaken(
          parcel, "The receiver answered %d.".formatted(status), pause, BUSY.contains(status));
    }
  }
}
