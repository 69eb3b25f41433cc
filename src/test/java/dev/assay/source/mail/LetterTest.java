package dev.assay.source.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.mail.Letter.Reading;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mails as they come, also those that are not quite as they should be.
final class LetterTest {

  private static final String HEAD =
      """
      From: "Carrow Daily" <news@mail.carrow.example>
      To: reader@desk.example
      Subject: =?GB18030?B?%s?=
      Date: Thu, 20 Nov 2025 16:00:00 +0800
      Message-ID: <20251120.1@carrow.example>
      """
          .formatted(
              Base64.getEncoder().encodeToString("镓价上涨".getBytes(Charset.forName("GB18030"))));

  private static byte[] bytes(String mail) {
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Letter letter(String mail) {
    Reading reading = Letter.parse(bytes(mail));
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).letter();
  }

  private static final String ALTERNATIVE =
      HEAD
          + """
          List-Id: Carrow Daily Metals <metals.carrow.example>
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=out

          --out
          Content-Type: multipart/alternative; boundary=in

          --in
          Content-Type: text/plain; charset=utf-8

          Plain.
          --in
          Content-Type: text/html; charset=utf-8
          Content-Transfer-Encoding: quoted-printable

          <p>Gallium costs =E2=82=AC54 a kilo.</p><a href=3D"https://www.carrow.example/v/1?utm_source=3Dmail">View in your browser</a>
          --in--
          --out
          Content-Type: application/octet-stream; name="report.pdf"
          Content-Disposition: attachment; filename="report.pdf"
          Content-Transfer-Encoding: base64

          JVBERi0=
          --out
          Content-Type: image/png
          Content-Transfer-Encoding: base64

          AAAA
          --out--
          """;

