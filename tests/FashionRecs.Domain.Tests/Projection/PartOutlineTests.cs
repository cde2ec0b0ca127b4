using CsCheck;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Tests.Projection;

public class PartOutlineTests
{
    private static readonly PartOutline Sleeves = new([Square(0.1f, 0.3f, 0.2f), Square(0.7f, 0.3f, 0.2f)]);

    [Fact]
    public void Contains_PointsInEitherPolygon_AreInsideAndThoseBetweenAreNot()
    {
        Assert.True(Sleeves.Contains(0.2, 0.4));
        Assert.True(Sleeves.Contains(0.8, 0.4));
        Assert.False(Sleeves.Contains(0.5, 0.4));
        Assert.False(Sleeves.Contains(0.2, 0.6));
    }

    [Fact]
    public void Bounds_TwoPolygons_HoldBoth()
    {
        var (left, top, right, bottom) = Sleeves.Bounds();

        Assert.Equal((0.1f, 0.3f), (left, top));
        Assert.Equal(0.9f, right, 1e-5f);
        Assert.Equal(0.5f, bottom, 1e-5f);
    }

    [Fact]
    public void TryRead_WhatWasWritten_IsTheSameToAHundredthOfAPixel()
    {
        var points = Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], (x, y) => new OutlinePoint(x, y)).Array[3, PartOutline.MostPoints];

        points.Array[1, PartOutline.MostPolygons].Sample(polygons =>
        {
            var read = PartOutline.TryRead(new PartOutline(polygons).ToBytes())!;

            Assert.Equal(polygons.Select(polygon => polygon.Length), read.Polygons.Select(polygon => polygon.Count));
            Assert.All(polygons.Zip(read.Polygons).SelectMany(pair => pair.First.Zip(pair.Second)), pair =>
                Assert.True(Math.Abs(pair.First.X - pair.Second.X) < 1e-5f && Math.Abs(pair.First.Y - pair.Second.Y) < 1e-5f));
        });
    }

    [Fact]
    public void TryRead_DamagedBytes_IsNull()
    {
        var bytes = Sleeves.ToBytes();

        Assert.Null(PartOutline.TryRead([]));
        Assert.Null(PartOutline.TryRead([0]));
        Assert.Null(PartOutline.TryRead(bytes.AsSpan(..^1)));
        Assert.Null(PartOutline.TryRead([.. bytes, 1]));
        Assert.Null(PartOutline.TryRead([1, 2, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Equals_SamePoints_AreEqual() => Assert.Equal(Sleeves, PartOutline.TryRead(Sleeves.ToBytes()));

    [Fact]
    public void New_TooFewPoints_IsRefused() => Assert.Throws<ArgumentException>(() => new PartOutline([[default, default]]));

    private static OutlinePoint[] Square(float x, float y, float side) =>
        [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side)];
}
