/// Choosing among candidates by weighing: what speaks for each is data, how much it counts is
/// learned.
///
/// A choice has candidates; each candidate has [Features][dev.assay.analyze.weigh.Features], names
/// of what can be seen of it. [Weights][dev.assay.analyze.weigh.Weights] gives each candidate a
/// probability (a log-linear model), [Learner][dev.assay.analyze.weigh.Learner] learns them from
/// choices that a person made. What the features are is told by those who choose, such as
/// `analyze.claim`.
@NullMarked
package dev.assay.analyze.weigh;

import org.jspecify.annotations.NullMarked;
