using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Factors;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Simulation;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Web.Research.Experiments;

namespace FashionRecs.Web.Research.Design;

/// <summary>
/// A design while it is typed in, by what is decided together. What a kind does not use is kept for whoever goes back to it.
/// </summary>
public sealed class DesignDraft
{
    public string Key { get; set; } = "";
    public string Hypothesis { get; set; } = "";
    public DesignKind Kind { get; set; }

    /// <summary>The arms; the first is the control.</summary>
    public List<ArmDraft> Arms { get; init; } =
    [
        new() { Key = "control", Percent = 50, View = new WordsOnly() },
        new() { Key = "treatment", Percent = 50, View = new BoxWithWords() },
    ];

    /// <summary>The factors of a 2×2 design; null for another.</summary>
    public FactorPair? Factors { get; set; }
    public PlaceDraft Place { get; init; } = new();
    public MetricsDraft Metrics { get; init; } = new();
    public LooksDraft Looks { get; init; } = new();
    public SizeDraft Size { get; init; } = new();

    /// <summary>The two rankings, where they are interleaved.</summary>
    public InterleavingDraft Interleaving { get; init; } = new();

    /// <summary>How participants with links take part, where they do.</summary>
    public LabDraft Lab { get; init; } = new();

    /// <summary>Rules for leaving out observations beyond the shop's own.</summary>
    public string Exclusions { get; set; } = "";

    /// <summary>What else is preregistered.</summary>
    public string OtherPlans { get; set; } = "";

    /// <summary>The parts of its kind, in the order in which they are decided.</summary>
    public IReadOnlyList<DesignPart> Parts => Kind switch
    {
        DesignKind.Lab =>
        [
            DesignPart.Question, DesignPart.Arms, DesignPart.Place, DesignPart.Participants, DesignPart.Questions,
            DesignPart.Preregistration,
        ],
        DesignKind.Interleaving =>
            [DesignPart.Question, DesignPart.Arms, DesignPart.Place, DesignPart.Size, DesignPart.Preregistration],
        _ => [DesignPart.Question, DesignPart.Arms, DesignPart.Place, DesignPart.Metrics, DesignPart.Size, DesignPart.Preregistration],
    };

    /// <summary>What a part is called in a design of its kind.</summary>
    public string NameOf(DesignPart part) => (part, Kind) switch
    {
        (DesignPart.Arms, DesignKind.Interleaving) => "Rankings",
        (DesignPart.Place, DesignKind.Interleaving) => "Audience",
        _ => Words.Of(part),
    };

    /// <summary>
    /// How the arms will be compared; the sequential interval is tightest at the planned number of shoppers unless another was chosen.
    /// </summary>
    public ComparisonSettings Comparison
    {
        get
        {
            var settings = Looks.Settings(Metrics.Chosen?.Difference ?? DifferenceKind.Relative);
            for (var round = 0; Looks.IsSequential && Looks.Tuning is null && round < 6; round++)
            {
                // The number of shoppers depends on where the interval is tightest, a little; a few rounds settle both.
                settings = Plan.Size(PlannedArms, settings, LeastUnits, out _) is { } size
                    ? settings with { Tuning = Math.Max(2, Math.Round(Size.CountedShare(Metrics)
                        * (size.PerArm[0] + size.PerArm.Skip(1).Where(units => units > 0).DefaultIfEmpty(1).Min()))) }
                    : settings;
            }

            return Looks.Tuning is { } chosen ? settings with { Tuning = chosen } : settings;
        }
    }

    public SizePlan Plan => Size.Plan(Metrics);

    private Arm[] PlannedArms => [.. Arms.Select(arm => arm.ToArm())];

    private static int LeastUnits => new ResultsSettings().LeastUnits;

    /// <summary>The planned size; null with one sentence where there is none.</summary>
    public PlannedSize? Planned(out string? problem)
    {
        problem = Metrics.Chosen is { } metric ? BaselineCheck.Problem(metric, Plan) : null;
        return problem is null ? Plan.Size(PlannedArms, Comparison, LeastUnits, out problem) : null;
    }

    /// <summary>The planned size as experiments to try it out with.</summary>
    public PowerPlan PowerPlan(PlannedSize size, int experiments) => new()
    {
        Weights = [.. Arms.Select(arm => arm.Percent / 100)], Units = (long)(size.Units * Size.CountedShare(Metrics)), Kind = Plan.Kind,
        Baseline = Plan.Baseline,
        Effect = Plan.SmallestEffect, Deviation = Size.Deviation, Correlation = Plan.Correlation, Settings = Comparison,
        Experiments = experiments,
        Scale = Metrics is { IsAnswer: true, Chosen: { Least: { } least, Most: { } most } } ? ((int)least, (int)most) : null,
    };

