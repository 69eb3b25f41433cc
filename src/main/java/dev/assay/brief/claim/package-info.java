/// Figures that a language model read in an article: who has which, of what, when, who says so.
///
/// In comes what the model said ([SaidClaim][dev.assay.brief.claim.SaidClaim], read strictly from
/// its JSON), out go claims as the reader by weights makes them, each with the word of who read it.
/// [SecondReader][dev.assay.brief.claim.SecondReader] holds every one against the paragraph it
/// cites: nothing of it is believed that the text's own words do not bear out. Start there. Asking
/// the model is not done here, that is `brief.model`'s.
@NullMarked
package dev.assay.brief.claim;

import org.jspecify.annotations.NullMarked;
