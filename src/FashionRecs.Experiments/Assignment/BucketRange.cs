namespace FashionRecs.Experiments.Assignment;

/// <summary>A half-open piece [<paramref name="Start"/>, <paramref name="End"/>) of the number line from 0 to 1.</summary>
public readonly record struct BucketRange(double Start, double End)
{
    /// <summary>The whole line.</summary>
    public static BucketRange All { get; } = new(0, 1);

    /// <summary>Whether the number lies in the range; the start belongs to it, the end does not.</summary>
    public bool Contains(double number) => number >= Start && number < End;

    /// <summary>Whether some number lies in both ranges. Ranges that only touch do not overlap, nor does an empty one.</summary>
    public bool Overlaps(BucketRange other) => Math.Max(Start, other.Start) < Math.Min(End, other.End);

    /// <summary>Whether the range lies within 0 and 1 and is not reversed.</summary>
    public bool IsValid => Start >= 0 && End <= 1 && Start <= End;
}
