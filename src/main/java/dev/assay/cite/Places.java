package dev.assay.cite;

import java.util.List;
import java.util.function.ToIntFunction;

/// Looks for a place among things that stand in a text in order, without a walk through all of
/// them.
public final class Places {

  private Places() {}

  /// How many of `inOrder` have a place before `least`: the number of the first that has not.
  ///
  /// @param place by which they are in order
  public static <T> int firstFrom(List<T> inOrder, ToIntFunction<T> place, int least) {
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.applyAsInt(inOrder.get(middle)) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Those of `inOrder` whose place is from `from` to before `to`.
  ///
  /// @param place by which they are in order
  public static <T> List<T> within(List<T> inOrder, ToIntFunction<T> place, int from, int to) {
    int first = firstFrom(inOrder, place, from);
    return inOrder.subList(first, Math.max(first, firstFrom(inOrder, place, to)));
  }
}
