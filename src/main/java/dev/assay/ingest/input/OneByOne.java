package dev.assay.ingest.input;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What many streams give, one stream after the other, none read before it is asked for.
/// [Stream#flatMap] does not do that: its iterator reads the whole of a stream before it gives the
/// first, so that a folder, or an archive, would be held in memory.
///
/// @param <T> what they give
public final class OneByOne<T> implements Iterator<T>, AutoCloseable {

  private final Iterator<Stream<T>> streams;
  private @Nullable Stream<T> open;
  private @Nullable Iterator<T> current;

  private OneByOne(Iterator<Stream<T>> streams) {
    this.streams = streams;
  }

  /// What each of `all` stands for. Close the stream after use.
  public static <S, T> Stream<T> flat(Iterator<S> all, Function<S, Stream<T>> held) {
    OneByOne<T> flat =
        new OneByOne<>(
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return all.hasNext();
              }

              @Override
              public Stream<T> next() {
                return held.apply(all.next());
              }
            });
    return stream(flat).onClose(flat::close);
  }

  /// What an iterator gives.
  public static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
        .map(Objects::requireNonNull);
  }

  @Override
  public boolean hasNext() {
    while (current == null || !current.hasNext()) {
      close();
      if (!streams.hasNext()) {
        return false;
      }
      Stream<T> next = streams.next();
      open = next;
      current = next.iterator();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext() || current == null) {
      throw new NoSuchElementException("nothing is left");
    }
    return current.next();
  }

  /// Closes the stream that is being read.
  @Override
  public void close() {
    Stream<T> read = open;
    open = null;
    current = null;
    if (read != null) {
      read.close();
    }
  }
}
