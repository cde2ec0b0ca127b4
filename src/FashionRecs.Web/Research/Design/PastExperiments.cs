using FashionRecs.Application.Research;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Planning;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Research.Design;

/// <summary>Figures of an earlier experiment from which a new one can be planned.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Figures">What its control did.</param>
/// <param name="AskedShare">Share of its shoppers who were asked a question.</param>
public sealed record PastChoice(string Name, PastFigures Figures, double AskedShare);

/// <summary>Finds what earlier experiments say of a metric.</summary>
public sealed class PastExperiments(IExperimentStore store, ExperimentReader reader)
{
    private const int Most = 5;
    private const int LeastUnits = 100;

    /// <summary>
    /// The last phase of up to five experiments that were started, the latest first, with at least 100 shoppers in the control.
    /// </summary>
    public async Task<IReadOnlyList<PastChoice>> OfAsync(Metric metric)
    {
        var started = (await store.AllAsync()).Select(entry => entry.Experiment).Where(experiment => experiment.Phases.Count > 0)
            .OrderByDescending(experiment => experiment.Phases[^1].StartedAt).Take(Most);
        var found = new List<PastChoice>();
        foreach (var experiment in started)
        {
            if (await reader.ReadAsync(experiment.Key) is { Phase: { } phase } record
                && PastFigures.Of(metric, new ExperimentAnalysis(record).Rows(), phase.Arms[0].Key,
                    record.Earlier) is { Units: >= LeastUnits } figures)
            {
                found.Add(new PastChoice($"{experiment.Key}, phase {phase.Number}", figures, experiment.Design.AskedShare));
            }
        }

        return found;
    }
}
