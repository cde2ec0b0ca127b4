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
    // Roundness of what the cloth lies on, in centimetres: a garment laid flat, or a body.
    private const float FlatVolume = .9f;
    private const float WornVolume = 2.6f;

    /// <summary>Draws a garment, its surroundings and its truth at the given size in pixels.</summary>
    /// <exception cref="ArgumentException">The values cannot meet in one garment; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 32 or above 4096 pixels.</exception>
    public static RenderedPicture Render(GarmentSpec spec, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(width, height), 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(width, height), 4096);
        if ((CombinationRules.Refusal(spec.Kind, spec.Values) ?? CombinationRules.CoverRefusal(spec)) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(spec));
        }

        var draft = Draft.For(spec);
        var garment = GarmentCutter.Cut(draft);
        var camera = Camera.For(spec, Extent(draft, garment), width, height);
        var scale = MathF.Sqrt(MathF.Abs((camera.ScaleX * camera.ScaleY) - (camera.SkewX * camera.SkewY)));
        var bitmap = new SKBitmap(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        Ground.Draw(canvas, spec, width, height);
        var lamp = spec.Seed.Stream("light");
        var painter = new ClothPainter(bitmap, camera, lamp.Range(.36f, .5f), draft.Flat ? FlatVolume : WornVolume);
        var drawer = new PieceDrawer(bitmap, canvas, camera, painter);
        var cloths = new ClothSet(draft.Fabric, spec.Seed, scale);
        var shadow = spec.Cluttered ? lamp.Range(14, 44) : 26;
        GroundShadow.Draw(canvas, garment.Behind.Concat(garment.Front).Where(piece => !piece.Clear).Select(piece => piece.Shape), camera,
            scale, draft.Flat ? shadow : shadow * .4f, width, height);
        DrawPieces(garment.Behind, drawer, cloths);
        canvas.SetMatrix(camera);
        Figure.Draw(canvas, draft);
        DrawPieces(garment.Front, drawer, cloths);
        using var cover = Cover(canvas, camera, draft, garment, drawer, cloths);
        canvas.Flush();
        var regions = TruthFinder.Find(spec, garment, camera, cover, width, height);
        var quality = spec.Cluttered ? 60 + spec.Seed.Stream("quality").Below(36) : 90;
        return new RenderedPicture(bitmap, regions, draft.Fabric.ColourName, draft.Fabric.Print, draft.Fabric.Weave, quality);
    }

    private static SKRect Extent(Draft draft, CutGarment garment)
    {
        var (spec, extent) = (draft.Spec, garment.Bounds());
        if (spec.FramedWith is { } other)
        {
            extent = SKRect.Union(extent, GarmentCutter.Cut(draft with { Spec = spec with { Values = other } }).Bounds());
        }

        if (draft.Flat || spec.Cover is Specification.Cover.CropTop or Specification.Cover.CropBottom or Specification.Cover.CropSides)
        {
            return extent;
        }

        // A figure shows its neck or head and a little of what the garment leaves bare, so that lengths can be read off the body.
        var top = extent.Top > 20 ? 26 : spec.Presentation == Presentation.Person ? -32 : -12;
        var bare = spec.Kind is GarmentKind.Top ? 8 : 24;
        return SKRect.Union(extent, new SKRect(-26, top, 26, Math.Min(149, extent.Bottom + bare)));
    }

    private static SKPath? Cover(SKCanvas canvas, SKMatrix camera, Draft draft, CutGarment garment, PieceDrawer drawer, ClothSet cloths)
    {
        canvas.SetMatrix(camera);
        if (draft.Spec.Cover != Specification.Cover.CrossedArms)
        {
            return Covering.Draw(canvas, draft.Spec);
        }

        foreach (var right in new[] { false, true })
        {
            canvas.SetMatrix(camera);
            Figure.DrawForearm(canvas, draft, right);
            DrawPieces([.. garment.Across.Where(piece => piece.Name.EndsWith("right", StringComparison.Ordinal) == right)], drawer, cloths);
        }

        return CrossedArms.Area();
    }

    private static void DrawPieces(List<Piece> pieces, PieceDrawer drawer, ClothSet cloths)
    {
        foreach (var piece in pieces)
        {
            var (fabric, tile) = cloths[piece.Slot];
            drawer.Draw(piece, fabric, tile);
        }
    }
}
