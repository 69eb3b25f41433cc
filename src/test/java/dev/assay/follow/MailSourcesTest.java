package dev.assay.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Secrets;
import dev.assay.fetch.mail.LetterBox;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.Stages;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Reasons;
import dev.assay.source.Source;
import dev.assay.source.Standing;
import dev.assay.store.ArticleTable.Place;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail from a real IMAP server, and mail that is sent over SMTP, until it is an article.
final class MailSourcesTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final Stages STAGES = ShippedStages.of(Names.load(Lexicon.shipped()));
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(5), 1_000_000, 5, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private GreenMail server;
  private GreenMailUser user;
  private String address;
  private Fetcher fetcher;
  private Store store;
  private LuceneIndex index;
  private Sources sources;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    user = server.setUser("desk@carrow.example", "desk", "s3cret:x");
    address = "imap://127.0.0.1:" + server.getImap().getPort() + "/INBOX";
    store = Stores.openToWrite(folder.resolve("data"));
    index = LuceneIndex.openInMemory();
    fetcher = new Fetcher(LOCAL, now::get);
    sources = sources(Secrets.parse(List.of(address + " login desk:s3cret:x")), LOCAL);
  }

  private Sources sources(Secrets secrets, FetchSettings settings) {
    Fetcher own = settings == LOCAL ? fetcher : new Fetcher(settings, now::get);
    return new Sources(
        store,
        new Sources.Reach(own, secrets, Discovery.Bridges.NONE),
        new Inputs(own, now::get),
        () -> new Ingest(store, index, STAGES, now::get),
        Lexicon.shipped(),
        now::get,
        new Random(1));
  }

  @AfterEach
  void stop() {
    server.stop();
    fetcher.close();
    store.close();
    index.close();
  }

  private static String mail(int number, String text) {
    return """
        From: Carrow Daily <news@carrow.example>
        To: desk@carrow.example
        Subject: Letter %d
        Date: Sat, 22 Nov 2025 16:%02d:00 +0800
        Message-ID: <%d@carrow.example>
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s

        The plant at Songling will make more of it next year, its owner said on Monday.
        """
        .formatted(number, number, number, text)
        .replace("\n", "\r\n");
  }

  private void post(int number) throws Exception {
    String text =
        "In %d the plant at Songling made %d tonnes of gallium."
            .formatted(2000 + number, 50 + number);
    user.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail(number, text).getBytes(StandardCharsets.UTF_8))));
  }

  private Source follow() {
    return ((Following.Done) sources.follow(address, Wish.of(""), Steps.UNHEARD)).source();
  }

  private int askDue() {
    return sources.askDue((_, _) -> {});
  }

  private long articles() {
    return store.read(session -> session.articles().count().articles());
  }

  private Article article(int number) {
    ArticleId id = new Identity.OfExternal("mail", number + "@carrow.example").articleId();
    return store.read(session -> session.articles().find(id)).orElseThrow().article();
  }

  private Health health(Source source) {
    return sources.find(source.id()).orElseThrow().health();
  }

  @Test
  void takesInWhatAMailboxHasAndThenOnlyWhatIsNew() throws Exception {
    post(1);
    post(2);
    Source source = follow();
    askDue();
    assertThat(articles()).isEqualTo(2);
    assertThat(article(2).title()).isEqualTo("Letter 2");
    assertThat(article(2).source()).isEqualTo("Carrow Daily");
    assertThat(article(2).publishedAt().instant()).isEqualTo("2025-11-22T08:02:00Z");

    post(3);
    now.set(now.get().plus(Duration.ofMinutes(6)));
    askDue();
    assertThat(articles()).isEqualTo(3);
    assertThat(health(source).came().counts()).containsEntry("taken", 3L);
    assertThat(health(source).rounds().getFirst().fresh()).isEqualTo(1);
    assertThat(health(source).standing()).isEqualTo(Standing.WORKING);
    assertThat(server.getReceivedMessages()).noneMatch(one -> isSeen(one));
  }

  private static boolean isSeen(MimeMessage message) {
    try {
      return message.isSet(Flags.Flag.SEEN) || message.isSet(Flags.Flag.DELETED);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As after a process that was killed between the taking in and the writing down of how far.
  @Test
  void aMailThatIsBroughtTwiceIsOneArticle() throws Exception {
    post(1);
    Source source = follow();
    askDue();
    store.change(
        session -> session.mailboxes().put(source.id(), dev.assay.source.mail.MailboxPlace.START));
    now.set(now.get().plus(Duration.ofMinutes(6)));
    askDue();

    assertThat(articles()).isEqualTo(1);
    assertThat(health(source).rounds().getFirst().fresh()).isZero();
  }

  @Test
  void saysWhyAMailboxCannotBeReadAndGoesOnAsking() throws Exception {
    post(1);
    Source source = follow();
    sources = sources(Secrets.NONE, LOCAL);
    askDue();
    assertThat(health(source).state().stand().reason())
        .startsWith("There is no password for it: add a line");

    sources = sources(Secrets.parse(List.of(address + " login desk:wrong")), LOCAL);
    now.set(health(source).state().plan().dueAt());
    askDue();
    assertThat(health(source).state().stand().reason())
        .startsWith("The mailbox does not take the name and password")
        .doesNotContain("wrong");
    assertThat(health(source).standing()).isEqualTo(Standing.RETRYING);

    sources = sources(Secrets.parse(List.of(address + " login desk:s3cret:x")), LOCAL);
    now.set(health(source).state().plan().dueAt());
    askDue();
    assertThat(articles()).isEqualTo(1);
    assertThat(health(source).standing()).isEqualTo(Standing.WORKING);
  }

  @Test
  void saysWhatAMailboxHoldsOrWhyItCannotBeFollowed() throws Exception {
    for (int number = 1; number <= 4; number++) {
      post(number);
    }
    assertThat(sources.look(address, Steps.UNHEARD).found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.titles()).containsExactly("Letter 4", "Letter 3", "Letter 2");
              assertThat(found.newest()).isEqualTo("2025-11-22T08:04:00Z");
            });
    assertThat(server.getReceivedMessages()).noneMatch(one -> isSeen(one));

    sources = sources(Secrets.NONE, LOCAL);
    Following.Nothing refused =
        (Following.Nothing) sources.follow(address, Wish.of(""), Steps.UNHEARD);
    assertThat(refused.reason())
        .startsWith(address + " cannot be followed: There is no password for it: add a line");
    assertThat(Reasons.inChinese(refused.reason())).startsWith("无法关注 " + address);
  }

  @Test
  void asksNoMailboxOfThisNetworkUnlessThatIsAllowed() throws Exception {
    post(1);
    Source source = follow();
    sources =
        sources(Secrets.parse(List.of(address + " login desk:s3cret:x")), FetchSettings.DEFAULTS);
    askDue();

    assertThat(articles()).isZero();
    assertThat(health(source).state().stand().reason()).contains("is a private address");
  }

  @Test
  void waitsAtAMailboxUntilSomethingComes() throws Exception {
    Source source = follow();
    CompletableFuture<Boolean> came = CompletableFuture.supplyAsync(() -> sources.await(source));
    while (!came.isDone()) { // the wait may begin after the first of them
      post(1);
      try {
        came.get(300, TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        continue;
      }
    }

    assertThat(came.get()).isTrue();
    assertThat(sources.due()).extracting(due -> due.id()).contains(source.id());
  }

  private static List<String> smtp(int port, String recipient, String mail) throws IOException {
    List<String> answers = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = socket.getOutputStream();
      answers.add(in.readLine());
      for (String command :
          List.of(
              "HELO test",
              "MAIL FROM:<news@carrow.example>",
              "RCPT TO:<" + recipient + ">",
              "DATA")) {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answers.add(in.readLine());
      }
      if (answers.getLast().startsWith("354")) {
        out.write((mail + "\r\n.\r\n").getBytes(StandardCharsets.UTF_8));
        answers.add(in.readLine());
      }
    }
    return answers;
  }

  @Test
  void takesLettersThatAreSentToAnAddressOfItsOwnAndNoOthers() throws IOException {
    Source source = ((Following.Done) sources.letters("Carrow", Wish.of(""))).source();
    assertThat(source.address()).matches("carrow\\+[0-9a-f]{12}");
    try (LetterBox box = LetterBox.open(InetAddress.getLoopbackAddress(), 0, sources.post())) {
      List<String> taken =
          smtp(box.port(), source.address() + "@desk.example", mail(7, "Gallium rose by a tenth."));
      assertThat(taken.getLast()).startsWith("250");
      assertThat(articles()).isEqualTo(1); // before its sender heard of it
      assertThat(
              smtp(
                      box.port(),
                      source.address() + "@desk.example",
                      mail(7, "Gallium rose by a tenth."))
                  .getLast())
          .startsWith("250");
      assertThat(articles()).isEqualTo(1);

      for (String other :
          List.of(
              "carrow@desk.example", "carrow+000000000000@desk.example", "me@elsewhere.example")) {
        assertThat(smtp(box.port(), other, mail(8, "x"))).anyMatch(line -> line.startsWith("550"));
      }
      sources.set(source.id(), java.util.Map.of("activity", "paused"));
      assertThat(smtp(box.port(), source.address() + "@desk.example", mail(9, "x")))
          .anyMatch(line -> line.startsWith("550"));
    }
    assertThat(health(source).came().counts()).containsEntry("taken", 1L);
    assertThat(askDue()).isZero(); // nobody asks for letters
  }

  /// As Debian's swaks writes and sends a newsletter, HTML and a document with it.
  @Test
  void aMailSentBySwaksArrivesAsAnArticle() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/swaks")), "Debian's swaks");
    Source source = ((Following.Done) sources.letters("Carrow", Wish.of(""))).source();
    Path html =
        Files.writeString(
            folder.resolve("letter.html"),
            "<html><body><h1>镓价上涨</h1><p>松岭的镓价周一上涨了一成，每公斤五百四十美元，贸易商这样说。</p>"
                + "<p>买家等待第二张出口许可证，但商务部没有发放，只好动用库存。</p></body></html>");
    try (LetterBox box = LetterBox.open(InetAddress.getLoopbackAddress(), 0, sources.post())) {
      Process swaks =
          new ProcessBuilder(
                  "/usr/bin/swaks",
                  "--server",
                  "127.0.0.1:" + box.port(),
                  "--from",
                  "news@carrow.example",
                  "--to",
                  source.address() + "@desk.example",
                  "--h-From",
                  "\"松岭早报\" <news@carrow.example>",
                  "--h-Subject",
                  "镓价上涨",
                  "--attach-type",
                  "text/html; charset=utf-8",
                  "--attach-body",
                  "@" + html)
              .redirectErrorStream(true)
              .start();
      String said = new String(swaks.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(swaks.waitFor()).as(said).isZero();
    }

    Article article =
        store.read(session -> session.articles().newest(Place.START, 2)).stream()
            .map(head -> store.read(session -> session.articles().find(head.id())))
            .map(found -> found.orElseThrow().article())
            .toList()
            .getFirst();
    assertThat(articles()).isEqualTo(1);
    assertThat(article.title()).isEqualTo("镓价上涨");
    assertThat(article.source()).isEqualTo("松岭早报");
    assertThat(article.paragraphs())
        .extracting(Paragraph::text)
        .contains("松岭的镓价周一上涨了一成，每公斤五百四十美元，贸易商这样说。");
    assertThat(health(source).came().counts()).containsEntry("taken", 1L);
  }

  @Test
  void aLetterThatCannotBeReadHasAReason() throws IOException {
    Source source = ((Following.Done) sources.letters("carrow", Wish.of(""))).source();
    try (LetterBox box = LetterBox.open(InetAddress.getLoopbackAddress(), 0, sources.post())) {
      smtp(box.port(), source.address() + "@desk.example", "Subject: nobody\r\n\r\nText.");
    }

    assertThat(sources.find(source.id()).orElseThrow().notTaken())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.reason())
                    .isEqualTo("The mail does not say who sent it, so it has no source."));
  }

  @Test
  void refusesNamesThatNoAddressCanHave() {
    assertThatThrownBy(() -> sources.letters("a b@c", Wish.of("")))
        .hasMessageStartingWith("The name of an address is of letters");
    assertThat(sources.post().at("x+y@desk.example")).isEqualTo(Optional.empty());
  }
}
