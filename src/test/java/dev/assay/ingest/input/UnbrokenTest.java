package dev.assay.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ExpectedFailure;
import dev.assay.article.Identity;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.Fetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of files and mails whose reading breaks off.
final class UnbrokenTest {

  private static final Identity MAIL = new Identity.OfExternal("mail", "1");

  private static Given part(int number) {
    return new Given.Refused(new Identity.OfExternal("part", "" + number), "as it is");
  }

  private static Given readTo(int number, int end) {
    if (number == end) {
      throw new UncheckedIOException(new IOException("the disk is gone"));
    }
    return part(number);
  }

  @Test
  void keepsWhatWasReadBeforeItBrokeOffAndSaysThatItDid() {
    AtomicInteger closed = new AtomicInteger();
    List<Given> given;
    try (Stream<Given> mail =
        Unbroken.of(
            MAIL,
            () ->
                IntStream.range(0, 9)
                    .mapToObj(number -> readTo(number, 2))
                    .onClose(closed::incrementAndGet))) {
      given = mail.toList();
    }

    assertThat(given)
        .containsExactly(
            part(0), part(1), new Given.Refused(MAIL, "It cannot be read: the disk is gone."));
    assertThat(closed).hasValue(1);
  }

  @Test
  void holdsUpNothingBehindIt() {
    List<Given> given =
        OneByOne.flat(
                List.of(0, 1).iterator(), one -> Unbroken.of(MAIL, () -> Stream.of(readTo(one, 0))))
            .toList();

    assertThat(given).hasSize(2).endsWith(part(1));
  }

  @Test
  void whatNestsDeeperThanTheStackIsRefusedLikeAnythingElse() {
    assertThat(Unbroken.of(MAIL, () -> nested(0)).toList())
        .singleElement()
        .asString()
        .contains("StackOverflowError");
  }

  private static Stream<Given> nested(int depth) {
    return Stream.concat(nested(depth + 1), Stream.of(part(depth)));
  }

  @Test
  void anUploadThatCannotBeReadHoldsUpNothingBehindIt() {
    byte[] text = "镓的许可本周又少了两张。".getBytes(StandardCharsets.UTF_8);
    AtomicInteger asked = new AtomicInteger();
    InstantSource breaksOnce =
        () -> {
          if (asked.getAndIncrement() == 0) {
            throw new IllegalStateException("the first one breaks");
          }
          return Instant.EPOCH;
        };
    try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULTS, () -> Instant.EPOCH)) {
      Inputs inputs = new Inputs(fetcher, breaksOnce);

      List<Given> given =
          OneByOne.flat(List.of("a.txt", "b.txt").iterator(), name -> inputs.ofUpload(name, text))
              .toList();

      assertThat(given).hasSize(2);
      assertThat(given.getFirst()).isInstanceOf(Given.Refused.class);
      assertThat(given.getLast()).isInstanceOf(Given.Document.class);
    }
  }

  @Test
  void whatOthersMayReadIsNotRefusedForTheDiskButForItself() {
    assertThatThrownBy(() -> Unbroken.butForTheDisk(MAIL, () -> Stream.of(readTo(0, 0))).toList())
        .isInstanceOf(UncheckedIOException.class);
    assertThat(
            Unbroken.butForTheDisk(
                    MAIL,
                    () -> {
                      throw new IllegalStateException("the file is odd");
                    })
                .toList())
        .containsExactly(
            new Given.Refused(
                MAIL, "Assay failed to read it (IllegalStateException). Please report this line."));
  }

  @Test
  void whatIsWrongWithTheDeskIsNotTheMailsFault() {
    Stream<Given> mail =
        Unbroken.of(
            MAIL,
            () -> {
              throw new ExpectedFailure("the data folder is full");
            });

    assertThatThrownBy(mail::toList).isInstanceOf(ExpectedFailure.class);
  }
}
