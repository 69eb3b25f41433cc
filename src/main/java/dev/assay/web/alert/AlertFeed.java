package dev.assay.web.alert;

import dev.assay.watch.Alert;
import dev.assay.watch.Item;
import dev.assay.watch.Rule;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.reading.WebFeed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a rule found as a feed, the last first.
record AlertFeed(Rule rule, List<Alert> found) {

  WebFeed in(Messages say) {
    String page = Links.alert(rule.id());
    return new WebFeed(
        rule.name(),
        page,
        page + WebFeed.ATOM,
        found.stream().map(alert -> entry(alert, say)).toList());
  }

  private WebFeed.Entry entry(Alert alert, Messages say) {
    Item item = alert.item();
    String what = say.text("alerts.when." + item.what());
    String summary =
        Stream.of(item.said(), item.quote())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return new WebFeed.Entry(
        "urn:assay:alert:" + rule.id() + ":" + alert.id(),
        what + say.text("colon") + item.title(),
        item.language(),
        alert.foundAt(),
        item.path(),
        item.outlet(),
        summary);
  }
}
