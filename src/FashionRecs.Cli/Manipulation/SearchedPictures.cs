using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Manipulation;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Cli.Manipulation;

/// <summary>Reads pictures with the network, with the features of the regions found in them.</summary>
internal static class SearchedPictures
{
    /// <summary>One channel vector per region.</summary>
    private static readonly PoolGrid Grid = new(1, 1);

    /// <summary>Reads labelled photographs.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be read.</exception>
    public static Task<IReadOnlyList<SearchedPicture>> ReadAsync(
        ProjectionEngine engine, IReadOnlyList<LabelledPicture> pictures, CancellationToken cancellation) =>
        ReadAsync(engine, [.. pictures.Select((picture, number) => (picture.Image, Truth(picture, engine.Vocabulary), number))],
            number => PictureDecoder.ReadFile(pictures[number].Path), cancellation);

    /// <summary>Reads drawings.</summary>
    public static Task<IReadOnlyList<SearchedPicture>> ReadAsync(
        ProjectionEngine engine, IReadOnlyList<DrawnPicture> drawings, CancellationToken cancellation) =>
        ReadAsync(engine, [.. drawings.Select((drawing, number) => ($"{number:D6}", drawing.Truth, drawing.Garment))],
            number => drawings[number].Jpeg, cancellation);

    private static async Task<IReadOnlyList<SearchedPicture>> ReadAsync(
        ProjectionEngine engine, IReadOnlyList<(string Id, AttributeValue?[] Truth, int Garment)> pictures, Func<int, byte[]> bytes,
        CancellationToken cancellation)
    {
        var beliefs = BeliefReader.Shipped(engine.Vocabulary).PictureAlone;
        var read = new List<SearchedPicture>(pictures.Count);
        await foreach (var one in new ProjectionWorkers(engine) { Grid = Grid }.RunAsync(pictures.Count, bytes, cancellation))
        {
            var (id, truth, garment) = pictures[one.Index];
            var mapped = one.Result ?? throw new InvalidDataException($"{id}: {one.Error}");
            var product = new Product
            {
                Id = id, Name = id, Picture = id, PictureWidth = mapped.Picture.Width, PictureHeight = mapped.Picture.Height,
            };
            var regions = new float[]?[engine.Vocabulary.Attributes.Count];
            foreach (var region in mapped.Features!.Regions)
            {
                regions[region.Attribute.Attribute.Position] = Array.ConvertAll(region.Features, number => (float)number);
            }

            read.Add(new SearchedPicture(
                new CatalogItem(
                    engine.Vocabulary, product, new PredictedTags(engine.Fingerprint, mapped.Picture.Attributes), [], beliefs),
                mapped.Features.Mean, regions, truth, garment));
        }

        return read;
    }

    private static AttributeValue?[] Truth(LabelledPicture picture, AttributeVocabulary vocabulary) =>
        [.. vocabulary.Attributes.Select(attribute =>
            attribute.Values.FirstOrDefault(value => picture.Letters[value.Index] == LabelLetter.Yes))];
}
