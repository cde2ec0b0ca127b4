using System.Text.Json;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>
/// Says a design in the fields of AsPredicted and of the OSF's preregistration template, so that it can be filed with either.
/// </summary>
/// <param name="Experiment">Key of the experiment.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="AsPredicted">AsPredicted's questions with the answers.</param>
/// <param name="Osf">The OSF's fields with the answers.</param>
/// <param name="Design">The design itself, in full.</param>
public sealed record PreregistrationDocument(
    string Experiment, DateTimeOffset At, IReadOnlyList<PreregistrationField> AsPredicted, IReadOnlyList<PreregistrationField> Osf,
    ExperimentDesign Design)
{
    /// <summary>The document of an experiment.</summary>
    public static PreregistrationDocument Of(Experiment experiment, DateTimeOffset at)
    {
        if (experiment.Design.Lab is { } plan)
        {
            return OfStudy(experiment, new LabText(experiment.Design, plan), at);
        }

        if (experiment.Design.Interleaving is { } rankings)
        {
            return OfInterleaving(experiment, new InterleavingText(experiment.Design, rankings), at);
        }

        var text = new PreregistrationText(experiment.Design);
        var hasData = experiment.Phases.Count == 0 ? "No, no data have been collected for this study yet."
            : "Data of earlier phases have been collected; they are not analysed here.";
        return new(
            experiment.Key, at,
            Answered(hasData, experiment.Design.Hypothesis, text.Outcome, text.Conditions, text.Analysis, text.Exclusions, text.Size,
                text.Other),
            [
                new("Hypotheses", experiment.Design.Hypothesis),
                new("Study type", "Experiment: shoppers are assigned to arms by a hash of their number and the phase's seed."),
                new("Blinding",
                    "Shoppers are not told of arms, and a placebo cannot be told from a true reason. The analysis is fixed before any "
                        + "result is seen."),
                new("Study design", text.Conditions),
                new("Randomization",
                    "FNV-1a of seed and shopper, GrowthBook's hash version 2; each shopper stays in one arm for the phase."),
                new("Existing data", hasData), new("Data collection procedures", text.Procedure), new("Sample size", text.Size),
                new("Sample size rationale", text.Rationale),
                new("Stopping rule", text.Stopping), new("Manipulated variables", text.Conditions), new("Measured variables", text.Outcome),
                new("Statistical models", text.Analysis), new("Inference criteria", text.Inference), new("Data exclusion", text.Exclusions),
                new("Missing data", "Shoppers without an answer are left out of that answer; response rates stand per arm."),
                new("Exploratory analysis", text.Exploratory), new("Other", text.Other),
            ],
            experiment.Design);
    }

    private static PreregistrationDocument OfInterleaving(Experiment experiment, InterleavingText text, DateTimeOffset at)
    {
        var (design, other) = (experiment.Design, new PreregistrationText(experiment.Design));
        var hasData = "No, no data have been collected for this study yet.";
        return new(
            experiment.Key, at,
            Answered(hasData, design.Hypothesis, text.Outcome, text.Conditions, text.Analysis, text.Exclusions, text.Size,
                other.Other),
            [
                new("Hypotheses", design.Hypothesis),
                new("Study type", "Experiment within shoppers: every shopper sees both rankings in one list."),
                new("Blinding", "Shoppers are not told which ranking picked a product. The analysis is fixed before any result is seen."),
                new("Study design", text.Conditions),
                new("Randomization",
                    "In each round of the draft a hash of shopper, phase, page and round decides which ranking picks first."),
                new("Existing data", hasData), new("Data collection procedures", other.Procedure), new("Sample size", text.Size),
                new("Sample size rationale", text.Rationale), new("Stopping rule", "At the planned size; no look before it decides."),
                new("Manipulated variables", text.Conditions), new("Measured variables", text.Outcome),
                new("Statistical models", text.Analysis), new("Inference criteria", text.Inference), new("Data exclusion", text.Exclusions),
                new("Other", other.Other),
            ],
            design);
    }

    private static PreregistrationDocument OfStudy(Experiment experiment, LabText text, DateTimeOffset at)
    {
        const string NoData = "No, no data have been collected for this study yet.";
        var (design, other) = (experiment.Design, experiment.Design.OtherPlans.Length > 0 ? experiment.Design.OtherPlans : "Nothing else.");
        return new(
            experiment.Key, at,
            Answered(NoData, design.Hypothesis, text.Outcome, text.Conditions, text.Analysis, text.Exclusions, text.Size, other),
            [
                new("Hypotheses", design.Hypothesis), new("Study type", "Experiment with participants."),
                new("Blinding", "Participants are not told of arms before the end. The analysis is fixed before any result is seen."),
                new("Study design", text.Conditions), new("Randomization", text.Randomization), new("Existing data", NoData),
                new("Data collection procedures", text.Procedure), new("Sample size", text.Size),
                new("Stopping rule", text.Stopping), new("Measured variables", text.Outcome), new("Statistical models", text.Analysis),
                new("Inference criteria", text.Inference), new("Data exclusion", text.Exclusions),
                new("Missing data", "A comparison leaves out who has no number in it; how many have one stands beside it."),
                new("Other", other),
            ],
            design);
    }

    /// <summary>AsPredicted's questions, in its order.</summary>
    private static PreregistrationField[] Answered(params string[] answers) =>
    [
        .. new[]
        {
            "Have any data been collected for this study already?",
            "What is the main question being asked or hypothesis being tested?",
            "Describe the key dependent variable(s), specifying how they will be measured.",
            "How many and which conditions will participants be assigned to?",
            "Specify exactly which analyses you will conduct to examine the main question/hypothesis.",
            "Describe exactly how outliers will be defined and handled, and your precise rule(s) for excluding observations.",
            "How many observations will be collected or what will determine sample size?",
            "Anything else you would like to pre-register?",
        }.Zip(answers, (question, answer) => new PreregistrationField(question, answer)),
    ];

    /// <summary>The document as JSON, the text that is hashed.</summary>
    public string ToJson() => ResultsExport.Json(this);

    /// <summary>The document of a frozen design.</summary>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static PreregistrationDocument Parse(string json) => ResultsExport.FromJson<PreregistrationDocument>(json);
}

/// <summary>One question of a form with its answer.</summary>
/// <param name="Question">As the form has it.</param>
/// <param name="Answer">One or more sentences.</param>
public sealed record PreregistrationField(string Question, string Answer);
