package dev.assay.app;

import dev.assay.access.SafetyHeaders;
import dev.assay.api.Routes;
import dev.assay.web.Pages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what the server refuses before it knows any route, in the words of the pages, or of the
/// API if that was asked: an address or a head that is too long, or no request at all.
final class UnreadableRequests extends ErrorHandler {

  /// The address as far as it could be read.
  private static final Pattern OF_THE_API =
      Pattern.compile("(?:https?://[^/]*)?" + Routes.PREFIX + "/");

  private static final String TOO_LONG =
      "The address or the head of the request is longer than the server reads.";

  private static final String NO_ADDRESS =
      "The address cannot be read: a path has no control character, no encoded slash and no .. in it.";

  private final Pages pages;

  UnreadableRequests(Pages pages) {
    this.pages = pages;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    boolean tooLong =
        code == HttpStatus.URI_TOO_LONG_414
            || code == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431;
    SafetyHeaders.ALL.forEach(response.getHeaders()::put);
    boolean api = OF_THE_API.matcher(String.valueOf(request.getHttpURI())).lookingAt();
    response
        .getHeaders()
        .put(
            HttpHeader.CONTENT_TYPE,
            api ? "application/json; charset=utf-8" : "text/html;charset=utf-8");
    byte[] answer =
        api
            ? Routes.refusal(
                tooLong ? TOO_LONG : NO_ADDRESS,
                request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
            : pages.unreadable(tooLong).getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(answer), callback);
  }
}
