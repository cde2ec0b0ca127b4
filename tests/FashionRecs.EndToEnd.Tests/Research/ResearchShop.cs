using FashionRecs.Application.Research;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.EndToEnd.Tests.Shelves;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Results;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>A shop of its own for experiments, since a running one changes what every shopper sees.</summary>
public sealed class ResearchShop : IAsyncLifetime
{
    private static readonly (string Reason, string Part)[] Reasons =
    [
        ("neckline_design: V Neckline", "upper centre"), ("sleeve_length: Long Sleeves", "upper left"),
        ("skirt_length: Knee Length", "lower centre"),
        ("neckline_design: Round Neckline", "upper centre"), ("coat_length: Regular", "middle centre"),
        ("collar_design: Shirt Collar", "upper centre"),
    ];

    /// <summary>The shop.</summary>
    public ShopServer Server { get; } = new();

    public IExperimentStore Experiments => Server.Services.GetRequiredService<IExperimentStore>();

    public IExposureStore Log => Server.Services.GetRequiredService<IExposureStore>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        await DrawnProducts.FillAsync(Server.Services, 6, "V Neckline", "Round Neckline");

    /// <summary>
    /// Starts an experiment whose two arms show words without and with the region. One that a test before left running is stopped first:
    /// a place of a page shows one view only.
    /// </summary>
    public static async Task StartAsync(IServiceProvider services, string key)
    {
        var actions = services.GetRequiredService<ExperimentActions>();
        var experiments = services.GetRequiredService<IExperimentStore>();
        foreach (var (other, revision) in (await experiments.AllAsync()).Where(entry => entry.Experiment.State == ExperimentState.Running))
        {
            await experiments.SaveAsync(actions.Stop(other, "grace@example.org", "Another one takes its place."), revision);
        }

        var draft = actions.Create(key, new()
        {
            Hypothesis = "A marked region makes a reason easier to believe.",
            Arms = [new("control", 0.5, new WordsOnly()), new("treatment", 0.5, new BoxWithWords())],
            PrimaryMetric = "persuasion", PlannedPerArm = 100, AskedShare = 0,
        }, "ada@example.org");
        var running = actions.Start(actions.Submit(draft, [], "ada@example.org"), [], "grace@example.org");
        await experiments.SaveAsync(running, 0);
    }

    /// <summary>A stopped experiment of two weeks with a log of 600 shoppers, in which the marked region helps.</summary>
    public async Task PastExperimentAsync(string key)
    {
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        Arm[] arms =
            [new("control", 1 / 3.0, new WordsOnly()), new("box", 1 / 3.0, new BoxWithWords()), new("placebo", 1 / 3.0, new Placebo())];
        var experiment = new Experiment
        {
            Key = key,
            State = ExperimentState.Stopped,
            Design = new()
            {
                Hypothesis = "A marked region makes a reason easier to believe, so that more shoppers like a pick before they open it.",
                Arms = arms, PrimaryMetric = "persuasion", Guardrails = ["hidden", "bag"], PlannedPerArm = 180, Adjusted = false,
                Plan = new SizePlan(MetricKind.Proportion, 0.25, 0.3, 0.8, 1),
                GuardrailMargins = new Dictionary<string, double> { ["hidden"] = 0.5 },
            },
            Phases = [new Phase(1, $"{key}:1", arms, 1, start, start.AddDays(14))],
            Audit = [new(start.AddDays(-1), "ada@example.org", "Created the draft."), new(start, "grace@example.org", "Started phase 1."),
                new(start.AddDays(14), "ada@example.org", "Stopped it: the planned size was reached.")],
        };
        await Experiments.SaveAsync(experiment, 0);
        var random = new Random(5);
        for (var number = 0; number < 600; number++)
        {
            var unit = new Guid(number, 1, 0, new byte[8]).ToString();
            var arm = experiment.Phases[0].ArmOf(unit)!.Key;
            var (reason, part) = Reasons[(int)(Math.Pow(random.NextDouble(), 2) * Reasons.Length)];
            var exposure =
                new Exposure(key, 1, unit, arm, start.AddMinutes(33.0 * number), "p", 1 + (number % 4), reason,
                arm == "control" ? null : new(10, 10, 50, 40), arm == "placebo")
            {
                Segments = new Dictionary<string, string> { ["device"] = number % 3 == 0 ? "phone" : "desktop",
                    ["known taste"] = number % 2 == 0 ? "1 to 9 clicks" : "10 clicks or more" },
            };
            await Log.LogAsync(exposure);
            await Add(OutcomeKind.Impression, 1);
            await Add(OutcomeKind.Like, arm == "box" ? 0.8 : 0.25);
            await Add(OutcomeKind.Click, 0.3);
            await Add(OutcomeKind.Hide, 0.1);
            await Add(OutcomeKind.Bag, 0.05);
            await Add(OutcomeKind.Decision, 0.4, 1 + (9 * random.NextDouble()));
            await Add(OutcomeKind.Trust, 0.1, 1 + random.Next(5));
            await Add(OutcomeKind.RegionAgreement, arm == "control" ? 0 : 0.2, random.NextDouble() < (arm == "box" ? 0.8 : 0.4) ? 1 : 0);

            async Task Add(OutcomeKind kind, double chance, double value = 1)
            {
                if (random.NextDouble() < chance)
                {
                    await Log.LogAsync(
                        new Outcome(OutcomeIdentity.Of(exposure.Id, kind, ""), exposure.Id, kind, exposure.At.AddMinutes(2), value, "p",
                        reason, arm == "control" ? null : part));
                }
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
