using BenchmarkDotNet.Attributes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using SkiaSharp;

namespace FashionRecs.Benchmarks;

/// <summary>Draws and encodes training pictures of 256 pixels; the aim is 100 a second on two cores.</summary>
public class RenderBenchmark
{
    private readonly SpecSampler sampler = new(AttributeVocabularyFile.Default, new GarmentSeed(1));

    /// <summary>One value per picture, all 54 in turn, on all cores.</summary>
    [Benchmark(OperationsPerInvoke = 54)]
    public void Render54() => Parallel.For(0, 54, number =>
    {
        using var picture = GarmentRenderer.Render(sampler.Draw(number), 256, 256);
        picture.Encode(SKEncodedImageFormat.Jpeg, picture.Quality);
    });
}
