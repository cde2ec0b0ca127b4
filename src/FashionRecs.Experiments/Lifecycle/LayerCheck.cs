using System.Globalization;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>Finds experiments that would want the same shoppers, or to show the same shopper two things in one place.</summary>
internal static class LayerCheck
{
    /// <summary>Each of them; only experiments that run or are in review hold anything.</summary>
    public static IEnumerable<DesignProblem> Find(Experiment experiment, IEnumerable<Experiment> others) =>
        (OwnProblem(experiment.Design) is { } own ? [new DesignProblem(DesignPart.Place, own)] : Array.Empty<DesignProblem>())
        .Concat(Conflicts(experiment, others).Select(text => new DesignProblem(DesignPart.Place, text) { IsOfOthers = true }));

    private static string? OwnProblem(ExperimentDesign design) =>
        design.Slot is { } own && (!own.Range.IsValid || own.Range.Start == own.Range.End || string.IsNullOrWhiteSpace(own.Layer))
            ? Said($"The layer slot {own.Range.Start} to {own.Range.End} is not a piece of 0 to 1.") : null;

    private static IEnumerable<string> Conflicts(Experiment experiment, IEnumerable<Experiment> others)
    {
        var design = experiment.Design;
        // Participants see nothing but their own study, and shoppers nothing of it.
        foreach (var other in others.Where(other => design.Lab is null && other.Design.Lab is null && other.Key != experiment.Key
            && other.State is ExperimentState.Running or ExperimentState.Review))
        {
            if (design.Slot is { } slot && other.Design.Slot is { } taken && slot.Layer == taken.Layer)
            {
                if (slot.Conflicts(taken))
                {
                    var (asked, theirs) = (slot.Range, taken.Range);
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"The layer '{slot.Layer}' is taken from {theirs.Start} to {theirs.End} by the experiment '{other.Key}', "
                        + $"which overlaps {asked.Start} to {asked.End}.");
                }
            }
            else if (design.Surface.Meets(other.Design.Surface))
            {
                yield return $"The experiment '{other.Key}' {(other.State == ExperimentState.Running ? "already decides" : "is to decide")} what some "
                    + "of the same shoppers see there, and one place shows "
                    + $"one view; {Remedy(other.Design)}.";
            }
        }
    }

    /// <summary>What can be done beside one that holds its shoppers already.</summary>
    private static string Remedy(ExperimentDesign other)
    {
        var piece = other.Slot switch
        {
            null => "it has no layer, so it holds everybody until it stops",
            { Range: { Start: <= 0, End: >= 1 } } slot =>
                $"it takes the whole of its layer '{slot.Layer}', so it holds everybody until it stops",
            var slot => Said($"take a piece of its layer '{slot.Layer}' outside of {slot.Range.Start} to {slot.Range.End}"),
        };
        return other.Surface switch
        {
            ExplanationSurface.Cards => $"{piece}, or decide product pages instead, in another layer or none",
            ExplanationSurface.ProductPage => $"{piece}, or decide cards instead, in another layer or none",
            _ => piece,
        };
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
