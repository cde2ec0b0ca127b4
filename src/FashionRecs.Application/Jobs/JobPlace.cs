namespace FashionRecs.Application.Jobs;

/// <summary>Where jobs are done.</summary>
/// <param name="IsServer">Whether beside pages, or in a program that does nothing else.</param>
public sealed record JobPlace(bool IsServer)
{
    /// <summary>Beside the pages.</summary>
    public static JobPlace Server { get; } = new(true);

    /// <summary>In a program that does nothing else.</summary>
    public static JobPlace Worker { get; } = new(false);
}