    /// <summary>Begins to plan with another primary metric.</summary>
    public void Choose(string metric)
    {
        Metrics.Primary = metric;
        Metrics.Guardrails.Remove(metric);
        if (Metrics.Chosen is { } chosen)
        {
            Size.BeginWith(chosen);
        }
    }

    /// <summary>Takes the arms of a 2×2 design; null goes back to arms without factors.</summary>
    public void Cross(FactorPreset? preset)
    {
        Factors = preset?.Factors;
        if (preset is null)
        {
            Arms.ForEach(arm => arm.Cell = null);
            return;
        }

        Arms.Clear();
        Arms.AddRange(preset.Arms.Select(ArmDraft.Of));
    }

    public ExperimentDesign ToDesign()
    {
        var design = new ExperimentDesign
        {
            Hypothesis = Hypothesis.Trim(), Exclusions = Exclusions.Trim(), OtherPlans = OtherPlans.Trim(), Surface = Place.Surface,
        };
        return Kind switch
        {
            DesignKind.Lab => WithParticipants(design),
            DesignKind.Interleaving => WithRankings(design),
            _ => WithShoppers(design),
        };
    }

    private ExperimentDesign WithRankings(ExperimentDesign design)
    {
        var rankings = Interleaving.ToRankings();
        var planned = rankings.Shoppers(Looks.Alpha, out _) ?? 0;
        return design with
        {
            Surface = ExplanationSurface.Cards, Audience = Place.Audience, Coverage = Place.CoveragePercent / 100, Slot = Place.Slot,
            Arms = [Interleaving.Arm], Interleaving = rankings, Comparison = new() { Alpha = Looks.Alpha, Sequential = false },
            Adjusted = false, AskedShare = 0, PlannedPerArm = planned, PlannedUnits = planned,
        };
    }

    private ExperimentDesign WithShoppers(ExperimentDesign design)
    {
        var planned = Planned(out _);
        return design with
        {
            Audience = Place.Audience, Coverage = Place.CoveragePercent / 100, Slot = Place.Slot,
            Arms = PlannedArms, Factors = Factors,
            PrimaryMetric = Metrics.Primary, Guardrails = Metrics.GuardrailKeys, GuardrailMargins = Metrics.DesignMargins,
            Adjusted = Metrics.Adjusted, AskedShare = Metrics.AskedPercent / 100, InTwoArms = Metrics.InTwoArms,
            Comparison = Comparison, Plan = Plan, PlannedPerArm = planned?.Counted ?? 0, PlannedUnits = planned?.Units ?? 0,
        };
    }

    private ExperimentDesign WithParticipants(ExperimentDesign design) => design with
    {
        Arms = [.. Arms.Select(arm => arm.ToArm() with { Weight = 1.0 / Arms.Count, Cell = null })],
        PrimaryMetric = Lab.Measure, Comparison = new ComparisonSettings { Alpha = Looks.Alpha, Sequential = false },
        Adjusted = false, AskedShare = 0, Lab = Lab.ToPlan(), PlannedUnits = Lab.Participants,
        PlannedPerArm = Lab.Within ? Lab.Participants : Lab.Participants / Math.Max(1, Arms.Count),
    };

    public static DesignDraft Of(string key, ExperimentDesign design)
    {
        var draft = new DesignDraft();
        var metrics = design.ComparesArms ? MetricsDraft.Of(design) : draft.Metrics;
        return new DesignDraft
        {
            Key = key, Hypothesis = design.Hypothesis, Exclusions = design.Exclusions, OtherPlans = design.OtherPlans,
            Kind = design.Lab is not null ? DesignKind.Lab
                : design.Interleaving is not null ? DesignKind.Interleaving : DesignKind.Shoppers,
            Arms = design.Interleaving is null ? [.. design.Arms.Select(ArmDraft.Of)] : draft.Arms, Factors = design.Factors,
            Place = PlaceDraft.Of(design), Metrics = metrics, Looks = LooksDraft.Of(design.Comparison),
            Interleaving = design.Interleaving is { } rankings ? InterleavingDraft.Of(rankings) : draft.Interleaving,
            Size = SizeDraft.Of(design, metrics),
            Lab = design.Lab is { } lab ? LabDraft.Of(lab, design.PrimaryMetric) : draft.Lab,
        };
    }
}
