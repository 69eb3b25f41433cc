package dev.assay.watch.send;

import dev.assay.watch.Channel;
import dev.assay.watch.Message;
import dev.assay.watch.Parcel;
import dev.assay.watch.WatchSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A message as push and chat programs read it: ntfy, Apprise, and the robots of Feishu, WeCom and
/// DingTalk, which answer 200 and say in the body whether they took it.
final class ChatForms {

  /// Bytes of a message that each takes at most, less some for what is around it.
  private static final int MOST_NTFY = 3_600;

  private static final int MOST_WECOM = 3_900;
  private static final int MOST_ROBOT = 15_000;

  private ChatForms() {}

  /// <https://docs.ntfy.sh/publish/#publish-as-json>: the topic is the last part of the address.
  static Post ntfy(Parcel parcel, WatchSettings settings) {
    Channel channel = parcel.channel();
    Message message = parcel.message();
    String address = channel.address().replaceAll("/+$", "");
    int slash = address.lastIndexOf('/');
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", address.substring(slash + 1));
    json.put("title", message.title());
    json.put("message", cut(Markdown.plain(message, settings), MOST_NTFY));
    json.put("tags", List.of("newspaper"));
    json.put("click", settings.link(message.path()));
    return Post.of(URI.create(address.substring(0, slash + 1)), authorization(channel), json);
  }

  private static Map<String, String> authorization(Channel channel) {
    return channel.secret().isEmpty()
        ? Map.of()
        : Map.of("Authorization", "Bearer " + channel.secret());
  }

  private static String cut(String text, int most) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= most) {
      return text;
    }
    int end = most;
    while ((bytes[end] & 0xc0) == 0x80) { // within a character
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + "…";
  }

  /// The API of Apprise: `/notify/KEY` for services kept there, or `/notify` for those that the
  /// secret names.
  static Post apprise(Parcel parcel, WatchSettings settings) {
    Message message = parcel.message();
    Map<String, Object> json = new LinkedHashMap<>();
    if (!parcel.channel().secret().isEmpty()) {
      json.put("urls", parcel.channel().secret());
    }
    json.put("title", message.title());
    json.put("body", Markdown.plain(message, settings));
    json.put("format", "text");
    return Post.of(URI.create(parcel.channel().address()), Map.of(), json);
  }

  /// A custom robot of Feishu or Lark; signed if it has a secret.
  static Post feishu(Parcel parcel, WatchSettings settings, Instant now) {
    Message message = parcel.message();
    Map<String, Object> json = new LinkedHashMap<>();
    String secret = parcel.channel().secret();
    if (!secret.isEmpty()) {
      String time = Long.toString(now.getEpochSecond());
      byte[] key = (time + "\n" + secret).getBytes(StandardCharsets.UTF_8);
      json.put("timestamp", time);
      json.put("sign", Mac.of(key, new byte[0]));
    }
    json.put("msg_type", "interactive");
    json.put(
        "card",
        Map.of(
            "header",
            Map.of("title", Map.of("tag", "plain_text", "content", message.title())),
            "elements",
            List.of(
                Map.of(
                    "tag",
                    "markdown",
                    "content",
                    Markdown.marked(message, settings, MOST_ROBOT)))));
    return robot(URI.create(parcel.channel().address()), json, "code", "msg");
  }

  /// A group robot of WeCom.
  static Post wecom(Parcel parcel, WatchSettings settings) {
    Message message = parcel.message();
    String head = "**" + message.title() + "**\n\n";
    int room = MOST_WECOM - head.getBytes(StandardCharsets.UTF_8).length;
    return robot(
        URI.create(parcel.channel().address()),
        Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of("content", head + Markdown.marked(message, settings, room))),
        "errcode",
        "errmsg");
  }

  /// A custom robot of DingTalk; signed if it has a secret.
  static Post dingtalk(Parcel parcel, WatchSettings settings, Instant now) {
    Message message = parcel.message();
    String secret = parcel.channel().secret();
    String address = parcel.channel().address();
    if (!secret.isEmpty()) {
      String time = Long.toString(now.toEpochMilli());
      byte[] signed = (time + "\n" + secret).getBytes(StandardCharsets.UTF_8);
      String sign = Mac.of(secret.getBytes(StandardCharsets.UTF_8), signed);
      address +=
          "%stimestamp=%s&sign=%s"
              .formatted(
                  address.contains("?") ? "&" : "?",
                  time,
                  URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }
    String text =
        "### %s\n\n%s".formatted(message.title(), Markdown.marked(message, settings, MOST_ROBOT));
    return robot(
        URI.create(address),
        Map.of("msgtype", "markdown", "markdown", Map.of("title", message.title(), "text", text)),
        "errcode",
        "errmsg");
  }

  /// @param code the field of the answer that is 0 if it was taken
  /// @param words the field that says why not
  private static Post robot(URI address, Map<String, Object> json, String code, String words) {
    return new Post(address, Map.of(), Post.written(json), answer -> refusal(answer, code, words));
  }

  private static String refusal(String answer, String code, String words) {
    try {
      JsonNode json = JsonMapper.shared().readTree(answer);
      return json.path(code).asInt(0) == 0
          ? ""
          : "%d %s".formatted(json.path(code).asInt(), json.path(words).asString(""));
    } catch (JacksonException e) {
      return "The answer cannot be read.";
    }
  }
}
