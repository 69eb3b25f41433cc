package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server says before any page is asked for.
final class ServerTest {

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

  /// An answer that does not end is none.
  private static final int MOST_MILLIS = 60_000;

  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), serving.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(MOST_MILLIS);
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String address) {
    return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  }

  /// What works in the background is not broken off in the middle of a write.
  @RepeatedTest(5)
  void endsCleanlyAtOnce() {
    serving.close();
    assertThatCode(desk::close).doesNotThrowAnyException();
  }

  @Test
  void answersATooLongAddressInTheWordsOfThePages() throws IOException {
    String answer = answer(get("/search?q=" + "a".repeat(70_000)));

    Document page = Jsoup.parse(answer.substring(answer.indexOf("<!doctype")));
    assertThat(answer).startsWith("HTTP/1.1 414 ");
    assertThat(page.select(".wordmark").text()).isEqualTo("Assay");
    assertThat(page.select("h1").text()).isEqualTo("This address cannot be read");
    assertThat(page.select(".note").eachText())
        .containsExactly(
            "The address, or what the browser sent with it, is longer than 64,000 bytes. Ask in fewer words.",
            "网址或浏览器随之发送的内容超过 64,000 字节。请少用些词再试。");
    assertThat(page.select(".note[lang=zh-Hans]")).hasSize(1);
  }

  @Test
  void answersHeadAsGetWithoutTheBody() throws IOException {
    for (String address :
        List.of("/", "/names", "/api/v1/topics", "/nowhere", "/assets/none.css")) {
      String get = answer(get(address));
      String head = answer(get(address).replaceFirst("GET", "HEAD"));

      assertThat(head.substring(head.indexOf("\r\n\r\n")).strip()).as(address).isEmpty();
      assertThat(headers(head)).as(address).isEqualTo(headers(get));
    }
  }

  @Test
  void answersHeadOfAStreamAndIsDone() throws IOException {
    String asked = "Accept: text/event-stream\r\nConnection: close";
    String head =
        answer(get("/api/v1/live").replaceFirst("GET", "HEAD").replace("Connection: close", asked));

    assertThat(head).startsWith("HTTP/1.1 200 ").contains("application/json");
  }

  /// All but the time and what holds for one request.
  private static List<String> headers(String answer) {
    return answer
        .substring(0, answer.indexOf("\r\n\r\n"))
        .lines()
        .filter(line -> !line.matches("(?i)(date|set-cookie|content-length|transfer-encoding):.*"))
        .toList();
  }

  @Test
  void answersALongAddressThatItCanRead() throws IOException {
    assertThat(answer(get("/search?q=" + "a".repeat(30_000)))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void answersWhatIsNoRequestInTheWordsOfThePages() throws IOException {
    assertThat(answer("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("This address cannot be read");
  }
}
