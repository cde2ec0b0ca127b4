using FashionRecs.Application.Catalog;
using FashionRecs.Application.Models;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review;
using FashionRecs.Cli;
using FashionRecs.Cli.Commands;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Commands;

public sealed class TrainFromReviewsTests : IDisposable
{
    private const int Products = 80;

    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Run_ReviewedPhotographs_AsksBeforeUseAndKeepsTheWayBack()
    {
        await ReviewAsync();
        var store = shop.Get<IModelStore>();

        Assert.Equal(ExitCode.Success, await TrainFromReviews.RunAsync(shop.Database, _ => "n", CancellationToken.None));
        Assert.Null(await store.CurrentAsync());
        Assert.Equal(ExitCode.Success, await TrainFromReviews.RunAsync(shop.Database,
            question => question.Contains(LearningReport.Confirmation) ? LearningReport.Confirmation : "y", CancellationToken.None));

        var used = (await store.CurrentAsync())!;
        Assert.True(File.Exists(used.Path));
        Assert.Contains("\"attributes\"", used.Report);
        // The weights that ship are there to go back to; the same reviews give the same weights.
        Assert.Equal(2, (await store.AllAsync()).Count);
        var shipped = (await store.AllAsync()).Single(weights => weights.Path is null);
        await store.UseAsync(shipped.Fingerprint, "Ada");
        Assert.Null((await store.CurrentAsync())!.Path);
    }

    [Fact]
    public async Task Run_NoReviews_IsOneSentence()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            TrainFromReviews.RunAsync(shop.Database, _ => "y", CancellationToken.None));
        Assert.Contains("too few reviews", error.Message);
    }

    [Theory]
    [InlineData("y", false)] // What --yes says.
    [InlineData("n", false)]
    [InlineData(LearningReport.Confirmation, true)]
    public async Task Ask_WorseAtAnAttribute_WantsMoreThanAYes(string said, bool isTaken)
    {
        var report = new LearningReport("old", [new LearningReportRow("Skirt length", 15, "100 %", "67 %", IsWorse: true)]);
        await shop.Get<IModelStore>().KeepAsync(new RegisteredModel("new", null, report.Write(), DateTimeOffset.UnixEpoch));
        var models = shop.Get<ModelRegistry>();

        var code = await TrainFromReviews.AskAsync(models, "new", report, _ => said, CancellationToken.None);

        Assert.Equal(said == "y" ? ExitCode.Partial : ExitCode.Success, code);
        Assert.Equal(isTaken, await shop.Get<IModelStore>().CurrentAsync() is not null);
        var error = await Record.ExceptionAsync(() => models.UseAsync("new", "Ada"));
        Assert.Contains("Skirt length", Assert.IsType<InvalidDataException>(error).Message);
    }

    /// <summary>Real photographs with the words people gave them as reviews.</summary>
    private async Task ReviewAsync()
    {
        var photos = DataFolder.TryFind("photos");
        Assert.SkipWhen(photos is null, $"There are no photographs; set {DataFolder.Variable} to the data folder.");
        var rows = File.ReadLines(Path.Combine(photos, "Annotations", "label.csv"))
            .Where(line => line.StartsWith("Images/deepfashion/", StringComparison.Ordinal))
            .Select(line => line.Split(',')).GroupBy(row => row[0]).Take(Products);
        foreach (var picture in rows)
        {
            var name = await shop.Get<PictureStore>().SaveAsync(await File.ReadAllBytesAsync(Path.Combine(photos, picture.Key)));
            await shop.Get<ICatalogStore>()
                .SaveAsync(new Product { Id = picture.Key, Name = picture.Key, Picture = name, PictureWidth = 3, PictureHeight = 4 }, null);
            var changes =
                picture.Select(row =>
                (Attribute: TestShop.Vocabulary[row[1].Replace("_labels", "", StringComparison.Ordinal)], Letters: row[2]))
                .Select(row => new ReviewChange(picture.Key, row.Attribute, TagMarks.TryRead(row.Letters, row.Attribute)));
            await shop.Get<IReviewStore>().SubmitAsync(new ReviewAct(Guid.NewGuid(), "Ada", ReviewActKind.Say, "", [.. changes]));
        }
    }
}
