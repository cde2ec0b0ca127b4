using System.Text.RegularExpressions;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.EndToEnd.Tests.Accounts;
using FashionRecs.EndToEnd.Tests.Browsing;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FashionRecs.EndToEnd.Tests.Research;

/// <summary>A study with participants from its design to its report, in a browser.</summary>
public class StudyPagesTests(Browser browser, ResearchShop shop) : BrowserTest(browser, shop.Server.Address), IClassFixture<ResearchShop>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Study_FromItsDesignToItsReport_IsTakenPartInOnPhoneAndDesktop(bool phone)
    {
        var key = phone ? "study-phone" : "study-desktop";
        var researcher = await VisitAsync();
        await researcher.SignInAsAsync(shop.Server, Roles.Researcher);
        await DesignAsync(researcher, key);
        await ApproveAsync(key);
        await researcher.OpenAsync($"/research/experiments/{key}/participants");
        await researcher.Page.GetByLabel("New links").FillAsync("3");
        await researcher.Page.GetByRole(AriaRole.Button, new() { Name = "Make links" }).ClickAsync();
        await Assertions.Expect(researcher.Page.Locator("[data-participant]")).ToHaveCountAsync(3);
        var link = new Uri(await researcher.Page.Locator("[data-participant='1'] [data-link]").InnerTextAsync()).AbsolutePath;

        await TakePartAsync(await VisitAsync(phone: phone), link, key);

        foreach (var (name, path) in new[]
        {
            ("experiment", ""), ("participants", "/participants"), ("results", "/results"), ("report", "/report"),
        })
        {
            await researcher.OpenAsync($"/research/experiments/{key}{path}");
            await IsWellMadeAsync(researcher, $"{key}-{name}");
        }

        await Assertions.Expect(researcher.Page.Locator("[data-progress]")).ToContainTextAsync("1 of 3 with a link agreed, 1 of 6 "
            + "planned have finished");
        await researcher.Page.SetViewportSizeAsync(718, 1000);
        await researcher.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var picture = await researcher.PictureAsync($"{key}-print");
        await researcher.Page.PdfAsync(new() { Path = Path.ChangeExtension(picture, ".pdf"), Format = "A4" });
        Assert.Empty(await researcher.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.table-scroll')].filter(box => box.offsetParent && box.scrollWidth > box.clientWidth + 1)"
                + ".map(box => box.getAttribute('aria-label'))"));
    }

    private static async Task DesignAsync(Visitor researcher, string key)
    {
        var page = researcher.Page;
        await researcher.OpenAsync("/research/new");
        await page.GetByLabel("Key, used in links and seeds").FillAsync(key);
        await page.GetByLabel("Hypothesis: what do you expect, and why?").FillAsync("A marked region makes reasons easier to understand.");
        await page.Locator("[data-setting=lab]").CheckAsync();
        await DesignSteps.OpenAsync(page, "Participants");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: Questions and analysis" }).ClickAsync();
        await Assertions.Expect(page.Locator(".step-problems")).ToContainTextAsync("the information before the study is missing");
        await page.GetByLabel("Information before they agree").FillAsync("We study how a shop gives reasons. It takes ten "
            + "minutes.\nAsk lab@example.org.");
        await page.GetByLabel("Debriefing at the end").FillAsync("We compared reasons with and without a marked region.");
        await page.GetByLabel("Participants planned").FillAsync("6");
        await page.GetByLabel("Products to like first, unexplained").FillAsync("1");
        await page.GetByLabel("Task 1").FillAsync("Find something for a party.");
        await page.GetByLabel("Completion code").FillAsync("C0FFEE");
        await page.GetByLabel("Completion code").BlurAsync();
        await Assertions.Expect(page.Locator(".step-problems li")).ToHaveCountAsync(0);
        foreach (var step in new[] { "Participants", "Questions", "Preregistration" })
        {
            await DesignSteps.OpenAsync(page, step);
            await IsWellMadeAsync(researcher, $"{key}-design-{step}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-needs-reviewer]")).ToBeVisibleAsync();
    }

    private async Task ApproveAsync(string key)
    {
        var actions = shop.Server.Services.GetRequiredService<ExperimentActions>();
        var (experiment, revision) = (await shop.Experiments.FindAsync(key))!.Value;
        await shop.Experiments.SaveAsync(actions.Start(experiment, [], "grace@example.org"), revision);
    }

    private async Task TakePartAsync(Visitor participant, string link, string key)
    {
        var page = participant.Page;
        await page.GotoAsync(new Uri(new Uri(shop.Server.Address), link).ToString());
        await PictureAsync("consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "I agree and take part" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeDisabledAsync();
        await PictureAsync("taste");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the shop" }).ClickAsync();
        await page.Locator("article.card [data-click=like]").First.ClickAsync();
        await Polling.UntilAsync(async () => await shop.Server.Services.GetRequiredService<LabVisits>()
            .LikesMissingAsync((await shop.Server.Services.GetRequiredService<LabVisits>().FindAsync(key, 1))!), missing => missing == 0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on with the study" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        foreach (var part in new[] { 1, 2 })
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Part {part} of 2" })).ToBeVisibleAsync();
            await PictureAsync($"part-{part}");
            await page.GetByRole(AriaRole.Link, new() { Name = "Go to the shop" }).ClickAsync();
            await Assertions.Expect(page.Locator(".study-bar")).ToContainTextAsync("Find something for a party.");
            await PictureAsync($"shopping-{part}");
            await page.GetByRole(AriaRole.Link, new() { Name = "Go on with the study" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "I am done with this part" }).ClickAsync();
            await PictureAsync($"questions-{part}");
            foreach (var statement in await page.Locator("fieldset.statement").AllAsync())
            {
                // The second answer, which the attention check asks for.
                await statement.GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        }

        await PictureAsync("debriefing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-completion]")).ToHaveTextAsync("C0FFEE");
        await PictureAsync("done");

        Task PictureAsync(string name) => IsWellMadeAsync(participant, $"{key}-participant-{name}");
    }

    private static async Task IsWellMadeAsync(Visitor visitor, string place)
    {
        // Between two steps the title is changed a moment after the page.
        await Assertions.Expect(visitor.Page).ToHaveTitleAsync(new Regex("."));
        await visitor.CheckAsync(place);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{place} is wider than the window");
    }
}
