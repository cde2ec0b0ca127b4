using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using FashionRecs.Application.Research;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Tests;
using FashionRecs.Web.Research.Design;
using FashionRecs.Web.Research.Experiments;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Research;

public sealed class DesignPageTests : IDisposable
{
    private const string Hypothesis = "A marked region makes a reason easier to believe.";

    private readonly TestShop shop = new();
    private readonly BunitContext pages = new();

    public DesignPageTests()
    {
        pages.Services.AddSingleton(Store).AddSingleton(new ExperimentChanges(Store, Actions))
            .AddSingleton(new PastExperiments(Store, shop.Get<ExperimentReader>())).AddScoped<KeptDesigns>();
        pages.AddAuthorization().SetAuthorized("ada@example.org");
        pages.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        pages.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private IExperimentStore Store => shop.Get<IExperimentStore>();

    private static ExperimentActions Actions => new(TimeProvider.System);

    [Fact]
    public async Task Next_HypothesisMissing_StaysAndSaysWhatIsMissing()
    {
        var page = Open(null);
        Field(page, "Key, used").Input("why");

        await page.Find("form").SubmitAsync();

        Assert.Equal("The hypothesis is missing.", page.Find(".step-problems[role=alert] li").TextContent);
        Assert.Equal(("Question", "1"), (Current(page), page.Find("[data-step=Question]").GetAttribute("data-left")));
    }

    [Theory]
    [InlineData("Not A Key", "The key must be")]
    [InlineData("", "The key must be")]
    public async Task Next_KeyUnfitForLinks_StaysAndSaysWhy(string key, string said)
    {
        var page = Open(null);
        Field(page, "Key, used").Input(key);
        Field(page, "Hypothesis").Input(Hypothesis);

        await page.Find("form").SubmitAsync();

        Assert.StartsWith(said, page.Find(".step-problems li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_WeightsDoNotSumToOne_StaysUntilTheyDo()
    {
        var page = Open(null, "arms");
        page.Find("[aria-label='Weight of arm 2 in percent']").Change("40");

        await page.Find("form").SubmitAsync();
        Assert.Equal("The weights sum to 0.9 and not to 1.", page.Find(".step-problems li").TextContent);
        page.Find("[aria-label='Weight of arm 2 in percent']").Change("50");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Place", Current(page));
        Assert.Equal("done", page.Find("[data-step=Arms] .step-state").TextContent);
    }

    [Theory]
    [InlineData("metrics", "Alpha, two-sided", "0", "alpha is 0")]
    [InlineData("metrics", "Shoppers who are asked one question", "120", "must lie between 0 and 1")]
    [InlineData("place", "Share of traffic", "0", "must lie above 0 and up to 1")]
    [InlineData("size", "Control, %", "120", "The planned size is missing")]
    public async Task Next_FieldOutOfRange_StaysInItsStep(string step, string field, string value, string said)
    {
        var page = Open(null, step);
        Field(page, field).Change(value);

        await page.Find("form").SubmitAsync();

        Assert.Contains(page.FindAll(".step-problems li"), problem => problem.TextContent.Contains(said, StringComparison.Ordinal));
        Assert.Equal(step, Current(page), ignoreCase: true);
    }

    [Fact]
    public async Task Next_AnotherExperimentHoldsThePlace_SaysSoAndGoesOn()
    {
        var running = Actions.Start(Actions.Submit(Actions.Create("other", Design, "ada"), [], "ada"), [], "grace");
        await Store.SaveAsync(running, 0);
        var page = Open(null, "place");

        await page.Find("form").SubmitAsync();

        Assert.Equal("Metrics", Current(page));
        Assert.Equal("1 to mend", page.Find("[data-step=Place] .step-state").TextContent);
    }

    [Fact]
    public async Task Steps_BackAndForth_KeepWhatWasTyped()
    {
        var page = Open(null);
        Field(page, "Key, used").Input("why");
        Field(page, "Hypothesis").Input(Hypothesis);
        await Go(page, "Size");
        Field(page, "New shoppers a day").Change("70");
        await Go(page, "Question");
        page.Find("[data-setting=lab]").Change(true);
        await Go(page, "Participants");
        Field(page, "Completion code").Change("C0FFEE");
        await Go(page, "Question");
        page.Find("[data-setting=shop]").Change(true);
        await Go(page, "Size");

        Assert.Equal("70", Field(page, "New shoppers a day").GetAttribute("value"));
        await Go(page, "Question");
        Assert.Equal(Hypothesis, Field(page, "Hypothesis").GetAttribute("value"));
        page.Find("[data-setting=lab]").Change(true);
        await Go(page, "Participants");
        Assert.Equal("C0FFEE", Field(page, "Completion code").GetAttribute("value"));
    }

    [Fact]
    public void Reload_UnsavedDraft_ComesBackAndSaysSo()
    {
        var typed = new DesignDraft { Key = "why", Hypothesis = Hypothesis };
        typed.Arms[1].Key = "frame";
        Keeps("", new(0, [DesignPart.Question], typed));

        var page = Open(null);

        Assert.Contains("What you typed here and did not save is back.", page.Find("[data-restored]").TextContent);
        Assert.Equal(Hypothesis, Field(page, "Hypothesis").GetAttribute("value"));
    }

    [Fact]
    public async Task Reload_AsSaved_SaysNothing()
    {
        await Store.SaveAsync(Actions.Create("why", Design, "ada"), 0);
        Keeps("why", new(1, [DesignPart.Arms], DesignDraft.Of("why", Design)));

        Assert.Empty(Open("why").FindAll("[data-restored]"));
    }

    [Fact]
    public async Task Save_SavedInAnotherTabMeanwhile_KeepsBothUntilOneIsChosen()
    {
        var first = Actions.Create("why", Design, "ada");
        await Store.SaveAsync(first, 0);
        var page = Open("why");
        Field(page, "Hypothesis").Input("Mine.");
        await Store.SaveAsync(Actions.Edit(first, Design with { Hypothesis = "Theirs." }, "grace"), 1);

        await Button(page, "Save the draft").ClickAsync(new());

        Assert.Contains("was changed by somebody else meanwhile", page.Find(".form-errors").TextContent);
        Assert.Equal("Theirs.", (await Store.FindAsync("why"))!.Value.Experiment.Design.Hypothesis);
        await Button(page, "Save mine in its place").ClickAsync(new());
        var saved = (await Store.FindAsync("why"))!.Value.Experiment;
        Assert.Equal("Mine.", saved.Design.Hypothesis);
        Assert.Equal(3, saved.Audit.Count);
    }

    [Fact]
    public void Kept_EveryPart_ComesBackAsItWas()
    {
        var draft = new DesignDraft
        {
            Key = "why", Hypothesis = "Gründe, 理由", Kind = DesignKind.Lab, Place = new() { Layer = "cards", LayerTo = 40 },
            Metrics = new() { Guardrails = ["bag"], Margins = new() { ["bag"] = 5 } },
            Looks = new() { Rule = LookRule.Planned, Planned = 3 },
            Size = new() { PerDay = 70 }, Lab = new() { Information = "All.", Tasks = [new() { Text = "Look." }, new()] },
            Arms = [new() { Key = "none", View = new NoExplanation() }, new() { Key = "box", View = new BoxOnly() }],
        };

        var text = KeptDesigns.Write(new(4, [DesignPart.Size], draft));
        var back = KeptDesigns.TryRead(text)!;

        Assert.Equal(text, KeptDesigns.Write(back));
        Assert.Equal(
            (4, new BoxOnly(), 2, 70.0), (back.Revision, back.Draft.Arms[1].View, back.Draft.Lab.Tasks.Count, back.Draft.Size.PerDay));
        Assert.Null(KeptDesigns.TryRead("{\"revision\":1,\"draft\":{\"arms\":[{\"view\":\"gone\"}]}}"));
        Assert.Null(KeptDesigns.TryRead("not a design"));
    }

    private static ExperimentDesign Design => new DesignDraft { Hypothesis = Hypothesis }.ToDesign();

    private static string? Current(IRenderedComponent<DesignPage> page) =>
        page.Find("[aria-current=step]").ParentElement!.GetAttribute("data-step");

    private static IElement Field(IRenderedComponent<DesignPage> page, string label) =>
        page.FindAll("label").First(found => found.TextContent.Contains(label, StringComparison.Ordinal))
            .QuerySelector("input, textarea, select")!;

    private static IElement Button(IRenderedComponent<DesignPage> page, string name) =>
        page.FindAll("button").First(found => found.TextContent.Trim() == name);

    private static Task Go(IRenderedComponent<DesignPage> page, string part) => page.Find($"[data-step={part}] button").ClickAsync(new());

    private void Keeps(string key, KeptDesign kept) => pages.JSInterop
        .Setup<string?>("sessionStorage.getItem", $"fashionrecs-design:{key}:0").SetResult(KeptDesigns.Write(kept));

    private IRenderedComponent<DesignPage> Open(string? key, string? step = null)
    {
        var address = key is null ? "/research/new" : $"/research/experiments/{key}/edit";
        pages.Services.GetRequiredService<NavigationManager>().NavigateTo(step is null ? address : $"{address}?step={step}");
        return pages.Render<DesignPage>(parameters => parameters.Add(page => page.Key, key));
    }

    public void Dispose()
    {
        pages.Dispose();
        shop.Dispose();
    }
}