  @Test
  void readsTheBestFormOfItsTextAndTheDocumentsThatCameWithIt() {
    Letter letter = letter(ALTERNATIVE);

    assertThat(letter.id()).isEqualTo("20251120.1@carrow.example");
    assertThat(letter.outlet()).isEqualTo("Carrow Daily Metals");
    assertThat(letter.domain()).isEqualTo("metals.carrow.example");
    assertThat(letter.subject()).isEqualTo("镓价上涨");
    assertThat(letter.sentAt()).isEqualTo(Instant.parse("2025-11-20T08:00:00Z"));
    assertThat(letter.online()).isEqualTo(URI.create("https://www.carrow.example/v/1"));
    assertThat(letter.text().mediaType()).isEqualTo("text/html");
    assertThat(new String(letter.text().bytes(), StandardCharsets.UTF_8))
        .startsWith("<p>Gallium costs €54 a kilo.</p>");
    assertThat(letter.documents())
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.name()).isEqualTo("report.pdf");
              assertThat(document.mediaType()).isEqualTo("application/pdf");
              assertThat(document.bytes()).isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
            });
  }

  @Test
  void readsChineseInTheCharsetThatItSays() {
    byte[] body = "松岭早报：镓价周一上涨。\u0000".getBytes(Charset.forName("GBK"));
    Letter letter =
        letter(
            HEAD
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(body));

    assertThat(letter.text().charset()).isEqualToIgnoringCase("gbk");
    assertThat(new String(letter.text().bytes(), Charset.forName("GBK"))).isEqualTo("松岭早报：镓价周一上涨。");
    assertThat(letter.online()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Foo, Inc. <news@foo.example> | Foo, Inc. | foo.example",
        "\"Foo, Inc.\" <news@foo.example> | Foo, Inc. | foo.example",
        "news@foo.example | foo.example | foo.example",
        "=?utf-8?B?5p2+5bKt5pep5oql?= <a@songling.example> | 松岭早报 | songling.example"
      })
  void findsWhoSentIt(String from, String outlet, String domain) {
    Letter letter = letter("From: " + from + "\nSubject: x\n\nText.");

    assertThat(letter.outlet()).isEqualTo(outlet);
    assertThat(letter.domain()).isEqualTo(domain);
    assertThat(letter.id()).hasSize(32);
    assertThat(letter.sentAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 20 Nov 2025 16:00:00 +0800 | Thu, 20 Nov 2025 08:00:05 +0000 (UTC) | 2025-11-20T08:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 +0000 | Thu, 20 Nov 2025 08:00:05 +0000 | 2025-11-20T08:00:05Z",
        "gestern | Thu, 20 Nov 2025 08:00:05 GMT | 2025-11-20T08:00:05Z"
      })
  void believesAClockOnlyIfThoseWhoBroughtItDo(String date, String received, Instant sentAt) {
    Letter letter =
        letter(
            "Received: from a by b; %s\nFrom: a@foo.example\nDate: %s\n\nText."
                .formatted(received, date));

    assertThat(letter.sentAt()).isEqualTo(sentAt);
  }

  @Test
  void refusesWhatSaysNotWhoSentIt() {
    assertThat(Letter.parse(bytes("Subject: x\n\nText.")))
        .isEqualTo(
            new Reading.NotALetter("The mail does not say who sent it, so it has no source."));
    assertThat(Letter.parse(new byte[Letter.MOST_BYTES + 1]))
        .isInstanceOf(Reading.NotALetter.class);
  }

  @Test
  void aLinkOfSomebodyElseIsNotItsAddress() {
    Letter letter =
        letter(
            HEAD
                + "Content-Type: text/html\n\n<a href=\"https://evil.example/x\">View in browser</a><p>Text.</p>");

    assertThat(letter.online()).isNull();
  }

  @Test
  void tellsTheMailsOfAFileApart() {
    String mbox =
        """
        From a@foo.example Thu Nov 20 08:00:00 2025
        From: a@foo.example
        Subject: One

        First.
        >From here on it is quoted.

        From b@foo.example Thu Nov 20 08:00:01 2025
        From: b@foo.example
        Subject: Two

        Second.
        From the middle of a paragraph nothing begins.
        """;
    List<String> mails = new ArrayList<>();
    try (Mbox read = new Mbox(new ByteArrayInputStream(bytes(mbox)))) {
      read.forEachRemaining(
          mail -> {
            Letter letter = ((Reading.Read) Letter.parse(mail)).letter();
            mails.add(
                letter.subject()
                    + ": "
                    + new String(letter.text().bytes(), StandardCharsets.UTF_8)
                        .replaceAll("\\s+", " ")
                        .strip());
          });
    }

    assertThat(mails)
        .containsExactly(
            "One: First. From here on it is quoted.",
            "Two: Second. From the middle of a paragraph nothing begins.");
  }

  @Test
  void tellsDocumentsOfOneNameApart() {
    String part =
        """
        --out
        Content-Type: application/pdf
        Content-Disposition: attachment%s
        Content-Transfer-Encoding: base64

        %s
        """;
    Letter letter =
        letter(
            HEAD
                + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n"
                + part.formatted("; filename=\"report.pdf\"", "JVBERi0x")
                + part.formatted("; filename=\"report (2).pdf\"", "JVBERi0y")
                + part.formatted("; filename=\"report.pdf\"", "JVBERi0z")
                + part.formatted("", "JVBERi00")
                + part.formatted("", "JVBERi01")
                + "--out--\n");

    assertThat(letter.documents().stream().map(Letter.Enclosed::name))
        .containsExactly(
            "report.pdf",
            "report (2).pdf",
            "report (2) (2).pdf",
            "document.pdf",
            "document (2).pdf");
  }

  @Test
  void refusesAMailWhosePartsStandTooDeepOrAreTooMany() {
    String from = "From: a@foo.example\n";
    String deep = "Content-Type: message/rfc822\n\n".repeat(20_000);
    String wide =
        "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(30_000) + "--b--";

    assertThat(List.of(from + deep, from + wide))
        .allSatisfy(
            mail ->
                assertThat(Letter.parse(bytes(mail)))
                    .isEqualTo(new Reading.NotALetter("The file is no mail, or a damaged one.")));
  }

  @Test
  void readsOfAHeaderNoMoreThanAnAddressIsLong() {
    String endless = "(a".repeat(400_000);

    Letter letter =
        letter(
            "From: Foo <a@foo.example> %s\nSubject: %<s\nDate: %<s\nList-Id: %<s\n\nText."
                .formatted(endless));

    assertThat(letter.outlet()).isEqualTo("Foo");
    assertThat(letter.subject()).isEqualTo(endless.substring(0, 8_192));
    assertThat(Letter.parse(bytes("From: %s@foo.example\n\nText.".formatted(endless))))
        .isInstanceOf(Reading.NotALetter.class);
  }

  private static String text(Letter letter) {
    return new String(letter.text().bytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void whatWasPassedOnIsOfItsFirstSender() {
    Letter letter =
        letter(
            """
            From: Lena Ode <lena@desk.example>
            Subject: Fwd: Gas storage at 88 percent
            Date: Tue, 17 Nov 2026 09:15:42 +0100
            Content-Type: text/html; charset=utf-8

            <div>FYI<br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Harrow Energy Daily</b> &lt;<a href="mailto:daily@harrow.example">daily@harrow.example</a>&gt;<br>Date: Tue, Nov 17, 2026 at 5:00 AM<br>Subject: Gas storage at 88 percent<br>To: me@desk.example<br></div><p>Storage sites were 88 percent full.</p></div></div>
            """);

    assertThat(letter.outlet()).isEqualTo("Harrow Energy Daily");
    assertThat(letter.domain()).isEqualTo("harrow.example");
    assertThat(letter.subject()).isEqualTo("Gas storage at 88 percent");
    assertThat(letter.sentAt()).isEqualTo(Instant.parse("2026-11-17T04:00:00Z"));
    assertThat(text(letter))
        .contains("<p>Storage sites were 88 percent full.</p>")
        .doesNotContain("FYI", "Forwarded", "harrow.example", "gmail_quote");
  }

  @Test
  void whatWasPassedOnInChineseIsOfItsFirstSenderToo() {
    Letter letter =
        letter(
            """
            From: 王敏 <wangmin@desk.example>
            Subject: 转发：铝行业周报
            Date: Fri, 13 Nov 2026 09:02:00 +0800
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            大家看看这篇。

            ------------------ 原始邮件 ------------------
            发件人: "青衡研究" <yanbao@qingheng.example>;
            发送时间: 2026年11月13日(星期五) 上午7:30
            收件人: "王敏" <wangmin@desk.example>;
            主题: 铝行业周报：库存降至五十二万吨

            本周电解铝社会库存降至52.3万吨。
            """);

    assertThat(letter.outlet()).isEqualTo("青衡研究");
    assertThat(letter.subject()).isEqualTo("铝行业周报：库存降至五十二万吨");
    assertThat(letter.sentAt()).isEqualTo(Instant.parse("2026-11-12T23:30:00Z"));
    assertThat(text(letter)).isEqualTo("本周电解铝社会库存降至52.3万吨。");
  }

  @Test
  void anAnswerIsOfWhoAnswersThoughItsMailIsQuotedBelow() {
    Letter letter =
        letter(
            """
            From: Ruth Vane <ruth@desk.example>
            Subject: RE: Lead stocks

            Stocks were 61,200 tonnes.

            From: Gareth Ford <gareth@desk.example>
            Sent: Wednesday, November 25, 2026 11:02 AM
            To: Ruth Vane <ruth@desk.example>
            Subject: Lead stocks

            I see 51,200 tonnes.
            """);

    assertThat(letter.outlet()).isEqualTo("Ruth Vane");
    assertThat(letter.subject()).isEqualTo("RE: Lead stocks");
    assertThat(text(letter)).isEqualTo("Stocks were 61,200 tonnes.");
  }

  @Test
  void aMailThatCameWithAMailIsAMailOfItsOwn() {
    Letter letter =
        letter(
            """
            From: Ben Carr <ben@desk.example>
            Subject: Fwd: 小麦产量
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=q

            --q
            Content-Type: text/plain

            See attached.
            --q
            Content-Type: message/rfc822

            From: Solway Grain <grain@solway.example>
            Subject: Wheat crop at 41 million tonnes
            Message-ID: <s14@solway.example>

            Rain raised estimates.
            --q--
            """);

    assertThat(text(letter)).isEqualTo("See attached.");
    assertThat(letter.enclosed())
        .singleElement()
        .satisfies(
            within -> {
              assertThat(within.id()).isEqualTo("s14@solway.example");
              assertThat(within.outlet()).isEqualTo("Solway Grain");
              assertThat(text(within)).isEqualTo("Rain raised estimates.");
            });
  }

  @Test
  void readsHeadersThatSayNoCharsetOrTheWrongOne() {
    byte[] raw =
        "From: \"南灣航運\" <news@nanwan.example>\r\nSubject: 南灣港十月貨櫃量創新高\r\nContent-Type: text/plain; charset=big5\r\n\r\n南灣港。"
            .getBytes(Charset.forName("Big5"));
    Letter big5 = ((Reading.Read) Letter.parse(raw)).letter();
    Letter wrong =
        letter(
            "From: a@qh.example\nSubject: =?iso-8859-1?B?%s?=\n\nText."
                .formatted(
                    Base64.getEncoder()
                        .encodeToString("清河物流拟收购远栈仓储".getBytes(StandardCharsets.UTF_8))));
    Letter western = letter("From: a@qh.example\nSubject: =?iso-8859-1?Q?Caf=E9?=\n\nText.");

    assertThat(big5.outlet()).isEqualTo("南灣航運");
    assertThat(big5.subject()).isEqualTo("南灣港十月貨櫃量創新高");
    assertThat(wrong.subject()).isEqualTo("清河物流拟收购远栈仓储");
    assertThat(western.subject()).isEqualTo("Café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://click.foo.example/ls/click?upn=AbC123 | ",
        "https://foo.example/v/Zm9vYmFyYmF6cXV4MTIzNDU | ",
        "https://foo.example/p/the-battery-glut?token=eyJ1c2VyX2lkIjo5fQ12 | https://foo.example/p/the-battery-glut",
        "https://foo.example/2026/11/18/the-battery-glut-of-2026 | https://foo.example/2026/11/18/the-battery-glut-of-2026"
      })
  void itsAddressIsTheSameForEverybodyWhoGotIt(String link, String address) {
    Letter letter =
        letter(
            "From: a@foo.example\nContent-Type: text/html\n\n<a href=\"%s\">View in browser</a><p>Text.</p>"
                .formatted(link));

    assertThat(letter.online()).isEqualTo(address == null ? null : URI.create(address));
  }

  @Test
  void joinsLinesThatAProgramBroke() {
    Letter letter =
        letter(
            "From: a@foo.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nFactories for 3,900 \ngigawatt-hours.\n\nNext.\n");

    assertThat(text(letter)).isEqualTo("Factories for 3,900 gigawatt-hours.\n\nNext.");
  }
}
