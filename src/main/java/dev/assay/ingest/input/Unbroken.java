package dev.assay.ingest.input;

import dev.assay.article.ExpectedFailure;
import dev.assay.article.Identity;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
  private @Nullable Stream<Given> open;
  private @Nullable Iterator<Given> given;
  private @Nullable Given next;
  private boolean ended;

  private Unbroken(Identity what, Supplier<Stream<Given>> reading) {
    this.what = what;
    this.reading = reading;
  }

  /// Close the stream after use.
  ///
  /// @param what is refused if reading it throws
  public static Stream<Given> of(Identity what, Supplier<Stream<Given>> reading) {
    Unbroken unbroken = new Unbroken(what, reading);
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
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} cannot be read", what.shown(), e);
      ended = true;
      return new Given.Refused(
          what,
          "Assay failed to read it (%s). Please report this line."
              .formatted(e.getClass().getSimpleName()));
    }
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
