using System.Globalization;
using FashionRecs.Application.Models;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Review.Learning;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Reviews;
using FashionRecs.Vision.Backbones;

namespace FashionRecs.Cli.Learning;

/// <summary>Tunes the heads of the weights in use on the shop's reviews: the same for the command and for the worker's job.</summary>
internal sealed class ReviewLearner(
    LearnableReviews reviews, PictureStore pictures, IModelStore store, ModelFiles files, AttributeVocabulary vocabulary,
    TimeProvider time) : IReviewLearner
{
    /// <inheritdoc/>
    public async Task<LearnedModel> LearnAsync(Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var found = new List<ReviewedPicture>();
        foreach (var product in (await reviews.FindAsync(cancellation)).GroupBy(review => review.Item.Product.Id))
        {
            if (await pictures.TryFindAsync(product.First().Item.Product.Picture, cancellation) is { } file)
            {
                found.Add(Labelled(file, [.. product]));
            }
        }

        var used = (await store.CurrentAsync(cancellation))?.Path;
        var start = used is null ? AttributeModelFile.ShippedPath : await files.TryFindAsync(used, cancellation)
            ?? throw new InvalidDataException($"The weights file '{used}' is gone.");
        using var tuned = new MemoryStream(); // a file is called by its fingerprint, which is known last
        var options = new HeadTuningOptions { LeastReviews = LearnableReviews.Least };
        var result = await new HeadTuning(vocabulary, options).RunAsync(
            start, found, tuned, done => progress?.Invoke(done, found.Count), cancellation);
        var report = new LearningReport(AttributeModelFile.Fingerprint(start), [.. result.Select(Row)]);
        if (result.All(one => one.Anchor is null))
        {
            return new LearnedModel(null, found.Count, report);
        }

        cancellation.ThrowIfCancellationRequested();
        tuned.Position = 0;
        var fingerprint = AttributeModelFile.Fingerprint(tuned);
        tuned.Position = 0;
        var path = await files.SaveAsync($"{fingerprint}.safetensors", tuned, cancellation);
        await KeepAsync(fingerprint, path, start, report, cancellation);
        return new LearnedModel(fingerprint, found.Count, report);
    }

    private async Task KeepAsync(string fingerprint, string path, string start, LearningReport report, CancellationToken cancellation)
    {
        if (start == AttributeModelFile.ShippedPath)
        {
            // So that one can go back to them.
            await store.KeepAsync(new RegisteredModel(report.Start, null, "{}", DateTimeOffset.UnixEpoch), cancellation);
        }

        await store.KeepAsync(new RegisteredModel(fingerprint, path, report.Write(), time.GetUtcNow()), cancellation);
    }

    private LearningReportRow Row(TunedAttribute one) => new(
        vocabulary[one.Attribute].English, one.Count, Words(one.Before, one.Count), Words(one.After, one.Count),
        Words(one.Change, one.Count), one.Learned, one.Anchor is not null, one.IsWorse);

    private static string Words(ShareInterval share, int count) => count == 0 ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * share.Share:0.0} % [{100 * share.Low:0.0}, {100 * share.High:0.0}]");

    private static string Words(PairedDifference change, int count) => count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture,
        $"{100 * change.Difference:+0.0;−0.0;0.0} points [{100 * change.Low:+0.0;−0.0;0.0}, {100 * change.High:+0.0;−0.0;0.0}]");

    private ReviewedPicture Labelled(string file, IReadOnlyList<LearnableReview> product)
    {
        var letters = new LabelLetter[vocabulary.Values.Count];
        var weights = new float[vocabulary.Attributes.Count];
        foreach (var review in product)
        {
            weights[review.Attribute.Position] = review.Weight;
            foreach (var value in review.Attribute.Values)
            {
                letters[value.Index] = review.Marks[value.Position] switch
                {
                    TagMark.Is => LabelLetter.Yes, TagMark.Maybe => LabelLetter.Maybe, _ => LabelLetter.No,
                };
            }
        }

        return new ReviewedPicture(new LabelledPicture(file, product[0].Item.Product.Id, letters), weights);
    }
}
