package dev.assay.ingest.input;

import dev.assay.article.ExpectedFailure;
import dev.assay.article.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a file, a mail or an address holds, though reading it may throw: then it ends with a
/// refusal that says so, and what was to be read after it is read. Used by one thread.
public final class Unbroken implements Iterator<Given> {

  private static final Logger LOG = LoggerFactory.getLogger(Unbroken.class);

  private final Identity what;
  private final Supplier<Stream<Given>> reading;
  private final boolean byOthersToo;
  private @Nullable Stream<Given> open;
  private @Nullable Iterator<Given> given;
  private @Nullable Given next;
  private boolean ended;

  private Unbroken(Identity what, Supplier<Stream<Given>> reading, boolean byOthersToo) {
    this.what = what;
    this.reading = reading;
    this.byOthersToo = byOthersToo;
  }

  /// Close the stream after use.
  ///
  /// @param what is refused if reading it throws
  public static Stream<Given> of(Identity what, Supplier<Stream<Given>> reading) {
    return stream(new Unbroken(what, reading, false));
  }

  /// As the other, of a file that others read if it cannot be read here: an [UncheckedIOException]
  /// is thrown on.
  static Stream<Given> butForTheDisk(Identity what, Supplier<Stream<Given>> reading) {
    return stream(new Unbroken(what, reading, true));
  }

  private static Stream<Given> stream(Unbroken unbroken) {
    return OneByOne.stream(unbroken).onClose(unbroken::close);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended |= next == null;
    }
    return next != null;
  }

  private @Nullable Given read() {
    try {
      Iterator<Given> from = given;
      if (from == null) {
        Stream<Given> stream = reading.get();
        open = stream;
        from = stream.iterator();
        given = from;
      }
      return from.hasNext() ? from.next() : null;
    } catch (ExpectedFailure e) {
      throw e; // of the desk, not of what is read
    } catch (UncheckedIOException e) {
      if (byOthersToo) {
        throw e;
      }
      IOException cause = Objects.requireNonNull(e.getCause());
      return refused(
          "It cannot be read: %s."
              .formatted(
                  Objects.requireNonNullElse(
                      cause.getMessage(), cause.getClass().getSimpleName())));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} cannot be read", what.shown(), e);
      return refused(
          "Assay failed to read it (%s). Please report this line."
              .formatted(e.getClass().getSimpleName()));
    }
  }

  private Given refused(String reason) {
    ended = true;
    return new Given.Refused(what, reason);
  }

  @Override
  public Given next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("nothing is left");
    }
    Given one = next;
    next = null;
    return one;
  }

  private void close() {
    if (open != null) {
      open.close();
    }
  }
}
