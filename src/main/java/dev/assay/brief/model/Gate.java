package dev.assay.brief.model;

import dev.assay.llm.Usage;

/// Says whether a model may be asked once more, and hears what each question cost. Safe for use by
/// many threads.
public interface Gate {

  /// Waits for its turn.
  ///
  /// @return false if nothing more may be spent today, or the run is to end
  boolean admits();

  void used(Usage usage);

  /// Lets everything pass.
  Gate OPEN =
      new Gate() {
        @Override
        public boolean admits() {
          return true;
        }

        @Override
        public void used(Usage usage) {}
      };
}
