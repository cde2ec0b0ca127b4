using FashionRecs.Application.Backups;
using FashionRecs.Application.Files;
using FashionRecs.Application.Models;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Backups;

public abstract class BackupTests(TestDatabase database) : IDisposable
{
    private readonly Guid shopper = Guid.NewGuid();
    private readonly string folder = Directory.CreateTempSubdirectory("fashionrecs-backup-").FullName;

    private string Backup => Path.Combine(folder, "shop.backup");

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restore_OfABackup_IsTheSameShopElsewhere()
    {
        using var shop = await FilledAsync();
        var written = await shop.Get<BackupWriter>().WriteAsync(Backup);
        using var fresh = database.Fresh();
        using var restored = fresh.Open();

        var report = await restored.Get<BackupRestore>().RunAsync(Backup);

        Assert.Equal(written.Manifest.Files, report.Manifest.Files);
        var (before, after) = (await shop.Shop.ShopperAsync(shopper), await restored.Shop.ShopperAsync(shopper));
        Assert.Equal(before.State.Mean.ToArray(), after.State.Mean.ToArray());
        Assert.Equal(["v"], after.Liked);
        Assert.Equal(Names(shop.Folder), Names(restored.Folder));
        foreach (var item in (await restored.Shop.CatalogAsync()).Items)
        {
            Assert.Equal(
                (await shop.Get<PictureStore>().TryReadAsync(item.Product.Picture))!,
                (await restored.Get<PictureStore>().TryReadAsync(item.Product.Picture))!);
        }

        Assert.Equal("a key", await File.ReadAllTextAsync(Path.Combine(restored.Get<ShopFolder>().Keys, "key-1.xml")));
        var weights = Assert.Single(await restored.Get<IModelStore>().AllAsync());
        Assert.Equal(Path.Combine(restored.Get<ShopFolder>().Models, "made.safetensors"), weights.Path);
        Assert.True(File.Exists(weights.Path));
        Assert.Equal(2, (await restored.Shop.RecordAsync(
            new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Bag, "v"))).History.Events.Count);
    }

    [Fact]
    public async Task Write_WhileClicksArrive_HoldsAWholeStateAndLosesNoClick()
    {
        using var shop = await FilledAsync();
        using var stop = new CancellationTokenSource();
        var clicks = Task.Run(async () =>
        {
            var sent = 0;
            for (; !stop.IsCancellationRequested; sent++)
            {
                await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.View, "v"));
            }

            return sent;
        });

        await shop.Get<BackupWriter>().WriteAsync(Backup);
        await stop.CancelAsync();
        var sent = await clicks;
        using var fresh = database.Fresh();
        using var restored = fresh.Open();
        await restored.Get<BackupRestore>().RunAsync(Backup);

        Assert.Equal(sent + 1, (await shop.Shop.ShopperAsync(shopper)).History.Events.Count);
        var kept = (await restored.Shop.ShopperAsync(shopper)).History.Events.Count;
        Assert.InRange(kept, 1, sent + 1);
        // One revision per event: a half transaction would differ.
        Assert.Equal(kept, await restored.Get<IShopperStore>().RevisionAsync(shopper));
    }

    [Fact]
    public async Task Write_Afterwards_TheShopKnowsWhen()
    {
        using var shop = await FilledAsync();

        var report = await shop.Get<BackupWriter>().WriteAsync(Backup);

        Assert.Equal(report.Manifest.At, DateTimeOffset.Parse((await shop.Get<ISettingStore>().TryGetAsync(BackupWriter.LastSetting))!,
            System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([Backup], Directory.GetFileSystemEntries(folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        }
    }

    [Fact]
    public async Task Write_NoShop_IsRefusedAndMakesNone()
    {
        using var fresh = database.Fresh();
        using var shop = fresh.Open();

        var error = await Assert.ThrowsAsync<IOException>(() => shop.Get<BackupWriter>().WriteAsync(Backup));

        Assert.Equal("There is no shop to back up: its database is empty or not there.", error.Message);
        Assert.False(File.Exists(shop.Database));
    }

    [Theory]
    [InlineData(.1)]
    [InlineData(.5)]
    [InlineData(.999)]
    public async Task Restore_CutBackup_IsRefusedInOneSentenceAndLeavesNothing(double part)
    {
        using var shop = await FilledAsync();
        await shop.Get<BackupWriter>().WriteAsync(Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        await File.WriteAllBytesAsync(Backup, bytes[..(int)(part * bytes.Length)]);
        using var fresh = database.Fresh();
        using var restored = fresh.Open();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => restored.Get<BackupRestore>().RunAsync(Backup));

        Assert.StartsWith($"The file '{Backup}' is no whole backup (", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(restored.Folder));
    }

    [Fact]
    public async Task Verify_OneByteChanged_SaysWhichFile()
    {
        using var shop = await FilledAsync();
        await shop.Get<BackupWriter>().WriteAsync(Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        var at = bytes.AsSpan().IndexOf("a key"u8);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(Backup, bytes);
        using var backup = BackupFile.Open(Backup);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => backup.VerifyAsync());

        Assert.Contains("keys/key-1.xml", error.Message);
    }

    [Fact]
    public async Task Restore_OverAShop_IsRefusedAndKeepsIt()
    {
        using var shop = await FilledAsync();
        await shop.Get<BackupWriter>().WriteAsync(Backup);

        var error = await Assert.ThrowsAsync<IOException>(() => shop.Get<BackupRestore>().RunAsync(Backup));

        Assert.Contains("There is a shop already", error.Message);
        Assert.NotNull((await shop.Shop.CatalogAsync()).TryFind("v"));
    }

    private async Task<TestShop> FilledAsync()
    {
        var shop = database.Open();
        await shop.AddAsync("v", TestShop.Value("neckline_design", "V Neckline"));
        await shop.AddAsync("long", TestShop.Value("sleeve_length", "Long Sleeves"));
        await shop.Shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), shopper, PreferenceSignal.Like, "v"));
        var (keys, models) = (shop.Get<ShopFolder>().Keys, shop.Get<ShopFolder>().Models);
        Directory.CreateDirectory(keys);
        Directory.CreateDirectory(models);
        await File.WriteAllTextAsync(Path.Combine(keys, "key-1.xml"), "a key");
        await File.WriteAllTextAsync(Path.Combine(models, "made.safetensors"), "weights");
        await shop.Get<IModelStore>()
            .KeepAsync(new RegisteredModel("made", Path.Combine(models, "made.safetensors"), "{}", DateTimeOffset.UnixEpoch));
        return shop;
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Where(name => !name.StartsWith("shop.db", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
