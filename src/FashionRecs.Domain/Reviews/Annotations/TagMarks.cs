using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>The marks of one attribute, written as FashionAI does: one letter of <c>y m n</c> per value.</summary>
public static class TagMarks
{
    /// <summary>Place of the value marked <c>y</c>, or −1.</summary>
    public static int Chosen(IReadOnlyList<TagMark>? marks)
    {
        for (var place = 0; place < (marks?.Count ?? 0); place++)
        {
            if (marks![place] == TagMark.Is)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Marks one value <c>y</c>; other values that were <c>m</c> stay so, the rest are <c>n</c>.</summary>
    public static IReadOnlyList<TagMark> Choose(AttributeValue value, IReadOnlyList<TagMark>? before = null) =>
        [.. value.Attribute.Values.Select(other => other == value ? TagMark.Is
            : before is not null && before[other.Position] == TagMark.Maybe ? TagMark.Maybe
            : TagMark.IsNot)];

    /// <summary>Marks one value <c>n</c> and leaves all others open.</summary>
    public static IReadOnlyList<TagMark> Reject(AttributeValue value) =>
        [.. value.Attribute.Values.Select(other => other == value ? TagMark.IsNot : TagMark.Maybe)];

    /// <summary>
    /// Sets the mark of one value; a second <c>y</c> turns the first into <c>n</c>, since a picture has one value of an attribute.
    /// </summary>
    public static IReadOnlyList<TagMark> Set(AttributeValue value, TagMark mark, IReadOnlyList<TagMark> before) =>
        [.. value.Attribute.Values.Select(other => other == value ? mark
            : mark == TagMark.Is && before[other.Position] == TagMark.Is ? TagMark.IsNot
            : before[other.Position])];

    /// <summary>The marks as letters.</summary>
    public static string Write(IReadOnlyList<TagMark> marks) =>
        string.Concat(marks.Select(mark => mark switch { TagMark.Is => 'y', TagMark.Maybe => 'm', _ => 'n' }));

    /// <summary>Reads letters back; null where they do not fit the attribute.</summary>
    public static IReadOnlyList<TagMark>? TryRead(string letters, GarmentAttribute attribute) => letters.Length != attribute.Values.Count
        ? null
        : [.. letters.Select(letter => letter switch { 'y' => TagMark.Is, 'm' => TagMark.Maybe, _ => TagMark.IsNot })];
}
