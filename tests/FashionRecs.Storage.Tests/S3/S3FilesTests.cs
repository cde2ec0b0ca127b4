using System.Text;
using FashionRecs.Application.Files;
using FashionRecs.Storage.S3;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Tests.S3;

/// <summary>Shared files in a bucket are as those in a folder.</summary>
public sealed class S3FilesTests : IAsyncDisposable
{
    private readonly LoopbackBucket bucket = new();
    private readonly List<string> folders = [];
    private readonly List<ServiceProvider> opened = [];

    public async ValueTask DisposeAsync()
    {
        opened.ForEach(one => one.Dispose());
        await bucket.DisposeAsync();
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    [Fact]
    public async Task Write_OnOneServer_IsReadOnAnother()
    {
        await WriteAsync(Open(), "pictures/ab/abc", "a picture");
        var other = Open();

        Assert.True(await other.ExistsAsync("pictures/ab/abc"));
        Assert.Equal("a picture", await ReadAsync(other, "pictures/ab/abc"));
        Assert.Equal("a picture", Encoding.UTF8.GetString(bucket.Files["one/pictures/ab/abc"]));
        Assert.Null(await other.TryFetchAsync("pictures/ab/none"));
        Assert.False(await other.ExistsAsync("pictures/ab/none"));
    }

    [Fact]
    public async Task Write_ThatFailsInTheMiddle_LeavesNothing()
    {
        var files = Open();

        await Assert.ThrowsAsync<InvalidDataException>(() => files.WriteAsync("imports/1/f-a", async stream =>
        {
            await stream.WriteAsync(new byte[100]);
            throw new InvalidDataException("The file is larger than 25 MB.");
        }));

        Assert.Empty(bucket.Files);
    }

    [Fact]
    public async Task Fetch_FileThatWasReplaced_IsTheNewOneAndAPictureIsReadOnce()
    {
        var files = Open();
        await WriteAsync(files, "imports/1/choices.json", "old");
        await WriteAsync(files, "pictures/ab/abc", "a picture");
        Assert.Equal("old", await ReadAsync(files, "imports/1/choices.json"));
        Assert.Equal("a picture", await ReadAsync(files, "pictures/ab/abc"));
        await WriteAsync(Open(), "imports/1/choices.json", "new");
        bucket.Files.Clear();
        await WriteAsync(Open(), "imports/1/choices.json", "new");

        Assert.Equal("new", await ReadAsync(files, "imports/1/choices.json"));
        Assert.Equal("a picture", await ReadAsync(files, "pictures/ab/abc"));
        Assert.False(await files.ExistsAsync("pictures/ab/abc")); // Whether it is still there is asked of the bucket.
    }

    [Fact]
    public async Task List_MoreThanOnePage_NamesAllOfTheFolderAndDeleteRemovesThem()
    {
        var files = Open();
        string[] names = [.. Enumerable.Range(0, 8).Select(number => $"imports/1/f-{number}%20ä.jpg")];
        foreach (var name in names)
        {
            await WriteAsync(files, name, name);
        }

        await WriteAsync(files, "imports/11/f-other", "other");

        Assert.Equal(names, await ListAsync(files, "imports/1"));
        Assert.Equal(names[3], await ReadAsync(files, names[3]));
        await files.DeleteAsync(names[0]);
        await files.DeleteFolderAsync("imports/1");
        Assert.Empty(await ListAsync(files, "imports/1"));
        Assert.Single(await ListAsync(files, "imports/11"));
    }

    [Fact]
    public async Task TakeOver_FolderOfThisMachine_MovesAllOfIt()
    {
        var from = Directory.CreateTempSubdirectory("fashionrecs-taken-").FullName;
        Directory.CreateDirectory(Path.Combine(from, "ab"));
        await File.WriteAllTextAsync(Path.Combine(from, "ab", "abc"), "a picture", TestContext.Current.CancellationToken);

        await Open().TakeOverAsync("pictures", from, TestContext.Current.CancellationToken);

        Assert.Equal("a picture", await ReadAsync(Open(), "pictures/ab/abc"));
        Assert.False(Directory.Exists(from));
    }

    [Fact]
    public async Task Ask_BucketInTrouble_IsASentenceThatNamesIt()
    {
        var place = $"the bucket 'shop' at {bucket.Address}";
        bucket.Trouble = 503;
        Assert.StartsWith($"{place} cannot serve just now", (await RefusedAsync(Open())).Message);
        bucket.Trouble = null;
        Assert.StartsWith($"{place} refuses this server", (await RefusedAsync(Open(("AccessKey", "stranger")))).Message);
        Assert.StartsWith("There is no such bucket", (await RefusedAsync(Open(("Bucket", "other")))).Message);
        Assert.Contains("cannot be reached", (await RefusedAsync(Open(("Endpoint", "http://127.0.0.1:9")))).Message);
    }

    [Theory]
    [InlineData("Endpoint", "files.example", "S3:Endpoint must be an address")]
    [InlineData("SecretKey", "", "belong together")]
    [InlineData("CacheMegabytes", "few", "S3:CacheMegabytes must be a whole number")]
    public void Read_SettingThatMakesNoSense_IsNamedWithoutASecret(string name, string value, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => Open((name, value)));

        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain("a-secret", error.Message);
    }

    [Fact]
    public void Registration_NoBucketNamed_LeavesTheFolder() =>
        Assert.IsType<FolderFiles>(Open(("Bucket", "")));

    private static async Task<IOException> RefusedAsync(ISharedFiles files) =>
        await Assert.ThrowsAsync<IOException>(() => files.TryFetchAsync("imports/1/f-a"));

    private static Task WriteAsync(ISharedFiles files, string name, string text) =>
        files.WriteAsync(name, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());

    private static async Task<string?> ReadAsync(ISharedFiles files, string name) =>
        await files.TryFetchAsync(name) is { } path ? await File.ReadAllTextAsync(path) : null;

    private static async Task<IReadOnlyList<string>> ListAsync(ISharedFiles files, string folder)
    {
        var names = new List<string>();
        await foreach (var name in files.ListAsync(folder))
        {
            names.Add(name);
        }

        return names;
    }

    /// <summary>A server with a folder of its own; what is said replaces the settings.</summary>
    private ISharedFiles Open(params (string Name, string Value)[] instead)
    {
        var settings = new Dictionary<string, string>
        {
            ["Bucket"] = LoopbackBucket.Name, ["Endpoint"] = bucket.Address, ["AccessKey"] = LoopbackBucket.Key, ["SecretKey"] = "a-secret",
            ["Prefix"] = "one/",
        };
        foreach (var (name, value) in instead)
        {
            settings[name] = value;
        }

        var folder = Directory.CreateTempSubdirectory("fashionrecs-s3-").FullName;
        folders.Add(folder);
        var services = new ServiceCollection().AddSingleton(new ShopFolder(folder)).AddSingleton(TimeProvider.System)
            .AddSingleton<ShopFileWriter>().AddSingleton<ISharedFiles, FolderFiles>()
            .AddS3(name => settings.GetValueOrDefault(name["S3:".Length..])).BuildServiceProvider();
        opened.Add(services);
        return services.GetRequiredService<ISharedFiles>();
    }
}
