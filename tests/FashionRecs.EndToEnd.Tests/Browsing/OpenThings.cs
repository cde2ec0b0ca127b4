using Microsoft.Data.Sqlite;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>A folder, and servers and visitors that are closed, the last one first, before it goes away.</summary>
internal sealed class OpenThings : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("fashionrecs-").FullName;

    /// <summary>Keeps what is to be closed.</summary>
    public T Keep<T>(T thing)
        where T : IAsyncDisposable
    {
        open.Add(thing);
        return thing;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        open.Reverse();
        foreach (var thing in open)
        {
            await thing.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
