using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Review.Export;

/// <summary>A queue's filter as a job keeps it: attribute and value by their codes, all else as it is.</summary>
/// <param name="Attribute">Code of the attribute, or null.</param>
/// <param name="Value">Code of the value, or null.</param>
/// <param name="ValueOf">Code of the value's attribute, or null.</param>
/// <param name="Rest">The filter without them.</param>
public sealed record KeptFilter(string? Attribute, string? Value, string? ValueOf, ReviewFilter Rest)
{
    /// <summary>Keeps a filter.</summary>
    public static KeptFilter Of(ReviewFilter filter) => new(
        filter.Attribute?.Code, filter.Value?.Code, filter.Value?.Attribute.Code, filter with { Attribute = null, Value = null });

    /// <summary>The filter again.</summary>
    /// <exception cref="InvalidDataException">The vocabulary no longer has what it asks for.</exception>
    public ReviewFilter Read(AttributeVocabulary vocabulary)
    {
        var attribute = Attribute is null ? null : vocabulary.TryFind(Attribute) ?? throw Gone(Attribute);
        var value = Value is null ? null : vocabulary.TryFind(ValueOf!, Value) ?? throw Gone(Value);
        return Rest with { Attribute = attribute, Value = value };
    }

    private static InvalidDataException Gone(string what) => new($"The vocabulary no longer has “{what}”, which the export asks for.");
}
