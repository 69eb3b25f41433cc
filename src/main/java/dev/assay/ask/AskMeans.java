package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.brief.BriefNumbers;
import dev.assay.fold.Outlets;
import dev.assay.ledger.kept.Bookkeeping;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What every question is answered with, whoever asks: words and weights, the ledger, and what is
/// checked and counted of an answer.
///
/// @param numbers checks the numbers of what is said
/// @param outlets who owns which outlet, to count independent sources
record AskMeans(
    AskWords words,
    MeasureWords measures,
    AskWeights weights,
    Supplier<QuantityExtractor> quantities,
    Supplier<BriefNumbers> numbers,
    Bookkeeping bookkeeping,
    Outlets outlets,
    InstantSource clock) {}
