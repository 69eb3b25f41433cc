package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.assay.access.Actor;
import dev.assay.access.Role;
import dev.assay.access.passkey.Passkey;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passkeys in a real browser, which has an authenticator of its own making.
@Tag("browser")
final class PasskeyTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final ReaderId WEI = new ReaderId("wei");

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;
  private Playwright playwright;
  private Browser browser;
  private String home;

  @BeforeEach
  void start() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium");
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
    home = "http://localhost:" + serving.port();
    desk.doors().accounts().add("wei", Role.EDITOR, "a password of twelve", Actor.CONSOLE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-sync")));
  }

  @AfterEach
  void stop() {
    browser.close();
    playwright.close();
    serving.close();
    desk.close();
  }

  /// Gives a page's browser an authenticator that agrees to everything.
  private static CDPSession authenticator(BrowserContext context, Page page) {
    CDPSession session = context.newCDPSession(page);
    session.send("WebAuthn.enable");
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        JsonParser.parseString(
                """
                {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                 "hasUserVerification": true, "isUserVerified": true,
                 "automaticPresenceSimulation": true}}""")
            .getAsJsonObject());
    return session;
  }

  @Test
  void signsInWhoHasMadeOneAndNobodyOnceItIsGone() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      authenticator(context, page);
      page.navigate(home + "/sign-in?to=/account");
      page.fill("[name=name]", "wei");
      page.fill("[name=password]", "a password of twelve");
      page.click("form[method=post] button");
      page.fill("[data-passkey=make] [name=label]", "大门钥匙");
      page.click("[data-passkey=make] button");
      page.waitForSelector("b:has-text('大门钥匙')");
      assertThat(desk.doors().passkeys().of(WEI))
          .extracting(Passkey::label)
          .containsExactly("大门钥匙");

      page.click("form[action='/sign-out'] button");
      page.navigate(home + "/sign-in?to=/ledger");
      page.click("[data-passkey=use] button");
      page.waitForURL(home + "/ledger");
      assertThat(desk.doors().sessions().of(WEI)).hasSize(1);
      assertThat(desk.doors().passkeys().of(WEI).getFirst().usedOn()).isNotNull();

      desk.doors()
          .passkeys()
          .remove(WEI, desk.doors().passkeys().of(WEI).getFirst().id(), Actor.CONSOLE);
      context.clearCookies();
      page.navigate(home + "/sign-in");
      page.click("[data-passkey=use] button");
      page.waitForSelector("[role=alert]:has-text('opens no account')");
      assertThat(desk.doors().sessions().of(WEI)).hasSize(1);
    }
  }

  /// An answer is good for the challenge that this very browser was given, once.
  @Test
  void takesNoAnswerASecondTimeNorToAnotherChallenge() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      authenticator(context, page);
      page.navigate(home + "/sign-in?to=/account");
      page.fill("[name=name]", "wei");
      page.fill("[name=password]", "a password of twelve");
      page.click("form[method=post] button");
      page.fill("[data-passkey=make] [name=label]", "key");
      page.click("[data-passkey=make] button");
      page.waitForSelector("b:has-text('key')");
      context.clearCookies();

      page.navigate(home + "/sign-in");
      var request =
          page.waitForRequest(
              asked -> asked.url().contains("/sign-in/passkey?"),
              () -> page.click("[data-passkey=use] button"));
      String answer = request.postData();
      page.waitForURL(home + "/");
      context.clearCookies();
      page.navigate(home + "/sign-in");

      assertThat(status(page, answer)).as("without a challenge").isEqualTo(401);
      page.evaluate(
          "fetch('/sign-in/passkey/options', {method: 'POST', headers: {'X-CSRF-Token':"
              + " document.querySelector('meta[name=form-token]').content}})");
      assertThat(status(page, answer)).as("to another challenge").isEqualTo(401);
      JsonObject other = JsonParser.parseString(answer).getAsJsonObject();
      other.getAsJsonObject("response").addProperty("signature", "MEUCIQ");
      assertThat(status(page, other.toString())).isEqualTo(401);
      assertThat(status(page, "no JSON")).isIn(401, 429);
    }
  }

  private static int status(Page page, String body) {
    return (int)
        page.evaluate(
            "async body => (await fetch('/sign-in/passkey', {method: 'POST', body, headers:"
                + " {'X-CSRF-Token':"
                + " document.querySelector('meta[name=form-token]').content}})).status",
            body);
  }
}
