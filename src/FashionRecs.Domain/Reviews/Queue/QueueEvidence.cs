using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Labels;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>What else is known of a product when its place in the queue is worked out.</summary>
/// <param name="Decisions">What people's annotations come to, per attribute somebody spoke on.</param>
/// <param name="Issues">Suspected label errors among its reviewed tags.</param>
/// <param name="OnGarment">Part in [0, 1] of each attribute's region that lies on the garment, where it was measured.</param>
/// <param name="Shown">How often shoppers saw the product.</param>
/// <param name="MostShown">How often they saw the most-shown product.</param>
/// <param name="Second">Whether the product is in the share that two people look at.</param>
public sealed record QueueEvidence(
    IReadOnlyDictionary<GarmentAttribute, Decision> Decisions, IReadOnlyDictionary<GarmentAttribute, LabelIssue> Issues,
    IReadOnlyDictionary<GarmentAttribute, double> OnGarment, int Shown = 0, int MostShown = 0, bool Second = false)
{
    /// <summary>Attributes whose first word must not show in the reasons, since a second is asked for.</summary>
    public IReadOnlySet<GarmentAttribute> Hidden { get; init; } = new HashSet<GarmentAttribute>();

    /// <summary>Attributes that nobody is said to have spoken on, since they test who is asked.</summary>
    public IReadOnlySet<GarmentAttribute> Tested { get; init; } = new HashSet<GarmentAttribute>();

    /// <summary>What shoppers say it does not have, as full codes of values and families, with how many say so.</summary>
    public IReadOnlyDictionary<string, int> Denials { get; init; } = new Dictionary<string, int>();

    /// <summary>Nothing is known.</summary>
    public static QueueEvidence None { get; } = new(
        new Dictionary<GarmentAttribute, Decision>(), new Dictionary<GarmentAttribute, LabelIssue>(),
        new Dictionary<GarmentAttribute, double>());
}
