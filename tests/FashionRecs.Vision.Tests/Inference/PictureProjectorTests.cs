using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Inference;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Inference;

public class PictureProjectorTests
{
    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    [Fact]
    public async Task MapAsync_TopValue_HasTheBoxOfTheReading()
    {
        using var folder = new TemporaryFolder();
        using var projector = new PictureProjector(TinyNetwork.Save(folder, TinyNetwork.Create()));
        var picture = Pictures.Corner(120, 200);
        var reading = (await projector.ProjectAsync(picture)).Attributes.First(attribute => attribute.Region is not null);

        var map = await projector.MapAsync(picture, reading.Top);

        Assert.Equal((reading.Region!.Box, reading.Region.Share), (map.Region!.Box, map.Region.Share));
        Assert.Equal(reading.Probabilities[reading.Top.Position], map.Probability);
        Assert.Equal((48, 28), (map.Rows, map.Columns));
        Assert.Equal(48 * 28, map.Evidence.Count);
    }

    [Fact]
    public async Task ProjectAsync_PictureOfOneColour_ShowsNothing()
    {
        using var folder = new TemporaryFolder();
        using var projector = new PictureProjector(TinyNetwork.Save(folder, TinyNetwork.Create()));
        foreach (var colour in new[] { SKColors.White, SKColors.Teal, SKColors.Black, SKColors.Beige, SKColors.Transparent })
        {
            foreach (var (width, height) in new[] { (300, 400), (400, 90), (1, 1), (800, 9000) })
            {
                var read = await projector.ProjectAsync(Pictures.Encode(width, height, SKEncodedImageFormat.Png, ground: colour));

                Assert.All(read.Attributes, attribute => Assert.Equal((0f, null), (attribute.Visible, attribute.Region)));
            }
        }

        Assert.Contains((await projector.ProjectAsync(Pictures.Corner(300, 400))).Attributes, attribute => attribute.Visible > 0);
    }

    [Fact]
    public async Task MapAsync_EveryValue_HasABoxInThePicture()
    {
        using var folder = new TemporaryFolder();
        using var projector = new PictureProjector(TinyNetwork.Save(folder, TinyNetwork.Create()));

        foreach (var value in Vocabulary.Values)
        {
            var map = await projector.MapAsync(Pictures.Corner(120, 80), value);

            Assert.Same(value, map.Value);
            var box = map.Region!.Box;
            Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= 120 && box.Y + box.Height <= 80, box.ToString());
            Assert.InRange(map.Region.Share, 0, 1);
        }
    }

    [Fact]
    public void HeatPng_Map_TintsPositiveEvidenceByItsStrength()
    {
        var map = new ValueMap(Vocabulary.Values[3], 0.9f, null, 1, 3, [2, 1, -1]);

        using var heat = SKBitmap.Decode(ProjectionOverlay.HeatPng(map));

        Assert.Equal(153, heat.GetPixel(0, 0).Alpha); // 60 % of 255
        Assert.InRange(heat.GetPixel(2, 1).Alpha, 70, 120);
        Assert.Equal(0, heat.GetPixel(5, 1).Alpha);
    }
}
