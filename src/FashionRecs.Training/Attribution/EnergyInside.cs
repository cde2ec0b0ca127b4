using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Attribution;

/// <summary>
/// How much of a map lies where the picture truly shows the attribute: the energy-based pointing game (Wang et al., "Score-CAM", 2020,
/// arXiv:1910.01279). Unlike a box, it does not saturate once the peak is right.
/// </summary>
public static class EnergyInside
{
    /// <summary>Points along the longer side of a picture at which a map is read.</summary>
    private const int Points = 96;

    /// <summary>The share in [0, 1] of the positive part of a map that lies in a region; null where nothing of the map is
    /// positive.</summary>
    /// <param name="map">The map over the network's input.</param>
    /// <param name="letterbox">Where the picture lies in the input.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="truth">The region, in pixels of the picture.</param>
    public static double? Of(ActivationMap map, Letterbox letterbox, InputSize input, TrueRegion truth)
    {
        var step = Math.Max(letterbox.Width, letterbox.Height) / (float)Points;
        double inside = 0, all = 0;
        for (var y = step / 2; y < letterbox.Height; y += step)
        {
            for (var x = step / 2; x < letterbox.Width; x += step)
            {
                var (column, row) = (letterbox.Left + (x * letterbox.Scale), letterbox.Top + (y * letterbox.Scale));
                var energy = Math.Max(0, map.At(column / input.Width, row / input.Height));
                all += energy;
                inside += truth.Contains(new SKPoint(x, y)) ? energy : 0;
            }
        }

        return all > 0 ? inside / all : null;
    }
}
