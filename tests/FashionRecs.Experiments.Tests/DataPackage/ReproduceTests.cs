using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.DataPackage;

/// <summary>The scripts of a data package compute every number of its report again.</summary>
public sealed class ReproduceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("package");

    /// <summary>Both kinds of intervals, with and without CUPED, both rules for two arms, sparse and full arms.</summary>
    public static TheoryData<string, bool, string, bool, MultipleExposure, int> Designs => new()
    {
        { "python3", true, "persuasion", true, MultipleExposure.KeepOut, 1500 },
        { "python3", false, "dwell", true, MultipleExposure.FirstExposure, 900 },
        { "python3", false, "effectiveness", false, MultipleExposure.KeepOut, 900 },
        { "python3", true, "clicks", true, MultipleExposure.KeepOut, 12 },
        { "Rscript", true, "persuasion", true, MultipleExposure.KeepOut, 1500 },
        { "Rscript", false, "dwell", true, MultipleExposure.FirstExposure, 900 },
        { "Rscript", false, "effectiveness", false, MultipleExposure.KeepOut, 900 },
        { "Rscript", true, "clicks", true, MultipleExposure.KeepOut, 12 },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task Script_OfAPackage_FindsTheNumbersOfTheReport(string program, bool sequential, string primary, bool adjusted,
        MultipleExposure twoArms, int units)
    {
        await UnpackAsync(Content(sequential, primary, adjusted, twoArms, units));

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
        Assert.Contains("numbers computed again", said);
    }

    /// <summary>Two factors, margins and an experiment beside it, at one look and at every look.</summary>
    [Theory]
    [InlineData("python3", true, "persuasion", 2400)]
    [InlineData("python3", false, "dwell", 1500)]
    [InlineData("python3", true, "persuasion", 60)]
    [InlineData("Rscript", true, "persuasion", 2400)]
    [InlineData("Rscript", false, "dwell", 1500)]
    [InlineData("Rscript", true, "persuasion", 60)]
    public async Task Script_FactorsMarginsAndOverlap_FindsTheNumbersOfTheReport(string program, bool sequential, string primary, int units)
    {
        await UnpackAsync(CrossedPackage.Of(sequential, primary, units));
        var report = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "report.csv"), TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
        Assert.Contains("overlap,where,,shared,", report);
        foreach (var figure in new[] { ",p_equivalent,", ",p_not_worse,", "words × region,p_corrected,", "overlap,where,,p_interaction," })
        {
            Assert.Equal(units > 60, report.Contains(figure, StringComparison.Ordinal));
        }
    }

    /// <summary>The mixed logit of impressions beside all else.</summary>
    [Theory]
    [InlineData("python3")]
    [InlineData("Rscript")]
    public async Task Script_MixedLogit_FindsTheNumbersOfTheReport(string program)
    {
        await UnpackAsync(MixedPackage.Of(90));
        var report = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "report.csv"), TestContext.Current.CancellationToken);

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
        Assert.Contains("mixed,persuasion,box,log_odds_error,", report);
    }

    /// <summary>Planned looks, the first of which was not reached, or two or all of them were.</summary>
    [Theory]
    [InlineData("python3", AlphaSpending.OBrienFleming, 0)]
    [InlineData("python3", AlphaSpending.Pocock, 2)]
    [InlineData("Rscript", AlphaSpending.OBrienFleming, 0)]
    [InlineData("Rscript", AlphaSpending.Quadratic, 3)]
    [InlineData("Rscript", AlphaSpending.OBrienFleming, 3)]
    public async Task Script_PlannedLooks_FindsTheNumbersOfTheReport(string program, AlphaSpending spending, int reached)
    {
        await UnpackAsync(CrossedPackage.Of(false, "persuasion", 1200, new GroupPlan(spending, 3) { Reached = reached }));

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("python3")]
    [InlineData("Rscript")]
    public async Task Script_ReportWithAnotherNumber_Fails(string program)
    {
        await UnpackAsync(Content(true, "persuasion", true, MultipleExposure.KeepOut, 600));
        var report = Path.Combine(folder.FullName, "report.csv");
        var lines = await File.ReadAllLinesAsync(report);
        var at = Array.FindIndex(lines, line => line.StartsWith("primary,persuasion,box,effect,", StringComparison.Ordinal));
        lines[at] = "primary,persuasion,box,effect,0.1234";
        await File.WriteAllLinesAsync(report, lines);

        var (code, said) = await RunAsync(program);

        Assert.NotEqual(0, code);
        Assert.Contains("persuasion", said);
    }

    [Fact]
    public async Task Package_OfShoppers_NamesNoneOfThemAndNoResearcher()
    {
        var content = Content(true, "persuasion", true, MultipleExposure.KeepOut, 600);
        content = content with { Experiment =
            content.Experiment with { Audit = [new(Trial.Start, "ada@example.org", "Created the draft.")] } };
        await UnpackAsync(content);

        foreach (var file in folder.GetFiles())
        {
            var text = await File.ReadAllTextAsync(file.FullName);
            Assert.DoesNotContain("shopper-", text);
            Assert.DoesNotContain("ada@example.org", text);
        }

        Assert.Equal(
            ["README.txt", "arms.csv", "beside.csv", "codebook.csv", "design.json", "impressions.csv", "metrics.csv", "mixed.R", "mixed.py",
                "outcomes.csv",
                "report.csv", "report.json", "reproduce.R", "reproduce.py", "settings.csv", "units.csv"],
            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Contains("box,0.3", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "arms.csv")));
    }

    [Fact]
    public void Pseudonyms_TwoExperiments_HaveNothingInCommon()
    {
        var (one, other) = (new Pseudonyms(new byte[32]), new Pseudonyms([.. Enumerable.Repeat((byte)1, 32)]));

        Assert.Equal(one.Of("u1"), new Pseudonyms(new byte[32]).Of("u1"));
        Assert.NotEqual(one.Of("u1"), one.Of("u2"));
        Assert.NotEqual(one.Of("u1"), other.Of("u1"));
        Assert.Equal(24, one.Of("u1").Length);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static PackageContent Content(bool sequential, string primary, bool adjusted, MultipleExposure twoArms, int units)
    {
        var trial = new Trial();
        Arm[] arms = [new("control", 0.4, new WordsOnly()), new("box", 0.3, new BoxWithWords()), new("other, box", 0.3, new BoxOnly())];
        trial.Experiment = trial.Experiment with
        {
            Design = trial.Experiment.Design with
            {
                Arms = arms, PrimaryMetric = primary, Guardrails = [.. new[] { "hidden", "bag" }.Where(key => key != primary)],
                Adjusted = adjusted, InTwoArms = twoArms,
                Comparison = new() { Sequential = sequential, Tuning = 800 },
            },
            Phases = [trial.Experiment.Phases[0] with { Arms = arms, EndedAt = Trial.Start.AddDays(9) }],
        };
        var random = new Random(units);
        var earlier = new Dictionary<string, double>();
        for (var number = 0; number < units; number++)
        {
            var unit = $"shopper-{number}";
            var arm = trial.Experiment.Phases[0].ArmOf(unit)!.Key;
            var keen = random.NextDouble();
            earlier[unit] = Math.Floor(6 * keen * keen);
            var exposure = trial.Expose(unit, arm, Trial.Start.AddMinutes(7.3 * number));
            Acts(trial, exposure, arm == "box" ? 1.4 : 1, keen, random);
            if (number % 40 == 0)
            {
                trial.Expose(unit, arm == "box" ? "control" : "box", Trial.Start.AddMinutes((7.3 * number) + 90));
            }
        }

        for (var click = 0; click < 70; click++)
        {
            trial.Add(trial.Exposures[3], OutcomeKind.Click, minutes: 2 + (click / 90.0));
        }

        var experiment = trial.Experiment;
        var settings = ResultsSettings.Of(experiment.Design);
        var deleted = new Dictionary<string, int> { ["box"] = 2 };
        return new PackageContent(
            experiment, experiment.Phases[0], UnitScreen.Of("why", experiment.Phases[0], trial.Exposures, trial.Outcomes, settings.Health),
            earlier, deleted,
            StandardMetrics.All, settings,
            ResultsCalculator.Compute(experiment, 1, trial.Exposures, trial.Outcomes, StandardMetrics.All, settings, earlier, deleted));
    }

    internal static void Acts(Trial trial, Exposure exposure, double factor, double keen, Random random)
    {
        for (var impression = 0; impression < 1 + random.Next(4); impression++)
        {
            trial.Add(exposure, OutcomeKind.Impression, minutes: impression);
            Maybe(OutcomeKind.Click, 0.2 * factor);
        }

        foreach (var (kind, chance) in new[] { (OutcomeKind.Like, 0.3), (OutcomeKind.LikeOpened, 0.1), (OutcomeKind.Bag, 0.15),
            (OutcomeKind.Hide, 0.1), (OutcomeKind.MapToggle, 0.2) })
        {
            Maybe(kind, chance * factor * (0.5 + keen), minutes: random.Next(12 * 24 * 60));
        }

        Maybe(OutcomeKind.Dwell, 0.8, (30 * keen * factor) + (random.NextDouble() < 0.02 ? 900 : 40 * random.NextDouble()));
        Maybe(OutcomeKind.Dwell, 0.4, 20 * random.NextDouble());
        Maybe(OutcomeKind.Hover, 0.5, 4 * random.NextDouble());
        Maybe(OutcomeKind.Decision, 0.6, 1 + (9 * random.NextDouble()), minutes: -0.01);
        trial.Add(exposure, OutcomeKind.Asked, minutes: 2, change: outcome => outcome with { Question = OutcomeKind.Trust });
        Maybe(OutcomeKind.Trust, 0.6, 1 + random.Next(5));
        Maybe(OutcomeKind.Declined, 0.1, change: outcome => outcome with { Question = OutcomeKind.Trust });
        Maybe(OutcomeKind.RegionAgreement, 0.4, random.Next(2));
        if (random.NextDouble() < 0.5)
        {
            foreach (var product in new[] { "p1", "p2" })
            {
                trial.Add(exposure, OutcomeKind.LikingBefore, 1 + random.Next(5), change: outcome => outcome with { Product = product });
                trial.Add(exposure, OutcomeKind.LikingAfter, 1 + random.Next(5), minutes: 5,
                    change: outcome => outcome with { Product = product });
            }
        }

        void Maybe(OutcomeKind kind, double chance, double value = 1, double minutes = 3, Func<Outcome, Outcome>? change = null)
        {
            if (random.NextDouble() < chance)
            {
                trial.Add(exposure, kind, value, minutes, change);
            }
        }
    }

    private Task UnpackAsync(PackageContent content) => PackageScripts.UnpackAsync(folder, file => PackageWriter.WriteAsync(
        file, content, new Pseudonyms(new byte[32]), Trial.Start, TestContext.Current.CancellationToken));

    private Task<(int Code, string Said)> RunAsync(string program) => PackageScripts.RunAsync(folder, program);
}
