using Bunit;
using FashionRecs.Application.Research;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Questions;
using FashionRecs.Tests;
using FashionRecs.Web.Shop.Arms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Arms;

public sealed class ArmNotesTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();

    [Fact]
    public async Task Product_PageOfAnotherExperiment_AsksAgainAboutWhatAListAskedBefore()
    {
        var (store, tokens) = (shop.Get<IExposureStore>(), new ExposureToken(new EphemeralDataProtectionProvider(), TimeProvider.System));
        pages.Services.AddLocalization().AddSingleton(store).AddSingleton(tokens).AddSingleton<QuestionChoice>();
        pages.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var unit = Enumerable.Range(0, 100).Select(number => $"u{number}")
            .First(unit => SampledQuestions.Of(PhaseOf("cards"), unit, 1) == SampledQuestion.Liking);
        var (page, cards) = (ArmOf("pages", unit, ExplanationSurface.ProductPage), ArmOf("cards", unit, ExplanationSurface.Cards));
        foreach (var arm in new[] { page, cards })
        {
            await store.LogAsync(new Exposure(arm.Experiment.Key, 1, unit, arm.Arm.Key, Start, "p1", 1));
        }

        await store.LogAsync(new Outcome(Guid.NewGuid(), cards.ExposureId, OutcomeKind.LikingBefore, Start, 3, "p1"));
        var shown = pages.Render<ArmNotes>(parameters => parameters
            .Add(notes => notes.Arms, [page, cards]).Add(notes => notes.Product, "p1").Add(notes => notes.Name, "Blouse")
                .Add(notes => notes.Token, tokens.Elsewhere(page, "p1")));

        shown.WaitForElement("[data-question=likingafter]");
        Assert.Equal(("cards", "p1"),
            tokens.TryOpen(shown.Find("[data-answer='5']").GetAttribute("data-about")) is { } fact ? (fact.Experiment, fact.Product)
            : default);
    }

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }

    private static Phase PhaseOf(string key) => new(1, $"{key}:1", [new("control", 1, new WordsOnly())], 1, Start);

    private static ShopperArm ArmOf(string key, string unit, ExplanationSurface surface)
    {
        var phase = PhaseOf(key);
        var experiment =
            new Experiment { Key = key, State = ExperimentState.Running, Design = new() { Surface = surface, AskedShare = 1 },
            Phases = [phase] };
        return new ShopperArm(experiment, phase, phase.Arms[0], new ExperimentUnit(unit), null, false);
    }
}
