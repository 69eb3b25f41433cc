package dev.assay.app;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A value made when it is first asked for. Safe for use by many threads.
final class Once<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> value = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (value.isEmpty()) {
      value = Optional.of(maker.get());
    }
    return value.get();
  }

  void ifMade(Consumer<T> action) {
    value.ifPresent(action);
  }
}
