using System.Text.Json;
using FashionRecs.Application.Files;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Application.Review.Export;

/// <summary>
/// Exports that are written behind the pages, in the place that all servers see: what was asked for, and the file once it is written. Safe
/// to share between threads and processes.
/// </summary>
public sealed class ExportShelf(ISharedFiles files, IJobStore jobs)
{
    private const string Folder = "exports";
    private const string Asked = ".json";
    private const string Written = ".data";

    /// <summary>Asks for one.</summary>
    public async Task AskAsync(ExportRequest request, CancellationToken cancellation = default)
    {
        await files.WriteAsync(NameOf(request.Id, Asked),
            file => JsonSerializer.SerializeAsync(file, request, JsonSerializerOptions.Web, cancellation), cancellation);
        await jobs.QueueAsync([ExportJob.Of(request.Id)], anew: true, cancellation);
    }

    /// <summary>What was asked for; null where it is not there any more.</summary>
    public async Task<ExportRequest?> TryFindAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await files.TryFetchAsync(NameOf(id, Asked), cancellation) is not { } path)
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<ExportRequest>(file, JsonSerializerOptions.Web, cancellation);
    }

    /// <summary>What a person asked for, the latest first.</summary>
    public async Task<IReadOnlyList<ExportRequest>> OfAsync(string person, CancellationToken cancellation = default) =>
        [.. (await AllAsync(cancellation)).Where(request => request.Person == person).OrderByDescending(request => request.At)];

    /// <summary>Whether the file is written.</summary>
    public Task<bool> IsWrittenAsync(Guid id, CancellationToken cancellation = default) =>
        files.ExistsAsync(NameOf(id, Written), cancellation);

    /// <summary>Full path of the file; null where it is not written.</summary>
    public Task<string?> TryOpenAsync(Guid id, CancellationToken cancellation = default) =>
        files.TryFetchAsync(NameOf(id, Written), cancellation);

    /// <summary>Writes the file; it is complete or not there.</summary>
    public Task WriteAsync(Guid id, Func<Stream, Task> write, CancellationToken cancellation = default) =>
        files.WriteAsync(NameOf(id, Written), write, cancellation);

    /// <summary>Removes what was asked for before a time, written or not.</summary>
    public async Task TidyAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        foreach (var old in (await AllAsync(cancellation)).Where(request => request.At < before))
        {
            // The file first: what was asked for is what finds it.
            await files.DeleteAsync(NameOf(old.Id, Written), cancellation);
            await files.DeleteAsync(NameOf(old.Id, Asked), cancellation);
        }
    }

    private async Task<IReadOnlyList<ExportRequest>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<ExportRequest>();
        await foreach (var name in files.ListAsync(Folder, cancellation))
        {
            if (name.EndsWith(Asked, StringComparison.Ordinal) && Guid.TryParse(name[(Folder.Length + 1)..^Asked.Length], out var id)
                && await TryFindAsync(id, cancellation) is { } request)
            {
                all.Add(request);
            }
        }

        return all;
    }

    private static string NameOf(Guid id, string what) => $"{Folder}/{id:N}{what}";
}
