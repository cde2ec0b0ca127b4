using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Research.Design;

/// <summary>Where an experiment is shown and to whom, while it is typed in.</summary>
public sealed class PlaceDraft
{
    public ExplanationSurface Surface { get; set; }
    public Audience Audience { get; set; }
    public double CoveragePercent { get; set; } = 100;

    /// <summary>Name of the layer; empty for none.</summary>
    public string Layer { get; set; } = "";

    /// <summary>Where the piece of the layer begins, in percent.</summary>
    public double LayerFrom { get; set; }

    /// <summary>Where it ends, in percent.</summary>
    public double LayerTo { get; set; } = 100;

    /// <summary>The piece of the layer; null for none.</summary>
    public LayerSlot? Slot => string.IsNullOrWhiteSpace(Layer) ? null
        : new LayerSlot(Layer.Trim(), new BucketRange(LayerFrom / 100, LayerTo / 100));

    public static PlaceDraft Of(ExperimentDesign design) => new()
    {
        Surface = design.Surface, Audience = design.Audience, CoveragePercent = Math.Round(100 * design.Coverage, 10),
        Layer = design.Slot?.Layer ?? "", LayerFrom = Math.Round(100 * (design.Slot?.Range.Start ?? 0), 10),
        LayerTo = Math.Round(100 * (design.Slot?.Range.End ?? 1), 10),
    };
}
