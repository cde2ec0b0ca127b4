using FashionRecs.Domain.Projection;
using FashionRecs.Garments;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Tests;

public sealed class CounterfactualPairTests
{
    private const int Width = 120;
    private const int Height = 160;

    public static TheoryData<string, string> OtherValues()
    {
        var data = new TheoryData<string, string>();
        foreach (var value in Wardrobe.Vocabulary.Values.Where(value => !value.IsInvisible))
        {
            var spec = Wardrobe.With(value.Attribute.Code, 7);
            if (spec.Values[value.Attribute] != value && CombinationRules.Refusal(spec.Kind, spec.Values.With(value)) is null)
            {
                data.Add(value.Attribute.Code, value.Code);
            }
        }

        return data;
    }

    [Fact]
    public void OtherValues_AllAttributes_AreCovered() => Assert.Equal(
        Wardrobe.Vocabulary.Attributes.Select(attribute => attribute.Code), OtherValues().Select(row => row.Data.Item1).Distinct());

    [Theory]
    [MemberData(nameof(OtherValues))]
    public void Create_OtherValue_ChangesOnlyTheRegion(string attribute, string code)
    {
        foreach (var seed in new ulong[] { 7, 21, 40 })
        {
            var value = Wardrobe.Vocabulary.TryFind(attribute, code)!;
            var pair = CounterfactualPair.Create(Wardrobe.With(attribute, seed), value);
            using var before = GarmentRenderer.Render(pair.Before, Width, Height);
            using var after = GarmentRenderer.Render(pair.After, Width, Height);

            foreach (var other in Wardrobe.Vocabulary.Attributes.Where(other => other.Code != attribute))
            {
                Assert.Equal(before.Regions[other.Position].Value, after.Regions[other.Position].Value);
            }

            // A strapless or one-shouldered edge also moves what hangs from the shoulder; shadows reach a little beyond the region.
            var allowed =
                Wardrobe.Vocabulary.Attributes.Where(one => one.Code == attribute
                || (attribute == "neckline_design" && one.Code == "sleeve_length"))
                .SelectMany(one => new[] { before.Regions[one.Position].Box, after.Regions[one.Position].Box }).OfType<PixelBox>()
                .Select(box => new SKRectI(box.X - 7, box.Y - 7, box.X + box.Width + 7, box.Y + box.Height + 7)).ToArray();
            var (inside, outside) = Count(before.Bitmap, after.Bitmap, allowed);
            Assert.True(inside > 15, $"Seed {seed}: only {inside} pixels of the region changed.");
            Assert.True(outside <= Width * Height / 1000, $"Seed {seed}: {outside} pixels outside the region changed.");
        }
    }

    [Fact]
    public void Create_ImpossibleValue_RefusesWithTheReason()
    {
        var refused =
            Assert.Throws<ArgumentException>(() =>
            CounterfactualPair.Create(Wardrobe.Dress(), Wardrobe.Vocabulary.TryFind("pant_length", "Full Length")!));
        Assert.Contains("both a skirt and trouser legs", refused.Message, StringComparison.Ordinal);
    }

    // A change of a few levels is the blur of a shadow or a rounding, not a move.
    private static (int Inside, int Outside) Count(SKBitmap before, SKBitmap after, SKRectI[] allowed)
    {
        var (inside, outside) = (0, 0);
        foreach (var (place, (one, other)) in before.Pixels.Zip(after.Pixels).Index())
        {
            if (Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) <= 24)
            {
                continue;
            }

            if (allowed.Any(box => box.Contains(place % Width, place / Width)))
            {
                inside++;
            }
            else
            {
                outside++;
            }
        }

        return (inside, outside);
    }
}
