using FashionRecs.Garments.Body;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>How the lower edge of a torso runs.</summary>
internal enum HemLine
{
    Straight,

    /// <summary>Higher at the sides, as on a shirt.</summary>
    ShirtTail,

    /// <summary>The two fronts part a little above the hem, as on a coat.</summary>
    Parted,
}

/// <summary>Outlines of a front and a back from the shoulders to the hem.</summary>
internal sealed class TorsoShape(Draft draft, Neckhole neck)
{
    private readonly BodyProportions body = draft.Body;
    private readonly Silhouette cut = draft.Cut;
    private readonly float pull = draft.Spec.Values[Specification.Codes.Sleeve] == "Sleeveless" ? -2.4f : 2;

    /// <summary>Where a sleeve begins at the top.</summary>
    public SKPoint Tip(bool right) => Tip(Form(right));

    /// <summary>The upper edge of the front, open, from left to right.</summary>
    public SKPath Edge()
    {
        var outline = new Outline().To(EdgeEnd(false));
        neck.Trace(outline, EdgeEnd(true));
        return outline.Open();
    }

    /// <summary>The line of an armhole, open.</summary>
    public SKPath Armhole(bool right)
    {
        var (tip, side) = (Tip(right), right ? 1 : -1);
        return Form(right) is ShoulderForm.None or ShoulderForm.Off
            ? new Outline().To(side * (cut.Bust - 1), 20).To(side * cut.Bust, 27).Open()
            : new Outline().To(side * tip.X, tip.Y).Bend(side * (tip.X + pull), 16, side * cut.Bust, BodyProportions.Underarm).Open();
    }

    /// <summary>A front, or with another neckhole a back.</summary>
    public SKPath Cut(Neckhole shape, float hem, HemLine line)
    {
        var outline = new Outline().To(EdgeEnd(false));
        shape.Trace(outline, EdgeEnd(true));
        Down(outline, neck.Right);
        var sideHem = hem - (line == HemLine.ShirtTail ? 6.5f : 0);
        List<float> heights = [];
        for (var y = 26f; y < sideHem - 1.5f; y += 4)
        {
            heights.Add(y);
        }

        outline.Through([.. heights.Select(y => new SKPoint(cut.At(y), y)), new(cut.At(sideHem), sideHem)]);
        Hem(outline, hem, sideHem, line);
        heights.Reverse();
        outline.Through([.. heights.Select(y => new SKPoint(-cut.At(y), y)), new SKPoint(-cut.Bust, BodyProportions.Underarm)]);

        // The left side runs upwards.
        switch (neck.Left)
        {
            case ShoulderForm.Full or ShoulderForm.Strap:
                var shoulder = Tip(neck.Left);
                outline.Bend(-shoulder.X - pull, 16, -shoulder.X, shoulder.Y);
                break;
            case ShoulderForm.Off:
                outline.Bend(-body.Shoulder - .5f, 19, -body.Shoulder + 1, 13);
                break;
        }

        return outline.Close();
    }

    private ShoulderForm Form(bool right) => right ? neck.Right : neck.Left;

    private void Hem(Outline outline, float hem, float sideHem, HemLine line)
    {
        var half = cut.At(hem);
        switch (line)
        {
            case HemLine.ShirtTail:
                outline.Bend(half - 1, hem + .4f, half * .5f, hem + .6f).To(-half * .5f, hem + .6f)
                    .Bend(-half + 1, hem + .4f, -cut.At(sideHem), sideHem);
                break;
            case HemLine.Parted:
                outline.Bend(half * .5f, hem + 1.2f, 3.2f, hem + 1.2f).Bend(.5f, hem + 1, .2f, hem - 5)
                    .Bend(-.4f, hem + 1, -3.2f, hem + 1.2f).Bend(-half * .5f, hem + 1.2f, -half, hem);
                break;
            default:
                outline.Bend(0, hem + 1.8f, -half, hem);
                break;
        }
    }

    private void Down(Outline outline, ShoulderForm form)
    {
        switch (form)
        {
            case ShoulderForm.Full or ShoulderForm.Strap:
                var shoulder = Tip(form);
                outline.To(shoulder).Bend(shoulder.X + pull, 16, cut.Bust, BodyProportions.Underarm);
                break;
            case ShoulderForm.Off:
                outline.To(body.Shoulder - 1, 13).Bend(body.Shoulder + .5f, 19, cut.Bust, BodyProportions.Underarm);
                break;
            default:
                outline.To(cut.Bust, BodyProportions.Underarm);
                break;
        }
    }

    private SKPoint EdgeEnd(bool right)
    {
        var side = right ? 1 : -1;
        switch (Form(right))
        {
            case ShoulderForm.None:
                return new(side * (cut.Bust - .4f), 19);
            case ShoulderForm.Off:
                var start = OffShoulder(right);
                return new(side * start.X, start.Y);
            default:
                return new(side * neck.HalfWidth, neck.HalfWidth * .12f);
        }
    }

    private SKPoint Tip(ShoulderForm form) => form switch
    {
        ShoulderForm.Strap => new(neck.HalfWidth + 2.8f, neck.HalfWidth * .18f),
        ShoulderForm.Off => OffShoulder(true),
        _ => new(Math.Max(body.Shoulder, neck.HalfWidth + 3), body.ShoulderDrop),
    };

    // The outer edge of the upper arm.
    private SKPoint OffShoulder(bool right) => ArmPose.For(draft.Spec, body, right).At(4, SleeveForm.For(draft).Half(4) - .8f);
}
