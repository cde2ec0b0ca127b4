using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Scales;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Tests.Accounts;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop.Studies;

/// <summary>A study with participants as they take part in it.</summary>
public class StudyTests
{
    private static readonly LabPlan Plan = new()
    {
        Participants = 2, WarmUpLikes = 3, Information = "We look at reasons.\nIt takes ten minutes.", CompletionCode = "C0FFEE",
        AfterEachPart = StandardScales.All, HasAttentionChecks = true, Debriefing = "It was about reasons.",
        Tasks = [new("Find something for a party."), new("Find something for work.", "/browse")],
    };

    [Fact]
    public async Task Participant_FromTheLinkToTheEnd_SeesEachArmInItsPartAlone()
    {
        await using var shop = await OpenAsync();
        var (client, links) = (shop.CreateClient(), await LinksAsync(shop, 2));

        Assert.Contains("We look at reasons.", await client.GetStringAsync(links[0]));
        await PressAsync(client, "agree");
        Assert.Contains("Like 3 more products", await client.GetStringAsync("/study"));
        await PressAsync(client, "on", (StudyStep, "1"));
        Assert.Equal(1, (await ParticipantAsync(shop)).Step);
        Assert.Empty(await ArmShop.TokensAsync(client));
        await ArmShop.LikesAsync(client);
        Assert.Empty(await ArmShop.TokensAsync(client));
        await PressAsync(client, "on", (StudyStep, "1"));

        var seen = new List<string>();
        foreach (var part in new[] { 1, 2 })
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync("/"));
            Assert.Contains($"Part {part} of 2. Find something for {(part == 1 ? "a party" : "work")}.", page);
            var token = (await ArmShop.TokensAsync(client))[0];
            await ArmShop.TellAsync(client, token, "impression");
            seen.Add(shop.Services.GetRequiredService<ExposureToken>().TryOpen(token)!.Arm);
            await PressAsync(client, "on", (StudyStep, $"{2 * part}"));
            var opinion = await client.GetStringAsync("/study");
            Assert.Contains($"Your opinion of part {part}", opinion);
            Assert.Contains("Stop taking part", opinion);
            Assert.Empty(await ArmShop.TokensAsync(client));
            // Not without answers.
            await PressAsync(client, "on", (StudyStep, $"{(2 * part) + 1}"));
            Assert.Equal((2 * part) + 1, (await ParticipantAsync(shop)).Step);
            await PressAsync(client, "on", [(StudyStep, $"{(2 * part) + 1}"), .. Answers("4", "2")]);
        }

        Assert.Equal(["control", "treatment"], seen.Order());
        // Whoever has done all of it is told of withdrawing, and finds it by that name.
        var debriefing = await client.GetStringAsync("/study");
        Assert.Contains("It was about reasons.", debriefing);
        Assert.Contains("you can withdraw below", debriefing);
        Assert.Contains("<summary>Withdraw from the study</summary>", debriefing);
        Assert.DoesNotContain("Stop taking part", debriefing);
        await PressAsync(client, "on", (StudyStep, "6"));
        Assert.Contains("C0FFEE", await client.GetStringAsync("/study"));

        var log = (await shop.Services.GetRequiredService<LabReader>().ReadAsync(ArmShop.Key))!;
        var cells = log.Cells();
        Assert.Equal(seen, cells.Select(cell => cell.Arm));
        Assert.All(cells, cell => Assert.Single(cell.Row!.Outcomes));
        Assert.All(cells, cell => Assert.Equal(2.0 / 4 + 3, StandardScales.All[0].Score(cell.Answers)));
        Assert.Equal((2, 1, 1, 0), (log.Count().Links, log.Count().Agreed, log.Count().Finished, log.Count().Inattentive));
        // Done: from now on they are whoever they are in the shop.
        Assert.Empty(await ArmShop.TokensAsync(client));
    }

    [Fact]
    public async Task Link_OpenedOnASecondDevice_IsTheSameParticipantAtTheSamePlace()
    {
        await using var shop = await OpenAsync();
        var link = (await LinksAsync(shop, 1))[0];
        var (phone, laptop) = (shop.CreateClient(), shop.CreateClient());
        // Both read what it is before one of them agrees.
        await phone.GetStringAsync(link);
        await laptop.GetStringAsync(link);
        await PressAsync(phone, "agree");

        await PressAsync(laptop, "agree");
        var there = await laptop.GetStringAsync(link);

        Assert.Contains("data-other-device", there);
        Assert.Contains("You began on another device. You are at the same place here", there);
        Assert.DoesNotContain("data-other-device", await phone.GetStringAsync(link));
        Assert.Contains("Like 3 more products", there);
        await ArmShop.LikesAsync(laptop);
        Assert.DoesNotContain("more products before", await phone.GetStringAsync("/study"));
        await PressAsync(laptop, "on", (StudyStep, "1"));
        await PressAsync(phone, "on", (StudyStep, "1"));
        var participants = await shop.Services.GetRequiredService<IParticipantStore>().AllAsync(ArmShop.Key);
        Assert.True(Assert.Single(participants) is { Step: 2, OnTwoDevices: true, Place: 0 });
        Assert.Contains("Part 1 of 2", await laptop.GetStringAsync("/study"));
        Assert.Contains("Part 1 of 2", await phone.GetStringAsync("/study"));
    }

    [Fact]
    public async Task Participants_WhoAgreeAtOnce_HaveDifferentPlacesAndAsManyOfEachOrder()
    {
        await using var shop = await OpenAsync();
        var links = await LinksAsync(shop, 8);
        await Task.WhenAll(links.Select(async link =>
        {
            var client = shop.CreateClient();
            await client.GetStringAsync(link);
            await PressAsync(client, "agree");
        }));

        var log = (await shop.Services.GetRequiredService<LabReader>().ReadAsync(ArmShop.Key))!;

        Assert.Equal(Enumerable.Range(0, 8), log.Participants.Select(participant => participant.Place!.Value).Order());
        Assert.All(LabAnalysis.Of(log).Orders, order => Assert.Equal(4, order.People));
    }

    [Fact]
    public async Task Withdrawing_InTheMiddle_DeletesAllButThatTheyDid()
    {
        await using var shop = await OpenAsync();
        var client = shop.CreateClient();
        await client.GetStringAsync((await LinksAsync(shop, 1))[0]);
        await PressAsync(client, "agree");
        await ArmShop.LikesAsync(client);
        await PressAsync(client, "on", (StudyStep, "1"));
        await ArmShop.TellAsync(client, (await ArmShop.TokensAsync(client))[0], "impression");
        var unit = (await ParticipantAsync(shop)).Unit;

        await PressAsync(client, "withdraw");

        Assert.Contains("You no longer take part", await client.GetStringAsync("/study"));
        Assert.Empty((await shop.LogAsync()).Exposures);
        Assert.Null(await shop.Services.GetRequiredService<IParticipantStore>().OfUnitAsync(unit));
        Assert.True(await ParticipantAsync(shop) is { Withdrew: true, Answers: [], Reached: [] });
        await PressAsync(client, "agree");
        Assert.True((await ParticipantAsync(shop)).Withdrew);
    }

    [Theory]
    [InlineData("/take-part/why/1-0000000000000000000")]
    [InlineData("/take-part/why/nonsense")]
    [InlineData("/take-part/other/1-1")]
    public async Task Link_ThatNobodyMade_IsNoStudys(string link)
    {
        await using var shop = await OpenAsync();
        await LinksAsync(shop, 1);

        Assert.Contains("This link belongs to no study", await shop.CreateClient().GetStringAsync(link));
    }

    [Fact]
    public async Task Shopper_WithoutALink_SeesNothingOfAStudy()
    {
        await using var shop = await OpenAsync();
        var client = shop.CreateClient();
        await ArmShop.LikesAsync(client);

        Assert.Empty(await ArmShop.TokensAsync(client));
        Assert.DoesNotContain("study-bar", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Participant_WhoStopsBeforeTheEndOfTheStudy_IsToldThatItIsOver()
    {
        await using var shop = await OpenAsync();
        var client = shop.CreateClient();
        await client.GetStringAsync((await LinksAsync(shop, 1))[0]);
        await PressAsync(client, "agree");

        await shop.StopAsync();

        Assert.Contains("This study is over", await client.GetStringAsync("/study"));
        Assert.DoesNotContain("study-bar", await client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Researcher_OfAStudy_FindsLinksResultsReportAndPackage()
    {
        await using var shop = await OpenAsync();
        var links = await LinksAsync(shop, 3);
        var researcher = await shop.ResearcherAsync();
        const string Study = $"/research/experiments/{ArmShop.Key}";

        Assert.Contains(links[2], await researcher.GetStringAsync($"{Study}/links.csv"));
        Assert.Contains(links[0], await researcher.GetStringAsync($"{Study}/participants"));
        foreach (var page in new[] { Study, $"{Study}/results", $"{Study}/report" })
        {
            Assert.Contains("within persons", await researcher.GetStringAsync(Study));
            Assert.Equal(HttpStatusCode.OK, (await researcher.GetAsync(page)).StatusCode);
        }

        Assert.Contains("0 of 2 planned participants have finished", await researcher.GetStringAsync($"{Study}/results"));
        Assert.Contains("\"primary\"", await researcher.GetStringAsync($"{Study}/analysis.json"));
        using var zip = new ZipArchive(await researcher.GetStreamAsync($"{Study}/package.zip"));
        Assert.Contains(zip.Entries, entry => entry.Name == "participants.csv");
        Assert.Equal(HttpStatusCode.NotFound, (await researcher.GetAsync($"{Study}/package.zip?phase=2")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await shop.Client().GetAsync($"{Study}/links.csv")).StatusCode);
    }

    private const string StudyStep = "step";

    private static Task<ArmShop> OpenAsync() => ArmShop.OpenAsync(new WordsOnly(), new BoxWithWords(), design => design with
    {
        PrimaryMetric = "explanation", Lab = Plan, AskedShare = 0, Comparison = new() { Sequential = false },
    });

    private static async Task<string[]> LinksAsync(ArmShop shop, int count)
    {
        await shop.Services.GetRequiredService<IParticipantStore>().AddAsync(ArmShop.Key, count);
        var codes = new ParticipantCode(await shop.Services.GetRequiredService<IExperimentStore>().PseudonymKeyAsync(ArmShop.Key));
        return [.. Enumerable.Range(1, count).Select(number => $"/take-part/{ArmShop.Key}/{codes.Of(number)}")];
    }

    private static async Task<Participant> ParticipantAsync(ArmShop shop) =>
        (await shop.Services.GetRequiredService<IParticipantStore>().FindAsync(ArmShop.Key, 1))!.Value.Participant;

    private static Task PressAsync(HttpClient client, string action, params (string, string)[] fields) =>
        client.SendFormAsync("/study", "", $"/study/{action}", fields);

    /// <summary>The same answer to all statements but the attention check, and "rather not say" to none.</summary>
    private static (string, string)[] Answers(string value, string check) =>
        [.. Plan.AfterEachPart.SelectMany(scale => scale.Items).Select(item => (item.Key, value)), (AttentionCheck.Key, check)];
}
