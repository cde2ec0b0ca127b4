namespace FashionRecs.Application.Keys;

/// <summary>
/// Keeps the keys of cookies and exposure tokens in the shop's database, so that what one server signs every other one understands. Safe
/// to share between threads and processes.
/// </summary>
public interface IKeyStore
{
    /// <summary>All of them, each as XML.</summary>
    Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation = default);

    /// <summary>Keeps a key; one of that name stays as it is.</summary>
    Task AddAsync(string name, string xml, CancellationToken cancellation = default);
}
