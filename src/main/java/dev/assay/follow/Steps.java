package dev.assay.follow;

/// Hears of steps as they are taken.
public interface Steps {

  Steps UNHEARD = _ -> {};

  void took(Step step);
}
