using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>The cloths of one garment by what they are for, with their prints drawn at the picture's scale.</summary>
internal sealed class ClothSet(Fabric main, Randomness.GarmentSeed seed, float pixelsPerCentimetre)
{
    private readonly Dictionary<ClothSlot, (Fabric Fabric, PrintTile Tile)> cloths = [];

    public (Fabric Fabric, PrintTile Tile) this[ClothSlot slot]
    {
        get
        {
            if (!cloths.TryGetValue(slot, out var cloth))
            {
                var fabric = Cloth(slot);
                cloths[slot] = cloth = (fabric, PrintTile.Draw(fabric, pixelsPerCentimetre));
            }

            return cloth;
        }
    }

    private Fabric Cloth(ClothSlot slot) => slot switch
    {
        ClothSlot.Main => main,
        ClothSlot.Inside => main.Print == ClothPrint.Solid ? main with { RibWidth = 0 } : main.Plain(Blend(main.Base, main.Second, .2f)),
        ClothSlot.Trim => main.Plain(seed.Stream("trim").Chance(.55f) ? main.Base : main.Second),
        ClothSlot.Faded => main.Plain(Blend(main.Base, SKColors.White, .4f)),
        _ => main.Plain(Blend(main.Base, SKColors.Black, .4f)) with { Weave = ClothWeave.Satin },
    };

    private static SKColor Blend(SKColor a, SKColor b, float share) =>
        new((byte)(a.Red + ((b.Red - a.Red) * share)), (byte)(a.Green + ((b.Green - a.Green) * share)),
            (byte)(a.Blue + ((b.Blue - a.Blue) * share)));
}
