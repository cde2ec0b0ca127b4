namespace FashionRecs.Web.Tests.Api.Compatibility;

/// <summary>Something that one schema allows and another does not.</summary>
/// <param name="Kind">What.</param>
/// <param name="Field">Where, such as <c>products.why.score</c>; empty for the whole.</param>
/// <param name="What">The kinds, values or limits in question.</param>
internal sealed record SchemaChange(SchemaChangeKind Kind, string Field, string What)
{
    /// <summary>How it reads where what programs send is taken no more.</summary>
    public string Narrowed => Kind switch
    {
        SchemaChangeKind.Type or SchemaChangeKind.Value => $"may no longer be {What}",
        SchemaChangeKind.Format => $"must now be {What}",
        SchemaChangeKind.Needed => "is needed now",
        _ => "is taken no more",
    };

    /// <summary>How it reads where programs get what they do not know.</summary>
    public string Widened => Kind switch
    {
        SchemaChangeKind.Type or SchemaChangeKind.Value => $"may now be {What}",
        SchemaChangeKind.Format => $"need no longer be {What}",
        SchemaChangeKind.Needed => "may now be missing",
        _ => "is gone",
    };
}

/// <summary>What one schema allows and another does not.</summary>
internal enum SchemaChangeKind
{
    /// <summary>A kind of value.</summary>
    Type,

    /// <summary>One of a list of values.</summary>
    Value,

    /// <summary>Values of another format, pattern, length or size.</summary>
    Format,

    /// <summary>That a field is missing.</summary>
    Needed,

    /// <summary>A field that there is no more.</summary>
    Gone,
}
