package dev.assay.fetch;

import dev.assay.fetch.CheckedNames.PrivateAddress;
import dev.assay.source.SourceSettings.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// One request, one answer, within limits of time and of bytes after decompression. Follows
/// nothing, keeps no cookies, goes through no proxy but one that the settings name.
final class HttpClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// Of what is answered to a form.
  private static final int MOST_OF_ANSWER = 64_000;

  /// What of an answer's head is of use to somebody behind.
  private static final Set<String> KEPT =
      Set.of(
          "content-type",
          "content-language",
          "content-location",
          "content-encoding",
          "etag",
          "last-modified",
          "cache-control",
          "expires",
          "date",
          "retry-after",
          "link",
          "location",
          "x-robots-tag",
          "tdm-reservation",
          "tdm-policy",
          "content-usage",
          "cf-mitigated",
          "www-authenticate");

  private final FetchSettings settings;
  private final CheckedNames names;
  private final Dns resolver;
  private final OkHttpClient client;
  private final ConcurrentHashMap<Route, OkHttpClient> others = new ConcurrentHashMap<>();

  HttpClient(FetchSettings settings, Dns resolver) {
    this.settings = settings;
    this.resolver = resolver;
    this.names = new CheckedNames(settings.privateAddresses(), resolver);
    this.client =
        new OkHttpClient.Builder()
            .dns(names)
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false) // each hop is checked before it is asked
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(settings.timeout())
            .callTimeout(settings.timeout())
            .build();
  }

  Exchange ask(FetchRequest request) {
    return ask(request, settings.maxBytes());
  }

  /// @param maxBytes of the body after decompression
  Exchange ask(FetchRequest request, int maxBytes) {
    return send(request, url -> written(url, request), maxBytes);
  }

  Exchange post(URI address, Map<String, String> form) {
    FetchRequest request = FetchRequest.source(address);
    return send(
        request,
        url -> {
          FormBody.Builder body = new FormBody.Builder();
          form.forEach(body::add);
          return written(url, request).newBuilder().post(body.build()).build();
        },
        MOST_OF_ANSWER);
  }

  /// Hands something to a program.
  ///
  /// @param maxBytes of its answer
  Exchange post(URI address, Map<String, String> headers, String type, byte[] body, int maxBytes) {
    return send(
        FetchRequest.source(address),
        url -> {
          Request.Builder request =
              new Request.Builder()
                  .url(url)
                  .header("User-Agent", settings.userAgent())
                  .post(RequestBody.create(body, MediaType.get(type)));
          headers.forEach(request::header);
          return request.build();
        },
        maxBytes);
  }

  /// Why an address must not be asked, as far as its name tells now; empty if it may be.
  Optional<String> refusal(URI address) {
    HttpUrl url = HttpUrl.parse(address.toString());
    if (url == null) {
      return Optional.of("The address cannot be read.");
    }
    try {
      if (!settings.isNeighbour(address)) {
        names.checkWritten(url.host());
        names.lookup(url.host());
      }
      return Optional.empty();
    } catch (PrivateAddress e) {
      return Optional.of(plain(e));
    } catch (UnknownHostException e) {
      return Optional.empty(); // it may be known later; then it is checked again
    }
  }

  private Exchange send(FetchRequest request, Function<HttpUrl, Request> written, int maxBytes) {
    HttpUrl url = HttpUrl.parse(request.address().toString());
    if (url == null) {
      return new Exchange.None(Failure.HARD, 0, "The address cannot be read.");
    }
    Route route = route(request);
    try {
      if (!route.neighbour()) {
        names.checkWritten(url.host());
      }
      if (!route.proxy().isEmpty()) {
        checkBehindProxy(url.host());
      }
      try (Response response = client(route).newCall(written.apply(url)).execute()) {
        return read(response, maxBytes);
      }
    } catch (PrivateAddress e) {
      return new Exchange.Private(plain(e));
    } catch (UnknownHostException e) {
      return unknown(url.host(), route, e);
    } catch (SSLException e) {
      return none("The connection is not secure: %s.".formatted(plain(e)));
    } catch (ConnectException e) {
      return route.proxy().isEmpty()
          ? none("No answer: %s.".formatted(plain(e)))
          : new Exchange.None(
              Failure.UNSURE, 0, "The proxy %s does not answer.".formatted(route.proxy()));
    } catch (InterruptedIOException e) {
      return none("No whole answer within %d seconds.".formatted(settings.timeout().toSeconds()));
    } catch (IOException e) {
      return none("No answer: %s.".formatted(plain(e)));
    }
  }

  /// Which client a request goes through: one that connects to the checked address and nowhere
  /// else, unless something is set for it.
  private record Route(boolean neighbour, String proxy, Certificates certificates) {}

  private Route route(FetchRequest request) {
    Manner manner = request.manner();
    return new Route(
        settings.isNeighbour(request.address()),
        settings.proxies().containsKey(manner.proxy()) ? manner.proxy() : "",
        manner.certificates());
  }

  private OkHttpClient client(Route route) {
    boolean plain =
        !route.neighbour()
            && route.proxy().isEmpty()
            && route.certificates() == Certificates.CHECKED;
    return plain ? client : others.computeIfAbsent(route, this::made);
  }

  private OkHttpClient made(Route route) {
    OkHttpClient.Builder builder = client.newBuilder();
    URI proxy = settings.proxies().get(route.proxy());
    if (route.neighbour() || proxy != null) {
      builder.dns(resolver); // of a neighbour, or of a proxy of the user's own
    }
    if (proxy != null) {
      Proxy.Type type = proxy.getScheme().startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
      builder.proxy(
          new Proxy(type, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
    }
    if (route.certificates() == Certificates.ANY) {
      AnyCertificate.trust(builder);
    }
    return builder.build();
  }

  /// A proxy looks names up by itself; what we know to be private it is not asked for. A name that
  /// only the proxy knows it may know.
  private void checkBehindProxy(String host) throws PrivateAddress {
    try {
      names.lookup(host);
    } catch (PrivateAddress e) {
      throw e;
    } catch (UnknownHostException e) {
      return; // a network without names of the outside is why there is a proxy
    }
  }

  private static Exchange unknown(String host, Route route, UnknownHostException e) {
    boolean temporary = String.valueOf(e.getMessage()).contains("Temporary failure");
    return temporary || !route.proxy().isEmpty()
        ? new Exchange.None(
            Failure.UNSURE, 0, "The name %s cannot be looked up just now.".formatted(host))
        : none("No machine is called %s. Check the address and the connection.".formatted(host));
  }

  private static Exchange none(String reason) {
    return new Exchange.None(Failure.NO_ANSWER, 0, reason);
  }

  private Request written(HttpUrl url, FetchRequest request) {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header(
                "User-Agent",
                request.manner().userAgent().isEmpty()
                    ? settings.userAgent()
                    : request.manner().userAgent())
            .header("Accept", request.wanted().accept())
            .header("Accept-Encoding", "gzip");
    Headers.Builder headers = builder.build().headers().newBuilder();
    Validators validators = request.validators();
    if (validators.etag() != null) {
      headers.addUnsafeNonAscii("If-None-Match", validators.etag());
    }
    if (validators.lastModified() != null) {
      headers.addUnsafeNonAscii("If-Modified-Since", validators.lastModified());
    }
    for (Credential credential : request.manner().credentials()) {
      if (credential.isFor(request.address())) {
        headers.set(credential.header(), credential.value());
      }
    }
    return builder.headers(headers.build()).build();
  }

  private static Exchange read(Response response, int maxBytes) {
    int status = response.code();
    Map<String, String> headers = headers(response);
    if (status != 200) {
      boolean html = headers.getOrDefault("content-type", "").contains("html");
      return new Exchange.Other(status, headers, html);
    }
    try (InputStream in = decoded(response)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      return bytes.length > maxBytes
          ? new Exchange.None(
              Failure.SOFT, status, "The page is larger than %,d bytes.".formatted(maxBytes))
          : new Exchange.Whole(bytes, headers);
    } catch (InterruptedIOException e) {
      return new Exchange.None(
          Failure.NO_ANSWER, status, "The answer did not come to its end in time.");
    } catch (IOException e) {
      return new Exchange.None(
          Failure.SOFT, status, "The answer broke off: %s.".formatted(plain(e)));
    }
  }

  private static InputStream decoded(Response response) throws IOException {
    InputStream in = response.body().byteStream();
    String[] encodings = lower(response, "Content-Encoding").split(",");
    if (encodings.length > UnpackedText.MOST) { // each unpacks within the one before, on one stack
      throw new IOException("it was packed more than %d times".formatted(UnpackedText.MOST));
    }
    for (String encoding : encodings) {
      in =
          switch (encoding.strip()) {
            case "identity", "", "utf-8" -> in; // a charset in the wrong header is a common mistake
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            default ->
                throw new IOException(
                    "it is packed as %s, which was not asked for".formatted(encoding.strip()));
          };
    }
    return isText(response) ? UnpackedText.of(in) : in;
  }

  /// Whether an answer says that it is a text: no text begins as gzip does.
  private static boolean isText(Response response) {
    String type = lower(response, "Content-Type");
    return type.startsWith("text/") || type.contains("xml") || type.contains("json");
  }

  private static String lower(Response response, String header) {
    return Objects.requireNonNullElse(response.header(header), "").toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> headers(Response response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .toMultimap()
        .forEach(
            (name, values) -> {
              if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), joined(name, values));
              }
            });
    return headers;
  }

  /// Headers that are lists may come in pieces (RFC 9110 section 5.3); of the others the first
  /// counts.
  private static String joined(String name, List<String> values) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "link", "x-robots-tag", "cache-control", "content-usage" -> String.join(", ", values);
      default -> values.getFirst();
    };
  }

  /// What a thrown thing says, without anything that a terminal would obey: a server may have
  /// written it.
  private static String plain(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    others.values().forEach(other -> other.connectionPool().evictAll());
  }
}
