namespace FashionRecs.Storage.Accounts;

/// <summary>One place where somebody is signed in.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }
    public Guid Account { get; set; }
    public required string Device { get; set; }
    public long CreatedMilliseconds { get; set; }
    public long SeenMilliseconds { get; set; }
}
