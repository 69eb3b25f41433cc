package dev.assay.web;

import dev.assay.access.Visitor;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// In which language a reader wants the interface.
public final class Reader {

  /// Field of an address, and name of the cookie that remembers it.
  private static final String FIELD = "lang";

  /// Name of the cookie in which a script keeps the zone of the reader's clock.
  private static final String ZONE = "zone";

  private static final int ONE_YEAR_IN_SECONDS = 365 * 24 * 3600;

  private Reader() {}

  /// Whose marks a page shows and keeps.
  public static ReaderId id(Context context) {
    return Visitor.of(context).reader();
  }

  /// By the address's `lang`, which is remembered; else as remembered; else as the browser prefers.
  public static Messages words(Context context) {
    Messages words = inLanguage(context);
    return zone(context).map(words::in).orElse(words);
  }

  /// The zone that the reader's browser told in a cookie.
  private static Optional<ZoneId> zone(Context context) {
    try {
      return Optional.ofNullable(context.cookie(ZONE)).map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Messages inLanguage(Context context) {
    String asked = context.queryParam(FIELD);
    if (asked != null) {
      Messages words = words(Language.parse(asked));
      context.cookie(cookie(words));
      return words;
    }
    String remembered = context.cookie(FIELD);
    return words(
        remembered != null
            ? Language.parse(remembered)
            : Language.preferred(context.header("Accept-Language")));
  }

  private static Messages words(Language language) {
    return language.isChinese() ? Messages.CHINESE : Messages.ENGLISH;
  }

  private static Cookie cookie(Messages words) {
    Cookie cookie = new Cookie(FIELD, words.language().tag(), "/", ONE_YEAR_IN_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  /// The address of the page that was asked for, in the interface's other language.
  static String inOtherLanguage(Context context, Messages say) {
    Stream<String> kept =
        context.queryParamMap().entrySet().stream()
            .filter(field -> !field.getKey().equals(FIELD))
            .flatMap(Reader::fields);
    String fields =
        Stream.concat(kept, Stream.of(FIELD + "=" + say.other().language().tag()))
            .collect(Collectors.joining("&"));
    return "?" + fields;
  }

  private static Stream<String> fields(Map.Entry<String, List<String>> field) {
    return field.getValue().stream()
        .map(value -> Links.escape(field.getKey()) + "=" + Links.escape(value));
  }
}
