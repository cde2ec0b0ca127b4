using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Storage.Review;

/// <summary>Turns ground-truth tags into rows and back.</summary>
internal static class GroundTruthTagText
{
    public static GroundTruthTagRow Write(string product, GarmentAttribute attribute, Decision decision, Guid? act, DateTimeOffset at) =>
        new()
    {
        ProductId = product,
        Attribute = attribute.Code,
        Marks = MarksText.Write(attribute, decision.Final?.Marks),
        Box = AnnotationText.Write(decision.Final?.Region?.Box),
        BoxShare = decision.Final?.Region?.Share ?? 0,
        Reviewer = decision.Final?.Reviewer ?? "",
        AtMilliseconds = at.ToUnixTimeMilliseconds(),
        Comment = decision.Final?.Comment,
        Status = decision.Status.ToString(),
        Unseen = decision.Final?.IsUnseen ?? false,
        ActId = act,
    };

    /// <summary>Whether the rows say the same, but for when and by which act.</summary>
    public static bool Same(GroundTruthTagRow one, GroundTruthTagRow other) =>
        (one.Marks, one.Box, one.BoxShare, one.Reviewer, one.Comment, one.Status, one.Unseen) == (other.Marks, other.Box, other.BoxShare,
            other.Reviewer, other.Comment, other.Status, other.Unseen);

    /// <summary>The tag of a row; null where the network's word counts, or the row means nothing (any more).</summary>
    public static ReviewedTag? TryRead(AttributeVocabulary vocabulary, GroundTruthTagRow row) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && MarksText.TryRead(attribute, row.Marks, out var marks) && marks is not null
            ? new ReviewedTag(attribute, marks, AnnotationText.Region(row.Box, row.BoxShare), row.Reviewer,
                DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), row.Comment) { IsUnseen = row.Unseen }
            : null;
}
