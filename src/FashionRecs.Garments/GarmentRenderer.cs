using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Cutting;
using FashionRecs.Garments.Scene;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments;

/// <summary>Draws garments. Stateless: safe to call from several threads.</summary>
public static class GarmentRenderer
{
    /// <summary>Draws a garment, its surroundings and its truth at the given size in pixels.</summary>
    /// <exception cref="ArgumentException">The values cannot meet in one garment; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 32 or above 4096 pixels.</exception>
    public static RenderedPicture Render(GarmentSpec spec, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(width, height), 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(width, height), 4096);
        if (CombinationRules.Refusal(spec.Kind, spec.Values) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(spec));
        }

        var garment = GarmentCutter.Cut(spec);
        var camera = Camera.For(spec, Extent(spec, garment), width, height);
        var bitmap = new SKBitmap(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        Ground.Draw(canvas, spec, width, height);
        var lamp = spec.Seed.Stream("light");
        var drawer = new PieceDrawer(bitmap, canvas, camera, lamp.Range(.34f, .5f));
        var cloths = Cloths(spec, drawer.PixelsPerCentimetre);
        foreach (var piece in garment.Behind.Concat(garment.Front))
        {
            drawer.Shadow(piece.Shape, 2.2f, (byte)(spec.Cluttered ? lamp.Range(14, 40) : 20));
        }

        DrawPieces(garment.Behind, drawer, cloths);
        canvas.SetMatrix(camera);
        Figure.Draw(canvas, spec);
        DrawPieces(garment.Front, drawer, cloths);
        canvas.SetMatrix(camera);
        var cover = Figure.DrawCover(canvas, spec);
        canvas.Flush();
        var regions = TruthFinder.Find(spec, garment, camera, cover, width, height);
        var main = cloths[ClothSlot.Main].Fabric;
        var quality = spec.Cluttered ? 60 + spec.Seed.Stream("quality").Below(36) : 90;
        return new RenderedPicture(bitmap, regions, main.ColourName, main.Print, main.Weave, quality);
    }

    private static SKRect Extent(GarmentSpec spec, CutGarment garment)
    {
        var extent = garment.Bounds();
        if (spec.FramedWith is { } other)
        {
            extent = SKRect.Union(extent, GarmentCutter.Cut(spec with { Values = other }).Bounds());
        }

        // A figure shows a little of its head and legs, so that lengths can be read off the body.
        return spec.Presentation == Presentation.FlatLay || spec.Cover is not null ? extent : SKRect.Union(extent, new SKRect(-26, extent.Top < 20 ? -32 : 30, 26, Math.Min(148, extent.Bottom + 24)));
    }

    private static void DrawPieces(List<Piece> pieces, PieceDrawer drawer, Dictionary<ClothSlot, (Fabric Fabric, PrintTile Tile)> cloths)
    {
        foreach (var piece in pieces)
        {
            var (fabric, tile) = cloths[piece.Slot];
            drawer.Draw(piece, fabric, tile);
        }
    }

    private static Dictionary<ClothSlot, (Fabric Fabric, PrintTile Tile)> Cloths(GarmentSpec spec, float pixelsPerCentimetre)
    {
        var knitted = spec.Values[Codes.Neck] is "Turtle Neck" or "Low Turtle Neck" && spec.Kind == GarmentKind.Top;
        var main = FabricChooser.Choose(spec.Kind, spec.Seed, spec.Style, knitted);
        var random = spec.Seed.Stream("trim");
        var trim = random.Chance(.55f) ? main.Plain(main.Base) : main.Plain(main.Second);
        var inside = main.Print == ClothPrint.Solid ? main : main.Plain(Blend(main.Base, main.Second, .15f));
        (Fabric, PrintTile) With(Fabric fabric) => (fabric, PrintTile.Draw(fabric, pixelsPerCentimetre));
        return new()
        {
            [ClothSlot.Main] = With(main), [ClothSlot.Inside] = With(inside), [ClothSlot.Trim] = With(trim),
            [ClothSlot.Lining] = With(main.Plain(Blend(main.Base, SKColors.Black, .4f)) with { Weave = ClothWeave.Satin }),
        };
    }

    private static SKColor Blend(SKColor a, SKColor b, float share) =>
        new((byte)(a.Red + ((b.Red - a.Red) * share)), (byte)(a.Green + ((b.Green - a.Green) * share)), (byte)(a.Blue + ((b.Blue - a.Blue) * share)));
}
