using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Opinions;

namespace FashionRecs.Storage.Review;

/// <summary>Turns final tags into rows and back.</summary>
internal static class FinalTagText
{
    public static FinalTagRow Write(string product, string attribute, Decision decision, Guid? act, DateTimeOffset at) => new()
    {
        ProductId = product,
        Attribute = attribute,
        Marks = decision.Final?.Marks is { } marks ? TagMarks.Write(marks) : "",
        Box = ReviewedTagText.Write(decision.Final?.Box),
        BoxShare = decision.Final?.BoxShare ?? 0,
        Reviewer = decision.Final?.Reviewer ?? "",
        AtMilliseconds = at.ToUnixTimeMilliseconds(),
        Comment = decision.Final?.Comment,
        Standing = decision.Standing.ToString(),
        ActId = act,
    };

    /// <summary>Whether the rows say the same, but for when and by which act.</summary>
    public static bool Same(FinalTagRow one, FinalTagRow other) =>
        (one.Marks, one.Box, one.BoxShare, one.Reviewer, one.Comment, one.Standing) == (other.Marks, other.Box, other.BoxShare, other.Reviewer, other.Comment, other.Standing);

    /// <summary>The tag of a row; null where the network's word counts or the row belongs to another vocabulary.</summary>
    public static ReviewedTag? TryRead(AttributeVocabulary vocabulary, FinalTagRow row) =>
        vocabulary.TryFind(row.Attribute) is { } attribute && TagMarks.TryRead(row.Marks, attribute) is { } marks
            ? new ReviewedTag(attribute, marks, ReviewedTagText.Box(row.Box), row.BoxShare, row.Reviewer, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds), row.Comment)
            : null;
}
