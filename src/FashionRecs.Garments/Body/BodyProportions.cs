using FashionRecs.Garments.Randomness;

namespace FashionRecs.Garments.Body;

/// <summary>
/// The wearer in centimetres: the origin is the pit of the neck, x to the right of the picture, y down.
/// Heights follow a woman of 170 cm; each figure differs by a few per cent.
/// </summary>
internal sealed class BodyProportions
{
    public const float Underarm = 22;
    public const float Waist = 40;
    public const float Hip = 60;
    public const float Crotch = 70;
    public const float Knee = 101;
    public const float Ankle = 137;
    public const float Floor = 146;
    public const float Wrist = 57;
    public const float Hand = 74;

    public BodyProportions(GarmentSeed seed)
    {
        var random = seed.Stream("body");
        Shoulder = random.Range(17.2f, 19.4f);
        Bust = random.Range(15.5f, 18f);
        WaistHalf = random.Range(12f, 15f);
        HipHalf = random.Range(17f, 20f);
        NeckHalf = random.Range(5.2f, 6.2f);
        ShoulderDrop = random.Range(4f, 5.6f);
    }

    /// <summary>Half the distance between the shoulder tips.</summary>
    public float Shoulder { get; }

    /// <summary>Half widths of the body seen from the front.</summary>
    public float Bust { get; }

    /// <inheritdoc cref="Bust"/>
    public float WaistHalf { get; }

    /// <inheritdoc cref="Bust"/>
    public float HipHalf { get; }

    /// <inheritdoc cref="Bust"/>
    public float NeckHalf { get; }

    /// <summary>How far the shoulder tip lies below the neck point.</summary>
    public float ShoulderDrop { get; }
}
