using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cutting;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws the wearer in body centimetres: a shop's headless mannequin, or a simple person with hair, skin and shoes.</summary>
internal static class Figure
{
    public static void Draw(SKCanvas canvas, Draft draft)
    {
        if (draft.Flat)
        {
            return;
        }

        var (spec, body) = (draft.Spec, draft.Body);
        var person = spec.Presentation == Presentation.Person;
        var skin = Skin(spec);
        if (person)
        {
            Head(canvas, spec, skin);
        }

        foreach (var right in new[] { false, true })
        {
            using var arm =
                Mannequin.Arm(ArmPose.For(spec, body, right), right, spec.Cover == Cover.CrossedArms ? CrossedArms.UpperArm : 69);
            Limb(canvas, arm, skin);
            using var leg = Mannequin.Leg(body, right);
            Limb(canvas, leg, skin);
        }

        using var torso = Mannequin.Torso(body);
        Limb(canvas, torso, skin);
        if (person)
        {
            using var shoe = new SKPaint { IsAntialias = true, Color = new SKColor(0x2A, 0x26, 0x24) };
            canvas.DrawOval(-7.4f, 145.2f, 4.4f, 3.6f, shoe);
            canvas.DrawOval(7.4f, 145.2f, 4.4f, 3.6f, shoe);
            return;
        }

        // A mannequin's neck ends in a flat cap.
        using var cap = new SKPaint { IsAntialias = true, Color = Darker(skin, 1.06f) };
        canvas.DrawOval(0, -8.7f, 5.4f, 1.3f, cap);
        cap.Color = Darker(skin, .7f);
        (cap.Style, cap.StrokeWidth) = (SKPaintStyle.Stroke, .3f);
        canvas.DrawOval(0, -8.7f, 5.4f, 1.3f, cap);
    }

    /// <summary>The bare part of crossed forearms, before their sleeves are drawn.</summary>
    public static void DrawForearm(SKCanvas canvas, Draft draft, bool right)
    {
        using var arm = CrossedArms.Forearm(right);
        Limb(canvas, arm, Skin(draft.Spec));
    }

    private static SKColor Skin(GarmentSpec spec)
    {
        var random = spec.Seed.Stream("figure");
        return spec.Presentation == Presentation.Person
            ? random.Pick(new SKColor(0xE8, 0xC1, 0xA0), new SKColor(0xC6, 0x91, 0x6A), new SKColor(0x8A, 0x5A, 0x3C),
                new SKColor(0x57, 0x38, 0x28), new SKColor(0xF0, 0xD2, 0xBA))
            : random.Pick(new SKColor(0xE4, 0xDF, 0xD7), new SKColor(0xD3, 0xCE, 0xC6), new SKColor(0xE9, 0xE1, 0xD4),
                new SKColor(0xF0, 0xEE, 0xEA));
    }

    // Round like a column: light from the left, dark towards both edges.
    private static void Limb(SKCanvas canvas, SKPath shape, SKColor skin)
    {
        var box = shape.TightBounds;
        using var shader = SKShader.CreateLinearGradient(
            new(box.Left, 0), new(box.Right, 0), [Darker(skin, .8f), skin, Darker(skin, .95f), Darker(skin, .7f)], [0, .34f, .66f, 1],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = shader };
        canvas.DrawPath(shape, paint);
    }

    private static void Head(SKCanvas canvas, GarmentSpec spec, SKColor skin)
    {
        using var hair = new SKPaint { IsAntialias = true, Color = Covering.Hair(spec) };
        canvas.DrawOval(0, -20, 10, 12.6f, hair);
        using var neck = Outline.Rectangle(-5.2f, -14, 5.2f, -4);
        Limb(canvas, neck, Darker(skin, .92f));
        using var face = Outline.Oval(0, -19, 7.2f, 10.2f);
        Limb(canvas, face, skin);
        using var fringe = new Outline().To(-7.8f, -19).Bend(-7, -27, 1, -26.4f).Bend(7, -26, 7.8f, -18).Bend(10.4f, -31, 0, -32)
            .Bend(-10.4f, -31, -7.8f, -19).Close();
        canvas.DrawPath(fringe, hair);
    }

    private static SKColor Darker(SKColor colour, float by) =>
        new((byte)Math.Min(255, colour.Red * by), (byte)Math.Min(255, colour.Green * by), (byte)Math.Min(255, colour.Blue * by));
}
