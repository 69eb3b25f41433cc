package dev.assay.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers HEAD as GET, with the very same headers; the connector leaves the body out (RFC 9110,
/// 9.3.2). The guard and the routes then know of one method less.
final class HeadAsGet implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean head = request instanceof HttpServletRequest asked && asked.getMethod().equals("HEAD");
    chain.doFilter(head ? new AsGet((HttpServletRequest) request) : request, response);
  }

  private static final class AsGet extends HttpServletRequestWrapper {
    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    /// A stream of events would go on for somebody who hears none of it.
    @Override
    public @Nullable String getHeader(String name) {
      String value = super.getHeader(name);
      return value != null && value.contains("text/event-stream") ? null : value;
    }
  }
}
