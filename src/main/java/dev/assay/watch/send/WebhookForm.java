package dev.assay.watch.send;

import dev.assay.watch.Channel;
import dev.assay.watch.Channels;
import dev.assay.watch.Item;
import dev.assay.watch.Message;
import dev.assay.watch.Parcel;
import dev.assay.watch.WatchSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A message as Standard Webhooks has it (`spec/standard-webhooks.md`): `type`, `timestamp` and
/// `data`, signed with the channel's secret, and with the one before while both are in use. The id
/// stays the same however often it is sent; the time is that of the try.
final class WebhookForm {

  private static final int MOST_BYTES = 20_000;

  private WebhookForm() {}

  /// @param settings where the desk's pages are
  static Post of(Parcel parcel, WatchSettings settings, Instant now) {
    byte[] body = body(parcel.message(), settings);
    String id = parcel.id();
    String time = Long.toString(now.getEpochSecond());
    return new Post(
        URI.create(parcel.channel().address()),
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            time,
            "webhook-signature",
            signatures(parcel.channel(), id, time, body)),
        body,
        _ -> "");
  }

  private static String signatures(Channel channel, String id, String time, byte[] body) {
    String before = channel.secretBefore();
    String signature = signature(channel.secret(), id, time, body);
    return before == null ? signature : signature + " " + signature(before, id, time, body);
  }

  private static String signature(String secret, String id, String time, byte[] body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(Channels.SECRET.length()));
    byte[] head = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[head.length + body.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    return "v1," + Mac.of(key, signed);
  }

  /// With as many things as there is room for.
  private static byte[] body(Message message, WatchSettings settings) {
    List<Message.Line> lines = message.lines();
    for (int kept = lines.size(); ; kept--) {
      byte[] body = Post.written(json(message, lines.subList(0, kept), settings));
      if (body.length <= MOST_BYTES || kept == 0) {
        return body;
      }
    }
  }

  private static Map<String, Object> json(
      Message message, List<Message.Line> lines, WatchSettings settings) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (message.rule() != null) {
      Map<String, Object> rule = new LinkedHashMap<>(); // in one order in every process
      rule.put("id", message.rule());
      rule.put("name", message.ruleName());
      data.put("rule", rule);
    }
    data.put("title", message.title());
    List<Map<String, Object>> items = new ArrayList<>();
    lines.forEach(line -> items.add(item(line.item(), settings)));
    data.put("items", items);
    data.put("more", message.more());
    data.put("link", settings.link(message.path()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", message.type());
    json.put("timestamp", message.madeAt().toString());
    json.put("data", data);
    return json;
  }

  private static Map<String, Object> item(Item item, WatchSettings settings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", item.what());
    json.put("title", item.title());
    json.put("language", item.language());
    json.put("source", item.outlet());
    json.put("article", item.article());
    json.put("said", item.said());
    json.put("quote", item.quote());
    json.put("at", item.at().toString());
    json.put("link", settings.link(item.path()));
    return json;
  }
}
