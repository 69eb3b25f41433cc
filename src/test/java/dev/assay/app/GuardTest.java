package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is refused before any route sees the request, on a desk without accounts. Requests are
/// written out by hand: a client library would not lie about where it comes from.
final class GuardTest {

  private static final List<String> READS =
      List.of("/", "/api/v1/status", "/atom?q=x", "/assets/none", "/nothing", "/api/v1/nothing");

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private String get(String address, String host, String... headers) throws IOException {
    return answer("GET " + address, host, "", headers);
  }

  private String post(String address, String body, String... headers) throws IOException {
    return answer("POST " + address, "localhost:" + serving.port(), body, headers);
  }

  private String answer(String request, String host, String body, String... headers)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), serving.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      String head =
          "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n".formatted(request, host)
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
                  .formatted(body.length());
      String further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      out.write((head + further + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void answersNoNameButItsOwnReadsToo() throws IOException {
    for (String address : READS) {
      assertThat(get(address, "rebound.example")).startsWith("HTTP/1.1 403 ");
      assertThat(get(address, "localhost")).doesNotStartWith("HTTP/1.1 403 ");
    }
    assertThat(get("/", "rebound.example", "Accept-Language: zh"))
        .contains("本服务器不使用地址中的这个名称")
        .contains("assay serve --name");
    assertThat(get("/api/v1/status", "rebound.example"))
        .contains("\"code\":\"forbidden\"")
        .contains("--name NAME");
  }

  @Test
  void letsAnotherSiteLinkHereAndNothingElse() throws IOException {
    String cross = "Sec-Fetch-Site: cross-site";
    for (String address : READS) {
      assertThat(get(address, "localhost", cross, "Sec-Fetch-Mode: no-cors"))
          .startsWith("HTTP/1.1 403 ");
      assertThat(get(address, "localhost", "Origin: http://localhost:1"))
          .startsWith("HTTP/1.1 403 ");
      assertThat(
              get(
                  address,
                  "localhost",
                  cross,
                  "Sec-Fetch-Mode: navigate",
                  "Sec-Fetch-Dest: iframe"))
          .startsWith("HTTP/1.1 403 ");
      assertThat(
              get(
                  address,
                  "localhost",
                  cross,
                  "Sec-Fetch-Mode: navigate",
                  "Sec-Fetch-Dest: document"))
          .doesNotStartWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void takesAFormOnlyWithTheTokenOfItsOwnPages() throws IOException {
    String form = "/topics/follow";
    Matcher token =
        Pattern.compile("name=\"csrf\" value=\"([\\w-]+)\"")
            .matcher(get("/topics/Nd", "localhost"));
    assertThat(token.find()).isTrue();

    assertThat(post(form, "name=Nd")).startsWith("HTTP/1.1 403 ").contains("Load it again");
    assertThat(post(form, "name=Nd&csrf=" + token.group(1) + "x")).startsWith("HTTP/1.1 403 ");
    assertThat(post(form, "name=Nd", "X-CSRF-Token: " + token.group(1)))
        .startsWith("HTTP/1.1 303 ");
    assertThat(post(form, "name=Nd&csrf=" + token.group(1))).startsWith("HTTP/1.1 303 ");
  }

  @Test
  void tellsEveryBrowserWhatNotToDo() throws IOException {
    List<String> addresses =
        List.of("/", "/nothing", "/api/v1/status", "/api/v1/nothing", "/atom?q=x", "/a%00b");
    for (String address : addresses) {
      assertThat(get(address, "localhost"))
          .as(address)
          .contains("X-Content-Type-Options: nosniff")
          .contains("X-Frame-Options: DENY")
          .contains("Cross-Origin-Resource-Policy: same-origin")
          .contains("frame-ancestors 'none'")
          .containsPattern("(?i)Content-Type: [a-z/+]+; ?charset=utf-8");
    }
  }
}
