using FashionRecs.Experiments.Lifecycle;

namespace FashionRecs.Web.Research.Design;

/// <summary>A design that was typed in and not saved.</summary>
/// <param name="Revision">The revision of the saved draft that it changes; 0 for a new one.</param>
/// <param name="Seen">The parts that were looked at.</param>
/// <param name="Draft">The design.</param>
public sealed record KeptDesign(long Revision, IReadOnlyList<DesignPart> Seen, DesignDraft Draft);
