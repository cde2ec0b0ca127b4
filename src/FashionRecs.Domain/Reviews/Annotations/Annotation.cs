using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>One person's word on one attribute of one product.</summary>
/// <param name="Reviewer">Who.</param>
/// <param name="Marks">One mark per value in the vocabulary's order; null where the person was unsure.</param>
/// <param name="Decides">Whether the word ends what was said before: a bulk edit that may overwrite, or a restored state.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why, or null.</param>
/// <param name="Region">Where the picture shows the chosen value, or null.</param>
public sealed record Annotation(
    string Reviewer, IReadOnlyList<TagMark>? Marks, bool Decides, DateTimeOffset At, string? Comment = null,
    PartRegion? Region = null)
{
    /// <summary>Whether it was said of many products at once, so that nobody need have looked at this one.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>Whether it says only what the picture does not show: no value is marked <c>y</c>, but some are left.</summary>
    public bool IsRejection => Marks is not null && Chosen < 0;

    /// <summary>Place of the value marked <c>y</c>, or −1 where none is or the person was unsure.</summary>
    public int Chosen => TagMarks.Chosen(Marks);
}
