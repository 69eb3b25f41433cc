package dev.assay.app;

import dev.assay.access.guard.SafetyHeaders;
import dev.assay.web.reading.Pages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers in the words of the pages what the server refuses before it knows any route: an address
/// or a head that is too long, or no request at all.
final class UnreadableRequests extends ErrorHandler {

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
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
    byte[] page = pages.unreadable(tooLong).getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(page), callback);
  }
}
