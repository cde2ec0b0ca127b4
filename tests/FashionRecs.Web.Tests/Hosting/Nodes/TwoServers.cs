using FashionRecs.Tests.Databases;

namespace FashionRecs.Web.Tests.Hosting.Nodes;

/// <summary>Two servers of one shop, on one PostgreSQL database and one folder.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    private readonly TestDatabase database = new PostgreSqlDatabase();

    /// <summary>Starts both.</summary>
    public TwoServers() => (One, Other) = (new SharedShop(database), new SharedShop(database));

    /// <summary>A server.</summary>
    public EmptyShop One { get; }

    /// <summary>Another one.</summary>
    public EmptyShop Other { get; }

    /// <summary>What both share.</summary>
    public TestDatabase Database => database;

    /// <summary>Waits for what comes a moment later, far longer than it takes.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo, string what)
    {
        for (var left = 400; left > 0; left--)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"{what} within 20 seconds.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        database.Dispose();
    }

    private sealed class SharedShop(TestDatabase database) : EmptyShop(() => database, owns: false);
}
