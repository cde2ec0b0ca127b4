using System.Text.Json.Serialization;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>What a researcher decides before the experiment starts. Immutable; a changed design is a new one.</summary>
public sealed record ExperimentDesign
{
    /// <summary>What is expected and why.</summary>
    public string Hypothesis { get; init; } = "";

    /// <summary>Rules for leaving out observations beyond the shop's own, as they are preregistered; empty for none.</summary>
    public string Exclusions { get; init; } = "";

    /// <summary>What else is preregistered, such as analyses by segment; empty for nothing.</summary>
    public string OtherPlans { get; init; } = "";

    /// <summary>The arms; the first is the control.</summary>
    public IReadOnlyList<Arm> Arms { get; init; } = [];

    /// <summary>The factors whose cells the arms are; null where it is no 2×2 design.</summary>
    public FactorPair? Factors { get; init; }

    /// <summary>How participants with links of their own take part; null where shoppers do.</summary>
    public LabPlan? Lab { get; init; }

    /// <summary>
    /// The two rankings that every shopper sees in one list, in an experiment of one arm; null where arms are compared.
    /// </summary>
    public InterleavedRankings? Interleaving { get; init; }

    /// <summary>Whether shoppers are dealt into arms that are compared.</summary>
    [JsonIgnore]
    public bool ComparesArms => Lab is null && Interleaving is null;

    /// <summary>Where the arms' views are shown. Default everywhere.</summary>
    public ExplanationSurface Surface { get; init; }

    /// <summary>Who may take part. Default everyone.</summary>
    public Audience Audience { get; init; }

    /// <summary>Share of traffic at the start, above 0 and up to 1.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>The layer and the piece of it that the experiment takes; null for none.</summary>
    public LayerSlot? Slot { get; init; }

    /// <summary>Key of the one metric that decides.</summary>
    public string PrimaryMetric { get; init; } = "";

    /// <summary>What the primary metric is to show, as it was planned; a difference where nothing was.</summary>
    [JsonIgnore]
    public PrimaryQuestion Question => Plan?.Question ?? PrimaryQuestion.Difference;

    /// <summary>
    /// The smallest effect of interest of the primary metric: the margin of non-inferiority and equivalence, above 0; a share of the
    /// control's mean if relative. Null where the size was planned by other means.
    /// </summary>
    [JsonIgnore]
    public double? SmallestEffect => Plan is { SmallestEffect: var effect } && effect != 0 ? Math.Abs(effect) : null;

    /// <summary>
    /// By how much a guardrail may get worse before it is broken, by its key; above 0, a share of the control's mean if relative. A
    /// guardrail without one is only watched for being surely worse.
    /// </summary>
    public IReadOnlyDictionary<string, double> GuardrailMargins { get; init; } = new Dictionary<string, double>();

    /// <summary>Keys of the metrics that must not get worse.</summary>
    public IReadOnlyList<string> Guardrails { get; init; } = [];

    /// <summary>
    /// Units of the smallest arm that count for the primary metric, from the power calculation, 2 or more; 0 while it has not been made.
    /// </summary>
    public long PlannedPerArm { get; init; }

    /// <summary>Units to be exposed, all arms together; 0 where only <see cref="PlannedPerArm"/> is known.</summary>
    public long PlannedUnits { get; init; }

    /// <summary>What the planned size follows from; null where it was set by other means.</summary>
    public SizePlan? Plan { get; init; }

    /// <summary>How the results will be computed, decided before any are seen. Each metric brings its own kind of difference.</summary>
    public ComparisonSettings Comparison { get; init; } = new();

    /// <summary>Whether the primary metric is adjusted by what units did before the phase (CUPED). Default true.</summary>
    public bool Adjusted { get; init; } = true;

    /// <summary>What becomes of units that are seen in two arms. Default they are kept out.</summary>
    public MultipleExposure InTwoArms { get; init; }

    /// <summary>Share of the units that are asked one question about what they saw, 0 to 1. Default 0.4.</summary>
    public double AskedShare { get; init; } = 0.4;
}
