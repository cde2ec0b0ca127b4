using System.Globalization;
using FashionRecs.Application;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Settings;
using FashionRecs.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Tests.Database;

public sealed class SqliteErasingTests : IDisposable
{
    private const string Secret = "wishes-for-a-green-kilt-";
    private readonly TestShop shop = new();

    [Fact]
    public async Task Delete_LongAndShortTexts_LeavesNothingInTheFilesWithoutBuildingThemAnew()
    {
        await FillAsync();
        var pages = await PagesAsync();
        Assert.True(Holds()); // else the search below would find nothing in any case

        await DeleteAsync();
        Assert.True(await shop.Get<IShopDatabase>().RewriteAsync());

        Assert.False(Holds());
        Assert.Equal(pages, await PagesAsync()); // building anew would have given pages back
    }

    [Fact]
    public async Task Open_FileOfAnOlderVersion_IsBuiltAnewOnce()
    {
        await FillAsync();
        await AsBeforeAsync();
        var pages = await PagesAsync();
        Assert.True(Holds());
        Assert.False(await shop.Get<IShopDatabase>().RewriteAsync()); // Whoever writes would wait for all of it.

        using var opened = new TestShop(folder: shop.Folder);
        await opened.Get<IShopDatabase>().PrepareAsync();

        Assert.False(Holds());
        Assert.True(await PagesAsync() < pages);
        Assert.True(await opened.Get<IShopDatabase>().RewriteAsync());
    }

    private Task FillAsync() => shop.Get<ShopDatabase>().RunAsync(async context =>
    {
        foreach (var at in Enumerable.Range(0, 40))
        {
            context.Add(new SettingRow
            {
                Name = $"{Secret}{at.ToString(CultureInfo.InvariantCulture)}",
                Value = string.Concat(Enumerable.Repeat(Secret, at % 2 == 0 ? 1 : 600)),
            });
        }

        return await context.SaveChangesAsync();
    });

    private Task DeleteAsync() => shop.Get<ShopDatabase>().RunAsync(context =>
        context.Set<SettingRow>().Where(row => row.Name.StartsWith(Secret)).ExecuteDeleteAsync());

    /// <summary>Deletes as versions without secure_delete did, and takes the mark off.</summary>
    private async Task AsBeforeAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={shop.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA secure_delete=OFF; PRAGMA user_version=0; DELETE FROM Settings WHERE Name LIKE '{Secret}%'; "
            + "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> PagesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={shop.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private bool Holds() => Directory.EnumerateFiles(shop.Folder, Path.GetFileName(shop.Database) + "*")
        .Any(file => Bytes(file).AsSpan().IndexOf("green-kilt"u8) >= 0);

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => shop.Dispose();
}
