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
/// must not get worse: each once per phase. Computed as the researchers' page computes it. How far each experiment was looked at is kept
/// beside the messages, for all servers. Thread-safe.
/// </summary>
public sealed class AlarmWatch(IWebhookStore store, RunningExperiments running, ExperimentReader reader, TimeProvider time)
{
    /// <summary>Running experiments in which something happened since the last look, where somebody wants to be told.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(CancellationToken cancellation = default)
    {
        if ((await WebhooksAsync(cancellation)).Count == 0)
        {
            return [];
        }

        var changed = new List<string>();
        foreach (var experiment in await running.AllAsync(cancellation))
        {
            if (await StampAsync(experiment.Key, cancellation) is { } stamp
                && await LookedAsync(experiment.Key, cancellation) != stamp)
            {
                changed.Add(experiment.Key);
            }
        }

        return changed;
    }

    /// <summary>Looks at an experiment and writes what is alarming in it.</summary>
    public async Task LookAtAsync(string key, CancellationToken cancellation = default)
    {
        var webhooks = await WebhooksAsync(cancellation);
        var (looked, stamp) = (await LookedAsync(key, cancellation), await StampAsync(key, cancellation));
        if (webhooks.Count == 0 || stamp is null
            || (await running.AllAsync(cancellation)).All(experiment => experiment.Key != key)
            || await reader.ReadAsync(key, cancellation: cancellation) is not { Phase: not null } record)
        {
            return;
        }

        foreach (var (check, text) in AlarmsOf(new ExperimentAnalysis(record).Results()))
        {
            await TellAsync(webhooks, new ExperimentAlarmText(key, record.Phase.Number, check, text), cancellation);
        }

        await store.TellAsync([new WebhookMark(NameOf(key), looked, stamp)], [], cancellation);
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

    private async Task<IReadOnlyList<Webhook>> WebhooksAsync(CancellationToken cancellation) =>
        [.. (await store.AllAsync(cancellation)).Where(one => one.Events.Contains(WebhookEvents.ExperimentAlarm))];

    private async Task<string?> LookedAsync(string key, CancellationToken cancellation) =>
        (await store.MarksAsync([NameOf(key)], cancellation)).GetValueOrDefault(NameOf(key));

    private async Task<string?> StampAsync(string key, CancellationToken cancellation) =>
        await reader.StampAsync(key, cancellation) is var (revision, exposures, last)
            ? string.Create(CultureInfo.InvariantCulture, $"{revision} {exposures} {last}") : null;

    private static string NameOf(string key) => $"looked {key}";
}
