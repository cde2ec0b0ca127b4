using FashionRecs.Application.Research;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Web.Research.Experiments;

/// <summary>Changes experiments for the pages: checks the design, acts, saves, and says in one sentence what prevented it.</summary>
public sealed class ExperimentChanges(IExperimentStore store, ExperimentActions actions)
{
    private static readonly HashSet<string> Metrics = [.. StandardMetrics.All.Select(metric => metric.Key)];

    /// <summary>What keeps an experiment from being started now.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(Experiment experiment) =>
        [.. (await FindProblemsAsync(experiment)).Select(problem => problem.Text)];

    /// <summary>The same, each with the part of the design in which it can be mended.</summary>
    public async Task<IReadOnlyList<DesignProblem>> FindProblemsAsync(Experiment experiment) =>
        DesignCheck.Find(experiment, (await store.AllAsync()).Select(entry => entry.Experiment), Metrics);

    /// <summary>Saves a new draft or the new design of one; null if that worked.</summary>
    public Task<string?> SaveAsync(Experiment? before, long revision, string key, ExperimentDesign design, string who) =>
        TryAsync(async () =>
        {
            var after = before is null ? actions.Create(key, design, who) : actions.Edit(before, design, who);
            if (DesignCheck.KeyProblem(key) is { } problem)
            {
                throw new InvalidOperationException(problem);
            }

            await store.SaveAsync(after, revision);
        });

    /// <summary>Does one action on a saved experiment; null if that worked.</summary>
    /// <param name="experiment">The experiment as the page shows it.</param>
    /// <param name="revision">Its revision; somebody else's change in between is never overwritten.</param>
    /// <param name="act">The action, given the actions and the design's problems.</param>
    public Task<string?> ActAsync(Experiment experiment, long revision, Func<ExperimentActions, IReadOnlyList<string>, Experiment> act) =>
        TryAsync(async () =>
        await store.SaveAsync(act(actions, await ProblemsAsync(experiment)), revision));

    private static async Task<string?> TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            return exception.Message;
        }
    }
}
