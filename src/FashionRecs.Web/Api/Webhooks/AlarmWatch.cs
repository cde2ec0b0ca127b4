using System.Collections.Concurrent;
using System.Globalization;
using FashionRecs.Application.Research;
using FashionRecs.Application.Webhooks;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>
/// Writes messages about running experiments whose data must not be trusted, or an arm of which surely does worse than the control in what
/// must not get worse: each once per phase. Computed as the researchers' page computes it. Thread-safe.
/// </summary>
public sealed class AlarmWatch(IWebhookStore store, RunningExperiments running, ExperimentReader reader, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long Revision, int Exposures, long LastOutcome)> looked = new();

    /// <summary>Looks at the experiments in which something happened since the last look.</summary>
    public async Task StepAsync(CancellationToken cancellation = default)
    {
        Webhook[] webhooks = [.. (await store.AllAsync(cancellation)).Where(one => one.Events.Contains(WebhookEvents.ExperimentAlarm))];
        foreach (var experiment in webhooks.Length == 0 ? [] : await running.AllAsync(cancellation))
        {
            if (await reader.StampAsync(experiment.Key, cancellation) is not { } stamp
                || (looked.TryGetValue(experiment.Key, out var before) && before == stamp)
                || await reader.ReadAsync(experiment.Key, cancellation: cancellation) is not { Phase: not null } record)
            {
                continue;
            }

            foreach (var (check, text) in AlarmsOf(new ExperimentAnalysis(record).Results()))
            {
                await TellAsync(webhooks, new ExperimentAlarmText(experiment.Key, record.Phase.Number, check, text), cancellation);
            }

            looked[experiment.Key] = stamp;
        }
    }

    /// <summary>What is alarming in results, each by a name of its own.</summary>
    public static IReadOnlyList<(string Check, string Text)> AlarmsOf(ExperimentResults results) =>
    [
        .. results.Health.Where(finding => finding.Level == HealthLevel.Alarm).Select(finding => (finding.Check, finding.Text)),
        .. results.Guardrails.SelectMany(metric => metric.Arms.Where(arm => arm.IsSure && DoesWorse(metric, arm))
            .Select(arm => ($"guardrail {metric.Metric.Key} {arm.Arm}", Words(metric, arm)))),
    ];

    private static bool DoesWorse(MetricResult metric, ArmResult arm) =>
        arm.Comparison is { } comparison && (metric.Metric.LessIsBetter ? comparison.Effect > 0 : comparison.Effect < 0);

    private static string Words(MetricResult metric, ArmResult arm) => string.Create(CultureInfo.InvariantCulture,
        $"The arm '{arm.Arm}' does worse than the control in {metric.Metric.Name}: {Number(metric, arm.Comparison!.Effect)} "
            + $"[{Number(metric, arm.CorrectedLow ?? arm.Comparison.Low)}, {Number(metric, arm.CorrectedHigh ?? arm.Comparison.High)}], "
            + $"n = {arm.Units}.");

    private static string Number(MetricResult metric, double value) => metric.Metric.Difference == DifferenceKind.Relative
        ? value.ToString("+0.0 %;-0.0 %", CultureInfo.InvariantCulture) : value.ToString("+0.###;-0.###", CultureInfo.InvariantCulture);

    private async Task TellAsync(IReadOnlyList<Webhook> webhooks, ExperimentAlarmText alarm, CancellationToken cancellation)
    {
        var name = $"alarm {alarm.Experiment}/{alarm.Phase}/{alarm.Check}";
        if ((await store.MarksAsync([name], cancellation)).Count == 0)
        {
            await store.TellAsync([new WebhookMark(name, null, alarm.Text)],
                [.. WebhookText.Write(webhooks, WebhookEvents.ExperimentAlarm, time.GetUtcNow(), alarm)], cancellation);
        }
    }
}
