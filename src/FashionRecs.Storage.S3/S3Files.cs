using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FashionRecs.Application.Files;

namespace FashionRecs.Storage.S3;

/// <summary>
/// Shared files in a bucket of a service that speaks the protocol of Amazon S3, with copies on this machine of what was read lately.
/// Safe to share between threads and processes.
/// </summary>
internal sealed class S3Files : ISharedFiles, IDisposable
{
    /// <summary>Names that are deleted with one request; the protocol's limit.</summary>
    private const int DeletedTogether = 1000;

    /// <summary>Folders whose files go away, or may be others by now.</summary>
    private static readonly string[] Changing = ["imports/", "exports/"];

    private readonly AmazonS3Client client;
    private readonly S3Cache cache;
    private readonly S3Options options;
    private readonly string parts;

    /// <summary>Connects to nothing until something is asked.</summary>
    public S3Files(S3Options options, ShopFolder folder, TimeProvider time)
    {
        this.options = options;
        client = S3Clients.Create(options);
        cache = new S3Cache(Path.Combine(folder.Root, "cache"), (long)options.CacheMegabytes << 20, time);
        parts = Path.Combine(folder.Root, "cache", "sent");
    }

    /// <inheritdoc/>
    public string Place => $"the bucket '{options.Bucket}'{(options.Endpoint is { } endpoint ? $" at {endpoint}" : "")}";

    /// <inheritdoc/>
    public async Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default)
    {
        // Its length has to be known before it is sent, and what cannot be made whole must not be there in part.
        Directory.CreateDirectory(parts);
        var part = Path.Combine(parts, $".{Guid.NewGuid():N}");
        await using var content = new FileStream(
            part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await write(content);
        content.Position = 0;
        await AskAsync(() => client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = options.Bucket, Key = KeyOf(name), InputStream = content, AutoCloseStream = false, UseChunkEncoding = false,
        }, cancellation));
        cache.Drop(name);
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(string name, CancellationToken cancellation = default) => FindAsync(async () =>
    {
        await client.GetObjectMetadataAsync(options.Bucket, KeyOf(name), cancellation);
        return true;
    }, false);

    /// <inheritdoc/>
    public Task<string?> TryFetchAsync(string name, CancellationToken cancellation = default) =>
        // What is named by its content never changes; everything else may be another file by now.
        !Changing.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)) && cache.TryFind(name) is { } known
            ? Task.FromResult<string?>(known)
            : FindAsync<string?>(async () =>
            {
                using var found = await client.GetObjectAsync(options.Bucket, KeyOf(name), cancellation);
                return await cache.KeepAsync(name, found.ResponseStream, cancellation);
            }, null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = KeyOf($"{folder}/") };
        do
        {
            var answer = await AskAsync(() => client.ListObjectsV2Async(request, cancellation));
            foreach (var found in answer.S3Objects ?? [])
            {
                yield return found.Key[options.Prefix.Length..];
            }

            request.ContinuationToken = answer.IsTruncated == true ? answer.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellation = default)
    {
        await AskAsync(() => client.DeleteObjectAsync(options.Bucket, KeyOf(name), cancellation));
        cache.Drop(name);
    }

    /// <inheritdoc/>
    public async Task DeleteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        var names = new List<string>();
        await foreach (var name in ListAsync(folder, cancellation))
        {
            names.Add(name);
        }

        foreach (var together in names.Chunk(DeletedTogether))
        {
            await AskAsync(() => client.DeleteObjectsAsync(
                new DeleteObjectsRequest
                {
                    BucketName = options.Bucket, Objects = [.. together.Select(name => new KeyVersion { Key = KeyOf(name) })], Quiet = true,
                }, cancellation));
            Array.ForEach(together, cache.Drop);
        }
    }

    /// <inheritdoc/>
    public async Task TakeOverAsync(string folder, string from, CancellationToken cancellation = default)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            await using var file = File.OpenRead(path);
            await WriteAsync($"{folder}/{Path.GetRelativePath(from, path).Replace(Path.DirectorySeparatorChar, '/')}",
                target => file.CopyToAsync(target, cancellation), cancellation);
        }

        Directory.Delete(from, recursive: true);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private string KeyOf(string name) => options.Prefix + name;

    private Task<T> FindAsync<T>(Func<Task<T>> ask, T missing) => AskAsync(async () =>
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception exception)
            when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode is not "NoSuchBucket")
        {
            return missing;
        }
    });

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            throw new IOException($"There is no such bucket: {Place}; make it, or name another in S3:Bucket.", exception);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            throw new IOException($"{Place} refuses this server ({exception.ErrorCode}); check S3:AccessKey and its rights.", exception);
        }
        catch (AmazonServiceException exception)
        {
            throw new IOException($"{Place} cannot serve just now ({exception.Message.TrimEnd('.')}); try again.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or AmazonClientException or TimeoutException)
        {
            throw new IOException($"{Place} cannot be reached; check that it runs and takes connections there.", exception);
        }
    }
}
