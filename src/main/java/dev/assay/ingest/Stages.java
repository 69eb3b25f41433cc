package dev.assay.ingest;

import dev.assay.analyze.ClaimReader;
import dev.assay.analyze.TagMatcher;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.KeyFigures;
import dev.assay.clean.Cleaner;
import dev.assay.lexicon.Names;

/// The stages that need no other document, with the names they know. Shared by all threads.
public record Stages(
    Cleaner cleaner,
    Names names,
    TagMatcher tagMatcher,
    BriefNumbers briefNumbers,
    ClaimReader claimReader,
    KeyFigures keyFigures) {}
