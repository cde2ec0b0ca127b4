using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FashionRecs.Application;
using FashionRecs.Application.Models;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Reviews;
using FashionRecs.Vision.Backbones;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Cli.Commands;

/// <summary>
/// <c>fashionrecs train --from-reviews</c>: tunes the heads on what people reviewed in the shop, shows before and after, and asks before
/// taking them into use.
/// </summary>
internal sealed class TrainFromReviews
{
    private readonly Option<bool> asked = new("--from-reviews")
    {
        Description = "Tune the heads on the shop's reviewed tags instead of training on a label file.",
    };
    private readonly Option<string?> database = new(ShopOption.Name) { Description = $"With --from-reviews: {ShopOption.Words}" };
    private readonly Option<bool> yes = new("--yes") { Description = "With --from-reviews: take the new weights into use without asking." };

    /// <summary>Adds the options to the train command.</summary>
    public static TrainFromReviews AddTo(Command command)
    {
        var mode = new TrainFromReviews();
        command.Options.Add(mode.asked);
        command.Options.Add(mode.database);
        command.Options.Add(mode.yes);
        return mode;
    }

    /// <summary>Whether this is what the user wants.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(asked);

    /// <summary>Runs it.</summary>
    public Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) =>
        RunAsync(parsed.GetValue(database), parsed.GetValue(yes) ? () => "y" : Ask, null, cancellation);

    /// <summary>Tunes, compares, asks.</summary>
    /// <param name="database">The shop's database; null for the usual one.</param>
    /// <param name="answer">Reads the answer to the question.</param>
    /// <param name="start">Weights to start from; null for those in use.</param>
    /// <param name="cancellation">Stops between batches; nothing is taken into use then.</param>
    internal static async Task<int> RunAsync(string? database, Func<string?> answer, string? start, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddApplication().AddShop(database).BuildServiceProvider();
        var (store, models, vocabulary) = (
            services.GetRequiredService<IModelStore>(), services.GetRequiredService<ModelRegistry>(),
            services.GetRequiredService<AttributeVocabulary>());
        var items = (await services.GetRequiredService<CatalogCache>().GetAsync(cancellation)).Items;
        var (kept, pictures) = (services.GetRequiredService<PictureStore>(), new List<LabelledPicture>());
        foreach (var item in items.Where(item => item.Reviewed.Any(IsTruth)))
        {
            if (await kept.TryFindAsync(item.Product.Picture, cancellation) is { } file)
            {
                pictures.Add(Labelled(item, file, vocabulary));
            }
        }

        start ??= (await store.CurrentAsync(cancellation))?.Path ?? AttributeModelFile.ShippedPath;
        Console.Error.WriteLine(
            $"Learning from {pictures.Count} reviewed products, starting from {AttributeModelFile.Fingerprint(start)}.");

        using var tuned = new MemoryStream(); // a file is called by its fingerprint, which is known last
        var result = await new HeadTuning(vocabulary, new HeadTuningOptions()).RunAsync(
            start, pictures, tuned, done => Console.Error.WriteLine($"picture {done} of {pictures.Count}"), cancellation);
        Print(result, vocabulary);
        tuned.Position = 0;
        var fingerprint = AttributeModelFile.Fingerprint(tuned);
        tuned.Position = 0;
        var path = await services.GetRequiredService<ModelFiles>().SaveAsync($"{fingerprint}.safetensors", tuned, cancellation);
        await KeepAsync(store, fingerprint, path, start, result, vocabulary, cancellation);

        if (answer()?.Trim() is not ("y" or "Y" or "yes"))
        {
            Console.WriteLine($"Kept as {path}; the shop stays as it is.");
            return ExitCode.Success;
        }

        await models.UseAsync(fingerprint, "command line", cancellation);
        Console.WriteLine($"{fingerprint} is in use.");
        return ExitCode.Success;
    }

    private static async Task KeepAsync(
        IModelStore store, string fingerprint, string path, string start, IReadOnlyList<TunedAttribute> result,
        AttributeVocabulary vocabulary, CancellationToken cancellation)
    {
        if (start == AttributeModelFile.ShippedPath)
        {
            // So that one can go back to them.
            await store.KeepAsync(new RegisteredModel(AttributeModelFile.Fingerprint(start), null, "{}", DateTimeOffset.UnixEpoch),
                cancellation);
        }

        var report = new
        {
            start = AttributeModelFile.Fingerprint(start),
            attributes =
                result.Select(one =>
                new { attribute = vocabulary[one.Attribute].English, count = one.Count, before = Words(one.Before, one.Count),
                after = Words(one.After, one.Count) }),
        };
        await store.KeepAsync(
            new RegisteredModel(fingerprint, path, JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
            TimeProvider.System.GetUtcNow()), cancellation);
    }

    private static void Print(IReadOnlyList<TunedAttribute> result, AttributeVocabulary vocabulary)
    {
        Console.WriteLine($"{"attribute",-18} {"learned",7} {"held out",8}  {"right before",-24} {"right after",-24} loss");
        foreach (var one in result)
        {
            var loss = one.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{one.LossBefore:0.000} → {one.LossAfter:0.000}");
            Console.WriteLine(
                $"{vocabulary[one.Attribute].Code,-18} {one.Learned,7} {one.Count,8}  {Words(one.Before, one.Count),-24} "
                    + $"{Words(one.After, one.Count),-24} {loss}{(one.Anchor is null ? " (left as it is)" : "")}");
        }

        var worse = result.Where(one => one.IsWorse).Select(one => vocabulary[one.Attribute].English).ToArray();
        if (worse.Length > 0)
        {
            Console.WriteLine($"Fewer held-out answers are right than before: {string.Join(", ", worse)}.");
        }
    }

    private static string Words(ShareInterval share, int count) =>
        count == 0 ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{100 * share.Share:0.0} % [{100 * share.Low:0.0}, {100 * share.High:0.0}]");

    /// <summary>Whether a person looked and said what it is; what a bulk edit said of many at once teaches nothing.</summary>
    private static bool IsTruth(ReviewedTag tag) => !tag.IsUnseen && TagMarks.Chosen(tag.Marks) >= 0;

    private static LabelledPicture Labelled(CatalogItem item, string file, AttributeVocabulary vocabulary)
    {
        var letters = new LabelLetter[vocabulary.Values.Count];
        foreach (var tag in item.Reviewed.Where(IsTruth))
        {
            foreach (var value in tag.Attribute.Values)
            {
                letters[value.Index] =
                    tag.Marks[value.Position] switch { TagMark.Is => LabelLetter.Yes, TagMark.Maybe => LabelLetter.Maybe,
                    _ => LabelLetter.No };
            }
        }

        return new LabelledPicture(file, item.Product.Id, letters);
    }

    private static string? Ask()
    {
        Console.Error.Write("Take the new weights into use? The catalog is read anew in the background, and you can go back. [y/N] ");
        return Console.ReadLine();
    }
}
